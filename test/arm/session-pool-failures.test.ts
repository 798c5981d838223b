import { ArmClient } from './arm-client';
import { customPool, environmentBody, pythonPool, template } from './bodies';
import type { JsonObject } from './json';
import { asObject, asObjects } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';
const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg';
const POOL = `${GROUP}/providers/Microsoft.App/sessionPools/pool`;
const ENVIRONMENT = `${GROUP}/providers/Microsoft.App/managedEnvironments/env`;
const IDENTITY = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;

let arm: LocalArm;
let client: ArmClient;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterEach(async () => arm.stop());

describe('the environment of a CustomContainer', () => {
  async function refusal(body: JsonObject = customPool(ENVIRONMENT)): Promise<unknown> {
    const answer = await client.put(POOL, VERSION, body);
    return [answer.status, asObject(answer.body.error)];
  }

  test('must be one', async () => {
    expect(await refusal(customPool(IDENTITY))).toEqual([
      400,
      { code: 'InvalidManagedEnvironmentId', message: `Invalid ManagedEnvironmentId value '${IDENTITY}'.` },
    ]);
  });

  test('must be ready', async () => {
    await client.put(ENVIRONMENT, VERSION, environmentBody());
    expect(await refusal()).toEqual([
      409,
      { code: 'ManagedEnvironmentNotReady', message: `The environment '${ENVIRONMENT}' is not ready: InProgress.` },
    ]);
  });

  test('must not have failed', async () => {
    arm.inject({ method: 'PUT', fault: { kind: 'async-failed' } });
    await client.follow(await client.put(ENVIRONMENT, VERSION, environmentBody()));
    expect(await refusal()).toEqual([
      400,
      {
        code: 'ManagedEnvironmentNotProvisioned',
        message: `The environment '${ENVIRONMENT}' has not been provisioned successfully.`,
      },
    ]);
  });

  test('must have workload profiles', async () => {
    arm.put(ENVIRONMENT, VERSION, environmentBody({ workloadProfiles: null }));
    expect(await refusal()).toEqual([
      400,
      { code: 'SessionPoolInvalidConfiguration', message: `The environment '${ENVIRONMENT}' has no workload profiles.` },
    ]);
  });

  test('must be in the same region, however that is spelled', async () => {
    arm.put(ENVIRONMENT, VERSION, { ...environmentBody(), location: 'West US 3' });
    expect(await refusal(customPool(ENVIRONMENT, {}, { location: 'East US' }))).toEqual([
      400,
      {
        code: 'SessionPoolInvalidConfiguration',
        message: "The location 'eastus' of the session pool 'pool' must be that of its environment, 'westus3'.",
      },
    ]);
    expect((await client.put(POOL, VERSION, customPool(ENVIRONMENT))).status).toBe(201);
  });
});

describe('a pool that has failed', () => {
  const failure = {
    code: 'SessionPoolOperationError',
    message: "Failed to provision session pool 'pool'. Error details: pool group create/update failed with error: time out.",
  };

  async function fail(body: JsonObject): Promise<void> {
    arm.inject({ method: 'PUT', fault: { kind: 'async-failed' } });
    await client.follow(await client.put(POOL, VERSION, body));
    expect((await client.get(POOL, VERSION)).body).toMatchObject({ properties: { provisioningState: 'Failed' } });
  }

  async function lastOf(body: JsonObject): Promise<JsonObject> {
    const polls = await client.follow(await client.put(POOL, VERSION, body));
    return polls[polls.length - 1].body;
  }

  test('at its create fails again with each PUT until it is deleted', async () => {
    await fail(customPool(ENVIRONMENT));
    for (let run = 0; run < 3; run++) expect(await lastOf(customPool(ENVIRONMENT))).toMatchObject({ status: 'Failed', error: failure });
    await client.follow(await client.delete(POOL, VERSION));
    expect(await lastOf(customPool(ENVIRONMENT))).toMatchObject({ status: 'Succeeded' });
  });

  test('answers the error at once where a PUT has no operation', async () => {
    await fail(pythonPool());
    expect(await client.put(POOL, VERSION, pythonPool())).toMatchObject({ status: 400, body: { error: failure } });
    await client.follow(await client.delete(POOL, VERSION));
    expect((await client.put(POOL, VERSION, pythonPool())).status).toBe(200);
  });

  test.each([
    ['created', 'Succeeded'],
    ['created or updated', 'Failed'],
  ] as const)('at an update, where those %s stay Failed: %s', async (failedForGood, status) => {
    arm.rules = { ...arm.rules, failedForGood };
    arm.put(POOL, VERSION, customPool(ENVIRONMENT));
    await fail(customPool(ENVIRONMENT));
    expect(await lastOf(customPool(ENVIRONMENT))).toMatchObject({ status });
  });
});

describe('what an api version does not know', () => {
  const probes = [{ type: 'Liveness', httpGet: { port: 80 } }];
  const withProbes = () => customPool(ENVIRONMENT, { customContainerTemplate: template({ probes }) });
  const mcp = { mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: true } };
  const containerOf = ({ properties }: JsonObject) => asObjects(asObject(asObject(properties).customContainerTemplate).containers)[0];
  const PROBES = '2026-07-01';
  const MCP = '2025-10-02-preview';

  test('is not answered by it', async () => {
    arm.put(POOL, PROBES, withProbes());
    expect(containerOf((await client.get(POOL, PROBES)).body)).toMatchObject({ probes });
    expect(containerOf((await client.get(POOL, VERSION)).body)).not.toHaveProperty('probes');
  });

  test.each([
    ['dropped', undefined],
    ['kept', probes],
  ] as const)('is %s by a PUT: probes', async (unknownToVersion, left) => {
    arm.rules = { ...arm.rules, unknownToVersion };
    arm.put(POOL, PROBES, withProbes());
    arm.put(POOL, VERSION, customPool(ENVIRONMENT));
    expect(containerOf((await client.get(POOL, PROBES)).body).probes).toEqual(left);
    arm.put(POOL, PROBES, customPool(ENVIRONMENT));
    expect(containerOf((await client.get(POOL, PROBES)).body).probes).toBeUndefined();
  });

  test.each([
    ['dropped', null],
    ['kept', expect.objectContaining(mcp.mcpServerSettings)],
  ] as const)('is %s by a PUT: MCP', async (unknownToVersion, left) => {
    arm.rules = { ...arm.rules, unknownToVersion };
    arm.put(POOL, MCP, pythonPool(mcp));
    arm.put(POOL, VERSION, pythonPool());
    expect(asObject((await client.get(POOL, MCP)).body.properties).mcpServerSettings).toEqual(left);
    arm.put(POOL, MCP, pythonPool());
    expect(asObject((await client.get(POOL, MCP)).body.properties).mcpServerSettings).toBeNull();
  });
});
