import { ArmClient } from './arm-client';
import { customPool, pythonPool, template } from './bodies';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';
const PREVIEW = '2025-10-02-preview';
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

test('PUT PythonLTS answers 200 and is done', async () => {
  const { status, headers, body } = await client.put(POOL, VERSION, pythonPool());
  expect(status).toBe(200);
  expect(headers['azure-asyncoperation']).toBeUndefined();
  expect(body).toMatchObject({
    id: POOL,
    type: 'Microsoft.App/sessionpools',
    location: 'West US 3',
    identity: { type: 'None' },
    properties: {
      provisioningState: 'Succeeded',
      environmentId: null,
      managedIdentitySettings: null,
      poolManagementEndpoint: `https://westus3.dynamicsessions.io${POOL.replace('/providers/Microsoft.App', '')}`,
      scaleConfiguration: { maxConcurrentSessions: 10 },
    },
  });
  expect(body).not.toHaveProperty('properties.scaleConfiguration.readySessionInstances');
});

test('PUT CustomContainer answers 201, then its operation is polled', async () => {
  const created = await client.put(POOL, '2025-02-02-preview', customPool(ENVIRONMENT));
  expect(created.status).toBe(201);
  expect(created.headers['x-ms-async-operation-timeout']).toBe('PT30M');
  expect(created.headers['azure-asyncoperation']).toContain('/providers/Microsoft.App/locations/westus3/operationStatuses/');
  expect(created.body).toMatchObject({
    properties: {
      provisioningState: 'InProgress',
      secrets: [{ name: 'testsecret' }],
      managedIdentitySettings: [],
      mcpServerSettings: null,
      customContainerTemplate: { registryCredentials: null },
    },
  });
  expect(asObject(created.body.properties).poolManagementEndpoint).toMatch(
    /^https:\/\/pool\.jollymoss-[0-9a-f]{8}\.westus3\.azurecontainerapps\.io$/,
  );

  const polls = await client.follow(created);
  expect(polls.map(({ body }) => body.status)).toEqual(['InProgress', 'Succeeded']);
  expect(polls[0].headers['retry-after']).toBe('1');
  expect(Object.keys(polls[0].body)).toEqual(['id', 'name', 'status', 'startTime']);
  expect((await client.get(POOL, VERSION)).body).toMatchObject({ properties: { provisioningState: 'Succeeded' } });
});

test('PUT of what exists answers 200 and replaces the secrets', async () => {
  arm.put(POOL, VERSION, customPool(ENVIRONMENT));
  const updated = await client.put(POOL, VERSION, customPool(ENVIRONMENT, { secrets: [{ name: 'other', value: 'othervalue' }] }));
  expect(updated.status).toBe(200);
  await client.follow(updated);
  expect(arm.resource(POOL)?.body).toMatchObject({ properties: { secrets: [{ name: 'other', value: 'othervalue' }] } });
});

test('PUT of a secret without its value loses the value, where that is not refused', async () => {
  arm.rules = { ...arm.rules, secretWithoutValue: 'lost' };
  arm.put(POOL, VERSION, customPool(ENVIRONMENT));
  const updated = await client.put(POOL, VERSION, customPool(ENVIRONMENT, { secrets: [{ name: 'testsecret' }] }));
  expect(updated.status).toBe(200);
  expect(arm.resource(POOL)?.body).toMatchObject({ properties: { secrets: [{ name: 'testsecret' }] } });
  expect(JSON.stringify(arm.resource(POOL)?.body)).not.toContain('testsecretvalue');
});

test('the body of the CLI is accepted: nulls, numbers as strings, fields that no schema has', async () => {
  const container = { command: null, args: null, env: null, volumeMounts: null };
  const body = customPool(ENVIRONMENT, {
    secrets: [{ name: 'testsecret', value: 'v', keyVaultUrl: '', identity: '' }],
    dynamicPoolConfiguration: {
      lifecycleConfiguration: { lifecycleType: 'Timed', maxAlivePeriodInSeconds: null, cooldownPeriodInSeconds: '300' },
    },
    customContainerTemplate: template(container, { registryCredentials: null }),
  });
  const answer = await client.put(POOL, VERSION, body);
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    properties: { dynamicPoolConfiguration: { lifecycleConfiguration: { cooldownPeriodInSeconds: 300 } } },
  });
});

test('PATCH merges, and answers 202 with a location', async () => {
  arm.put(POOL, VERSION, customPool(ENVIRONMENT));
  const patched = await client.patch(POOL, VERSION, { properties: { scaleConfiguration: { maxConcurrentSessions: 12 } } });
  expect(patched.status).toBe(202);
  const polls = await client.follow(patched);
  expect(polls.map(({ status }) => status)).toEqual([202, 200]);
  expect(polls[1].body).toMatchObject({ properties: { scaleConfiguration: { maxConcurrentSessions: 12, readySessionInstances: 2 } } });
});

test('DELETE answers 202 with a location, then 204 when there is nothing', async () => {
  arm.put(POOL, VERSION, pythonPool());
  const deleted = await client.delete(POOL, VERSION);
  expect(deleted).toMatchObject({ status: 202, body: {} });
  expect(deleted.headers.location).toContain('/operationResults/');
  expect((await client.get(POOL, VERSION)).body).toMatchObject({ properties: { provisioningState: 'Deleting' } });
  expect((await client.put(POOL, VERSION, pythonPool())).body).toMatchObject({
    error: { code: 'Conflict', message: "The resource 'pool' is being deleted." },
  });
  expect((await client.follow(deleted)).map(({ status }) => status)).toEqual([202, 204]);
  expect((await client.get(POOL, VERSION)).body).toMatchObject({ error: { code: 'ResourceNotFound' } });
  expect((await client.delete(POOL, VERSION)).status).toBe(204);
});

test('identities that are not listed come back with the lifecycle None', async () => {
  const answer = await client.put(
    POOL,
    VERSION,
    customPool(
      ENVIRONMENT,
      { managedIdentitySettings: [{ identity: 'system', lifecycle: 'Main' }] },
      {
        identity: { type: 'SystemAssigned,UserAssigned', userAssignedIdentities: { [IDENTITY]: {} } },
      },
    ),
  );
  expect(answer.body).toMatchObject({
    identity: { type: 'SystemAssigned, UserAssigned', tenantId: arm.tenantId, userAssignedIdentities: { [IDENTITY]: {} } },
    properties: {
      managedIdentitySettings: [
        { identity: 'system', lifecycle: 'Main' },
        { identity: IDENTITY, lifecycle: 'None' },
      ],
    },
  });
  const { principalId } = asObject((await client.put(IDENTITY, '2024-11-30', { location: 'westus3' })).body.properties);
  expect(answer.body).toMatchObject({ identity: { userAssignedIdentities: { [IDENTITY]: { principalId } } } });
});

test('a system identity cannot pull on the first create', async () => {
  const registry = { server: 'x.azurecr.io', identity: 'system' };
  const body = customPool(
    ENVIRONMENT,
    { customContainerTemplate: template({}, { registryCredentials: registry }) },
    { identity: { type: 'SystemAssigned' } },
  );
  const polls = await client.follow(await client.put(POOL, VERSION, body));
  expect(polls[1].body).toMatchObject({
    status: 'Failed',
    error: {
      code: 'SessionPoolOperationError',
      message: "Failed to provision session pool 'pool'. Error details: pool group create/update failed with error: time out.",
    },
  });
});

describe('MCP', () => {
  const mcp = { mcpServerSettings: { isMcpServerEnabled: true } };

  test('has an endpoint and a key that rotates', async () => {
    const { body } = await client.put(POOL, PREVIEW, pythonPool(mcp));
    expect(body).toMatchObject({
      properties: { mcpServerSettings: { mcpServerEndpoint: expect.stringMatching(/sessionPools\/pool\/mcp$/) } },
    });
    const first = await client.post(`${POOL}/fetchMCPServerCredentials`, PREVIEW);
    expect(first.body.apiKey).toMatch(/^[0-9a-f]{32}$/);
    expect((await client.post(`${POOL}/fetchMcpServerCredentials`, PREVIEW)).body).toEqual(first.body);
    const rotated = await client.post(`${POOL}/rotateMcpServerCredentials`, PREVIEW);
    expect(rotated.body.apiKey).not.toBe(first.body.apiKey);
    expect((await client.post(`${POOL}/fetchMcpServerCredentials`, PREVIEW)).body).toEqual(rotated.body);
  });

  test('is dropped without a word for CustomContainer', async () => {
    const { body } = await client.put(POOL, PREVIEW, customPool(ENVIRONMENT, mcp));
    expect(body).toMatchObject({ properties: { mcpServerSettings: null } });
  });

  test('has no action at other versions', async () => {
    arm.put(POOL, VERSION, pythonPool());
    expect(await client.post(`${POOL}/fetchMcpServerCredentials`, VERSION)).toMatchObject({
      status: 404,
      body: { error: { code: 'NotFound' } },
    });
  });
});

test('GET during a create answers the state InProgress, and afterwards Succeeded', async () => {
  const created = await client.put(POOL, VERSION, customPool(ENVIRONMENT));
  expect((await client.get(POOL, VERSION)).body).toMatchObject({ properties: { provisioningState: 'InProgress', nodeCount: 0 } });
  await client.follow(created);
  expect((await client.get(POOL, VERSION)).body).toMatchObject({ properties: { provisioningState: 'Succeeded', nodeCount: 1 } });
});

test('templateUpdateStatus has the template that sessions have and the one that they are to have', async () => {
  const statusOf = async () => asObject(asObject((await client.get(POOL, PREVIEW)).body.properties).templateUpdateStatus);
  await client.follow(await client.put(POOL, PREVIEW, customPool(ENVIRONMENT)));
  const { activeTemplate, desiredTemplate } = await statusOf();
  expect(activeTemplate).toEqual(desiredTemplate);
  const ready = Number(asObject(asObject(activeTemplate).status).readyCount);
  expect(asObject(activeTemplate).status).toMatchObject({ expectedCount: ready, pendingCount: 0, imagePullFailCount: 0, crashCount: 0 });
  const { properties, ...pool } = customPool(ENVIRONMENT);
  const containers = [{ name: 'main', image: 'registry.azurecr.io/app:2', resources: { cpu: 0.5, memory: '1Gi' } }];
  await client.put(POOL, PREVIEW, {
    ...pool,
    properties: { ...asObject(properties), customContainerTemplate: { containers, ingress: { targetPort: 80 } } },
  });
  const during = await statusOf();
  expect(during.activeTemplate).toEqual(activeTemplate);
  expect(during.desiredTemplate).toMatchObject({ containers, status: { expectedCount: ready, readyCount: 0, pendingCount: ready } });
});

test('templateUpdateStatus is null for PythonLTS, and answered at no version without it', async () => {
  await client.put(POOL, PREVIEW, pythonPool());
  expect((await client.get(POOL, PREVIEW)).body.properties).toHaveProperty('templateUpdateStatus', null);
  expect((await client.get(POOL, VERSION)).body.properties).not.toHaveProperty('templateUpdateStatus');
});
