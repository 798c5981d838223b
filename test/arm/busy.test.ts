import type { Answer } from './arm-client';
import { ArmClient } from './arm-client';
import { customPool, environmentBody, pythonPool, roleAssignmentBody } from './bodies';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';

let arm: LocalArm;
let client: ArmClient;
let pool: string;
let environment: string;

beforeEach(async () => {
  arm = await LocalArm.start({ rules: { refuseBusy: true } });
  client = new ArmClient(arm);
  pool = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/pool`;
  environment = `${arm.resourceGroupId()}/providers/Microsoft.App/managedEnvironments/env`;
});

afterEach(async () => arm.stop());

const errorOf = ({ status, body }: Answer) => ({ status, ...asObject(body.error) });

const BUSY_POOL = {
  status: 409,
  code: 'SessionPoolOperationInProgress',
  message: 'Cannot modify session pool pool because another operation is in progress.',
};
const BUSY_ENVIRONMENT = {
  status: 409,
  code: 'ManagedEnvironmentOperationInProgress',
  message: 'Cannot modify Container Apps environment env because another operation is in progress.',
};

/** What a client does to a pool, or to an environment. */
const REQUESTS = {
  PUT: async (id: string) => client.put(id, VERSION, id === pool ? customPool(environment) : environmentBody()),
  PATCH: async (id: string) => client.patch(id, VERSION, { tags: { a: 'b' } }),
  DELETE: async (id: string) => client.delete(id, VERSION),
};

test.each(['PUT', 'PATCH', 'DELETE'] as const)('%s during the create of a pool answers 409, and has no effect', async method => {
  const created = await client.put(pool, VERSION, customPool(environment));
  expect(errorOf(await REQUESTS[method](pool))).toEqual(BUSY_POOL);
  expect((await client.get(pool, VERSION)).body).toMatchObject({ properties: { provisioningState: 'InProgress' } });
  expect((await client.follow(created)).pop()?.body.status).toBe('Succeeded');
  expect((await REQUESTS[method](pool)).status).toBeLessThan(300);
});

test.each(['PUT', 'PATCH', 'DELETE'] as const)('%s during the create of an environment answers 409', async method => {
  await client.put(environment, VERSION, environmentBody());
  expect(errorOf(await REQUESTS[method](environment))).toEqual(BUSY_ENVIRONMENT);
});

test.each(['PUT', 'PATCH', 'DELETE'] as const)('%s during the deletion of a pool answers 409', async method => {
  arm.put(pool, VERSION, customPool(environment));
  const deleted = await client.delete(pool, VERSION);
  expect(errorOf(await REQUESTS[method](pool))).toEqual(BUSY_POOL);
  await client.follow(deleted);
  expect(arm.resource(pool)).toBeUndefined();
});

test('an operation of another resource is not in the way', async () => {
  await client.put(environment, VERSION, environmentBody());
  expect((await client.put(pool, VERSION, pythonPool())).status).toBe(200);
});

test('a type that has no code of its own answers AnotherOperationInProgress', async () => {
  const workspace = `${arm.resourceGroupId()}/providers/Microsoft.OperationalInsights/workspaces/logs`;
  arm.inject({ method: 'PUT', fault: { kind: 'async-hang' } });
  await client.put(workspace, '2023-09-01', { location: 'westus3' });
  expect(errorOf(await client.put(workspace, '2023-09-01', { location: 'westus3' }))).toEqual({
    status: 409,
    code: 'AnotherOperationInProgress',
    message: "Another operation on the resource 'logs' is in progress.",
  });
});

test('time passes with each refusal, so that a client which asks again gets through without polling', async () => {
  await client.put(pool, VERSION, customPool(environment));
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 3; attempt++) statuses.push((await client.put(pool, VERSION, customPool(environment))).status);
  expect(statuses).toEqual([409, 409, 200]);
});

test('what hangs stays in the way until it is ended', async () => {
  arm.inject({ method: 'PUT', fault: { kind: 'async-hang' } });
  await client.put(pool, VERSION, customPool(environment));
  arm.endOperations();
  for (let attempt = 0; attempt < 5; attempt++) expect((await REQUESTS.PUT(pool)).status).toBe(409);
  arm.endOperations({ hanging: true });
  expect((await REQUESTS.PUT(pool)).status).toBe(200);
});

test('a newer request takes the place of an operation, where that is not refused', async () => {
  arm.rules = { ...arm.rules, refuseBusy: false };
  await client.put(pool, VERSION, customPool(environment));
  expect((await client.put(pool, VERSION, customPool(environment))).status).toBe(200);
  expect((await client.delete(pool, VERSION)).status).toBe(202);
  expect(errorOf(await client.put(pool, VERSION, customPool(environment)))).toEqual({
    status: 409,
    code: 'Conflict',
    message: "The resource 'pool' is being deleted.",
  });
});

describe('a permanent 409 is told from a busy one by its words', () => {
  const assignment = (name: string) =>
    `${pool}/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-00000000000${name}`;
  const setting = (name: string) => `${environment}/providers/Microsoft.Insights/diagnosticSettings/${name}`;
  const settingBody = {
    properties: {
      workspaceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w',
      logs: [{ category: 'AppEnvSessionConsoleLogs', enabled: true }],
    },
  };

  test.each<[string, () => Promise<Answer>]>([
    [
      'RoleAssignmentExists',
      async () => {
        await client.put(assignment('1'), '2022-04-01', roleAssignmentBody());
        return client.put(assignment('2'), '2022-04-01', roleAssignmentBody());
      },
    ],
    [
      'InvalidResourceLocation',
      async () => {
        arm.put(pool, VERSION, pythonPool());
        return client.put(pool, VERSION, pythonPool({}, { location: 'eastus' }));
      },
    ],
    [
      'ManagedEnvironmentHasSessionPools',
      async () => {
        arm.put(environment, VERSION, environmentBody());
        arm.put(pool, VERSION, customPool(environment));
        return client.delete(environment, VERSION);
      },
    ],
    [
      'MissingSubscriptionRegistration',
      async () => {
        arm.unregister('Microsoft.App');
        return client.put(pool, VERSION, pythonPool());
      },
    ],
    [
      'Conflict',
      async () => {
        await client.put(setting('one'), '2021-05-01-preview', settingBody);
        return client.put(setting('two'), '2021-05-01-preview', settingBody);
      },
    ],
  ])('%s', async (code, request) => {
    const { status, body } = await request();
    expect({ status, code: asObject(body.error).code }).toEqual({ status: 409, code });
    expect(JSON.stringify(body)).not.toContain('OperationInProgress');
  });
});
