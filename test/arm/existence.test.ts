import type { Answer } from './arm-client';
import { ArmClient } from './arm-client';
import { customPool, environmentBody, metricAlertBody, pythonPool, roleAssignmentBody } from './bodies';
import type { JsonObject } from './json';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';
const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg`;
const POOL = `${GROUP}/providers/Microsoft.App/sessionPools/pool`;
const ENVIRONMENT = `${GROUP}/providers/Microsoft.App/managedEnvironments/env`;
const IDENTITY = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const WORKSPACE = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs`;
const PACK = `${GROUP}/providers/Microsoft.OperationalInsights/queryPacks/pack`;
const ASSIGNMENT = 'providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000001';

let arm: LocalArm;
let client: ArmClient;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterEach(async () => arm.stop());

const errorOf = ({ status, body }: Answer) => ({ status, ...asObject(body.error) });
const identity = { identity: { type: 'UserAssigned', userAssignedIdentities: { [IDENTITY]: {} } } };
const query = { properties: { displayName: 'q', body: 'Usage' } };
const setting = { properties: { workspaceId: WORKSPACE, metrics: [{ category: 'AllMetrics', enabled: true }] } };
const activityLogAlert = {
  location: 'global',
  properties: { scopes: [POOL], condition: { allOf: [{ field: 'category', equals: 'ResourceHealth' }] }, actions: {} },
};
const notFound = (what: string) => ({
  status: 404,
  code: 'ResourceNotFound',
  message:
    `The Resource '${what}' under resource group 'rg' was not found. ` +
    'For more details please go to https://aka.ms/ARMResourceNotFoundFix',
});

/** What is put where, what that needs, and how it is refused without. */
const REFERENCES: ReadonlyArray<[string, string, string, string, JsonObject, object]> = [
  [
    'a subscription',
    SUBSCRIPTION,
    POOL,
    VERSION,
    pythonPool(),
    { status: 404, code: 'SubscriptionNotFound', message: "The subscription '00000000-0000-4000-8000-000000000001' could not be found." },
  ],
  [
    'a resource group',
    GROUP,
    POOL,
    VERSION,
    pythonPool(),
    { status: 404, code: 'ResourceGroupNotFound', message: "Resource group 'rg' could not be found." },
  ],
  [
    'the resource group of a role assignment',
    GROUP,
    `${GROUP}/${ASSIGNMENT}`,
    '2022-04-01',
    roleAssignmentBody(),
    { status: 404, code: 'ResourceGroupNotFound', message: "Resource group 'rg' could not be found." },
  ],
  [
    'the pool of a role assignment',
    POOL,
    `${POOL}/${ASSIGNMENT}`,
    '2022-04-01',
    roleAssignmentBody(),
    notFound('Microsoft.App/sessionPools/pool'),
  ],
  [
    'the environment of a diagnostic setting',
    ENVIRONMENT,
    `${ENVIRONMENT}/providers/Microsoft.Insights/diagnosticSettings/logs`,
    '2021-05-01-preview',
    setting,
    notFound('Microsoft.App/managedEnvironments/env'),
  ],
  [
    'the workspace of a diagnostic setting',
    WORKSPACE,
    `${ENVIRONMENT}/providers/Microsoft.Insights/diagnosticSettings/logs`,
    '2021-05-01-preview',
    setting,
    { status: 400, code: 'BadRequest', message: `Resource '${WORKSPACE}' was not found.` },
  ],
  [
    'the query pack of a query',
    PACK,
    `${PACK}/queries/aaaaaaaa-0000-4000-8000-000000000001`,
    '2019-09-01',
    query,
    {
      status: 404,
      code: 'ParentResourceNotFound',
      message: `Failed to perform 'write' on resource(s) of type 'queryPacks/queries', because the parent resource '${PACK}' could not be found.`,
    },
  ],
  [
    'the environment of a pool',
    ENVIRONMENT,
    POOL,
    VERSION,
    customPool(ENVIRONMENT),
    { status: 404, code: 'ManagedEnvironmentNotFound', message: `Environment ${ENVIRONMENT} was not found.` },
  ],
  [
    'the identity of a pool',
    IDENTITY,
    POOL,
    VERSION,
    customPool(ENVIRONMENT, {}, identity),
    {
      status: 400,
      code: 'FailedIdentityOperation',
      message: `Failed to perform resource identity operation. Resource '${IDENTITY}' was not found.`,
    },
  ],
  [
    'the scope of a metric alert',
    POOL,
    `${GROUP}/providers/Microsoft.Insights/metricAlerts/full`,
    '2018-03-01',
    metricAlertBody(),
    { status: 400, code: 'BadRequest', message: `Alert scope is invalid. The scope '${POOL}' was not found.` },
  ],
  [
    'the scope of an activity log alert',
    POOL,
    `${GROUP}/providers/Microsoft.Insights/activityLogAlerts/health`,
    '2020-10-01',
    activityLogAlert,
    { status: 400, code: 'BadRequest', message: `Alert scope is invalid. The scope '${POOL}' was not found.` },
  ],
];

const EVERYTHING = [SUBSCRIPTION, GROUP, POOL, ENVIRONMENT, IDENTITY, WORKSPACE, PACK];

test.each(REFERENCES)('%s must exist where only what is known does', async (_, needed, id, version, body, refusal) => {
  const [knowing, ignorant] = await Promise.all([
    LocalArm.start({ rules: { existing: 'known' }, existing: EVERYTHING }),
    LocalArm.start({ rules: { existing: 'known' }, existing: EVERYTHING.filter(each => each !== needed) }),
  ]);
  // The subscription of the tests is always known.
  const target = needed === SUBSCRIPTION ? id.replace('-000000000001', '-000000000009') : id;
  expect((await new ArmClient(knowing).put(id, version, body)).status).toBeLessThan(300);
  const answer = errorOf(await new ArmClient(ignorant).put(target, version, body));
  expect(JSON.parse(JSON.stringify(answer).replace(/-000000000009/g, '-000000000001'))).toEqual(refusal);
  await Promise.all([knowing.stop(), ignorant.stop()]);
});

test.each(REFERENCES.filter(([, needed]) => needed !== SUBSCRIPTION))(
  '%s must not have been deleted',
  async (_, needed, id, version, body, refusal) => {
    const bodies: { readonly [id: string]: JsonObject } = { [POOL]: pythonPool(), [ENVIRONMENT]: environmentBody() };
    expect((await client.put(id, version, body)).status).toBeLessThan(300);
    if (arm.resource(id)) arm.remove(id);
    arm.put(needed, [POOL, ENVIRONMENT].includes(needed) ? VERSION : '2024-01-01', bodies[needed] ?? { location: 'westus3' });
    arm.remove(needed);
    expect(errorOf(await client.put(id, version, body))).toEqual(refusal);
    arm.rules = { ...arm.rules, existing: 'anything' };
    expect((await client.put(id, version, body)).status).toBeLessThan(300);
  },
);

test('what was deleted exists again once it is created again', async () => {
  arm.put(ENVIRONMENT, VERSION, environmentBody());
  arm.remove(ENVIRONMENT);
  expect((await client.put(POOL, VERSION, customPool(ENVIRONMENT))).status).toBe(404);
  arm.put(ENVIRONMENT, VERSION, environmentBody());
  expect((await client.put(POOL, VERSION, customPool(ENVIRONMENT))).status).toBe(201);
});

test('what is nested is gone with what it stands under', async () => {
  arm.put(PACK, '2019-09-01', { location: 'westus3' });
  const nested = `${PACK}/queries/aaaaaaaa-0000-4000-8000-000000000001`;
  arm.put(nested, '2019-09-01', query);
  arm.remove(PACK);
  expect(arm.resource(nested)).toBeUndefined();
  expect((await client.put(`${nested}/${ASSIGNMENT}`, '2022-04-01', roleAssignmentBody())).status).toBe(404);
});

test('resources become known by being declared, without regard to case, or by being here', async () => {
  arm.rules = { ...arm.rules, existing: 'known' };
  expect((await client.put(POOL, VERSION, customPool(ENVIRONMENT))).status).toBe(404);
  arm.declare(`${ENVIRONMENT.toUpperCase()}/`);
  expect((await client.put(POOL, VERSION, customPool(ENVIRONMENT))).status).toBe(201);
  const other = `${SUBSCRIPTION}/resourceGroups/other`;
  expect((await client.put(POOL.replace(GROUP, other), VERSION, pythonPool())).status).toBe(404);
  await client.put(other, '2024-03-01', { location: 'westus3' });
  expect((await client.put(POOL.replace(GROUP, other), VERSION, pythonPool())).status).toBe(200);
});

test('GET in a resource group that does not exist says so', async () => {
  arm.rules = { ...arm.rules, existing: 'known' };
  expect(errorOf(await client.get(POOL.replace('/rg/', '/other/'), VERSION))).toEqual({
    status: 404,
    code: 'ResourceGroupNotFound',
    message: "Resource group 'other' could not be found.",
  });
});

describe('an environment with pools', () => {
  beforeEach(() => {
    arm.put(ENVIRONMENT, VERSION, environmentBody());
    arm.put(POOL, VERSION, customPool(ENVIRONMENT.toLowerCase()));
    arm.put(`${POOL}2`, VERSION, customPool(ENVIRONMENT));
  });

  test('is not deleted before they are', async () => {
    expect(errorOf(await client.delete(ENVIRONMENT, VERSION))).toEqual({
      status: 409,
      code: 'ManagedEnvironmentHasSessionPools',
      message: 'The specified environment env cannot be deleted because it still contains 2 SessionPools.',
    });
    arm.remove(`${POOL}2`);
    const deleted = await client.delete(POOL, VERSION);
    expect((await client.delete(ENVIRONMENT, VERSION)).status).toBe(409);
    await client.follow(deleted);
    expect((await client.delete(ENVIRONMENT, VERSION)).status).toBe(202);
  });

  test('is deleted and leaves them behind, where that is not refused', async () => {
    arm.rules = { ...arm.rules, refuseEnvironmentInUse: false };
    await client.follow(await client.delete(ENVIRONMENT, VERSION));
    expect((await client.get(POOL, VERSION)).status).toBe(200);
    expect((await client.put(POOL, VERSION, customPool(ENVIRONMENT.toLowerCase()))).body).toMatchObject({
      error: { code: 'ManagedEnvironmentNotFound' },
    });
  });
});
