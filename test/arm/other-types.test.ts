import { ArmClient } from './arm-client';
import { environmentBody, metricAlertBody, pythonPool, roleAssignmentBody } from './bodies';
import type { JsonObject } from './json';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-01-01';
const ROLES = '2022-04-01';
const ALERTS = '2018-03-01';
const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg`;
const POOL = `${GROUP}/providers/Microsoft.App/sessionPools/pool`;
const ENVIRONMENT = `${GROUP}/providers/Microsoft.App/managedEnvironments/env`;
const ASSIGNMENT = `${POOL}/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000001`;
const ALERT = `${GROUP}/providers/Microsoft.Insights/metricAlerts/full`;

let arm: LocalArm;
let client: ArmClient;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterEach(async () => arm.stop());

describe('managed environments', () => {
  test('are created by an operation and deleted by another', async () => {
    const created = await client.put(ENVIRONMENT, VERSION, environmentBody());
    expect(created).toMatchObject({ status: 201, body: { properties: { provisioningState: 'Waiting', publicNetworkAccess: 'Enabled' } } });
    expect((await client.follow(created)).map(({ body }) => body.status)).toEqual(['InProgress', 'Succeeded']);
    const { body } = await client.get(ENVIRONMENT, VERSION);
    expect(body).toMatchObject({ location: 'West US 3', properties: { provisioningState: 'Succeeded', staticIp: '10.0.0.4' } });
    expect(asObject(body.properties).defaultDomain).toMatch(/^jollymoss-[0-9a-f]{8}\.westus3\.azurecontainerapps\.io$/);
    expect((await client.follow(await client.delete(ENVIRONMENT, VERSION))).map(({ status }) => status)).toEqual([202, 204]);
  });

  test('withhold the key of the workspace', async () => {
    const logs = { destination: 'log-analytics', logAnalyticsConfiguration: { customerId: 'id', sharedKey: 'key' } };
    const { body } = await client.put(ENVIRONMENT, VERSION, environmentBody({ appLogsConfiguration: logs }));
    expect(body).toMatchObject({
      properties: { appLogsConfiguration: { logAnalyticsConfiguration: { customerId: 'id', sharedKey: null } } },
    });
  });

  test.each<[string, string, JsonObject]>([
    ['An internal environment must have an infrastructureSubnetId.', ENVIRONMENT, { vnetConfiguration: { internal: true } }],
    [
      'The destination log-analytics must have a customerId and a sharedKey.',
      ENVIRONMENT,
      { appLogsConfiguration: { destination: 'log-analytics' } },
    ],
    ["The environment name 'a b' is not valid.", `${ENVIRONMENT.slice(0, -3)}a%20b`, {}],
  ])('are refused: %s', async (message, id, properties) => {
    const answer = await client.put(id, VERSION, environmentBody(properties));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ManagedEnvironmentInvalidConfiguration', message } } });
  });
});

describe('role assignments', () => {
  test('are created once, told under the subscription, and deleted', async () => {
    const body = roleAssignmentBody({
      roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0',
    });
    const created = await client.put(ASSIGNMENT, ROLES, body);
    expect(created).toMatchObject({ status: 201, body: { properties: { ...asObject(roleAssignmentBody().properties), scope: POOL } } });
    expect((await client.put(ASSIGNMENT, ROLES, body)).status).toBe(200);
    expect((await client.delete(ASSIGNMENT, ROLES)).status).toBe(200);
    expect(await client.get(ASSIGNMENT, ROLES)).toMatchObject({
      status: 404,
      body: {
        error: { code: 'RoleAssignmentNotFound', message: "The role assignment 'aaaaaaaa-0000-4000-8000-000000000001' is not found." },
      },
    });
  });

  test.each<[number, string, string, string, JsonObject]>([
    [
      400,
      'InvalidRoleAssignmentId',
      "The role assignment ID 'executor' is not valid. The role assignment ID must be a GUID.",
      'executor',
      {},
    ],
    [
      400,
      'InvalidPrincipalId',
      "A valid principal ID must be provided for role assignment. The principal ID 'me' is not a GUID.",
      'aaaaaaaa-0000-4000-8000-000000000002',
      { principalId: 'me' },
    ],
    [
      400,
      'InvalidRoleDefinitionId',
      "The role definition ID 'Reader' is not valid.",
      'aaaaaaaa-0000-4000-8000-000000000002',
      { roleDefinitionId: 'Reader' },
    ],
    [
      400,
      'InvalidRequestContent',
      'The request content was invalid: properties.principalId is required.',
      'aaaaaaaa-0000-4000-8000-000000000002',
      { principalId: undefined },
    ],
    [
      400,
      'RoleAssignmentUpdateNotPermitted',
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
      'aaaaaaaa-0000-4000-8000-000000000001',
      { principalId: '22222222-2222-4222-8222-222222222222' },
    ],
    [
      409,
      'RoleAssignmentExists',
      'The role assignment already exists. The ID of the existing role assignment is aaaaaaaa000040008000000000000001.',
      'aaaaaaaa-0000-4000-8000-000000000002',
      {},
    ],
  ])('are refused with %i %s: %s', async (status, code, message, name, properties) => {
    arm.put(ASSIGNMENT, ROLES, roleAssignmentBody());
    const id = `${POOL}/providers/Microsoft.Authorization/roleAssignments/${name}`;
    expect(await client.put(id, ROLES, roleAssignmentBody(properties))).toMatchObject({ status, body: { error: { code, message } } });
  });

  test('of the same principal stand beside each other at other scopes', async () => {
    arm.put(ASSIGNMENT, ROLES, roleAssignmentBody());
    const other = ASSIGNMENT.replace('/pool/', '/other/').replace(/1$/, '2');
    expect((await client.put(other, ROLES, roleAssignmentBody())).status).toBe(201);
  });
});

describe('metric alerts', () => {
  test('are kept', async () => {
    expect(await client.put(ALERT, ALERTS, metricAlertBody())).toMatchObject({ status: 201, body: { location: 'global' } });
  });

  test.each<[string, string, JsonObject]>([
    ['BadRequest', 'The location of a metric alert must be global.', { ...metricAlertBody(), location: 'westus3' }],
    ['BadRequest', 'A metric alert must have a scope.', metricAlertBody({ scopes: [] })],
    ['BadRequest', 'severity must be between 0 and 4.', metricAlertBody({ severity: 5 })],
    ['BadRequest', "Couldn't find a metric named Sessions. Make sure the name is correct.", metricAlertBody({}, 'Sessions')],
    [
      'InvalidRequestContent',
      'The request content was invalid: properties.windowSize is required.',
      metricAlertBody({ windowSize: undefined }),
    ],
  ])('are refused with %s: %s', async (code, message, body) => {
    expect(await client.put(ALERT, ALERTS, body)).toMatchObject({ status: 400, body: { error: { code, message } } });
  });
});

describe('any other type', () => {
  const identity = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;

  test('is put, got, listed and deleted', async () => {
    const created = await client.put(identity, '2024-11-30', { location: 'West US 3', tags: { a: 'b' } });
    expect(created).toMatchObject({ status: 201, body: { id: identity, name: 'puller', location: 'westus3', tags: { a: 'b' } } });
    expect((await client.get(identity.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'), '2024-11-30')).body).toEqual(created.body);
    const lists = [GROUP, SUBSCRIPTION].map(async scope =>
      client.get(`${scope}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`, '2024-11-30'),
    );
    for (const { body } of await Promise.all(lists)) expect(body.value).toEqual([created.body]);
    expect((await client.delete(identity, '2024-11-30')).status).toBe(200);
    expect((await client.delete(identity, '2024-11-30')).status).toBe(204);
  });

  test('vanishes with what it stands under', async () => {
    arm.put(GROUP, '2024-03-01', { location: 'westus3' });
    arm.put(identity, '2024-11-30', { location: 'westus3' });
    expect((await client.delete(GROUP, '2024-03-01')).status).toBe(200);
    expect(arm.resources).toEqual([]);
  });

  test('tells what others refer to', async () => {
    const workspace = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs`;
    const { body } = await client.put(workspace, '2023-09-01', { location: 'westus3' });
    expect(asObject(body.properties).customerId).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.keys((await client.post(`${workspace}/sharedKeys`, '2023-09-01')).body)).toEqual([
      'primarySharedKey',
      'secondarySharedKey',
    ]);
  });
});

describe('every type', () => {
  test.each<[string, number, string, string, string]>([
    [
      'GET',
      404,
      'ResourceNotFound',
      "The Resource 'Microsoft.App/sessionPools/pool' under resource group 'rg' was not found. " +
        'For more details please go to https://aka.ms/ARMResourceNotFoundFix',
      `${POOL}?api-version=${VERSION}`,
    ],
    ['GET', 400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.', POOL],
    [
      'GET',
      400,
      'NoRegisteredProviderFound',
      "No registered resource provider found for API version '2099-01-01' for type 'managedEnvironments' " +
        "in namespace 'Microsoft.App'. The supported api-versions are '2025-07-01, 2026-01-01, 2026-07-01'.",
      `${ENVIRONMENT}?api-version=2099-01-01`,
    ],
    ['PUT', 400, 'InvalidRequestContent', 'The request content was invalid: a JSON object is required.', `${POOL}?api-version=${VERSION}`],
    ['HEAD', 405, '', '', `${POOL}?api-version=${VERSION}`],
    ['POST', 404, 'NotFound', "The action 'explode' was not found.", `${POOL}/explode?api-version=${VERSION}`],
    [
      'GET',
      404,
      'NotFound',
      "The operation 'x' was not found.",
      `${SUBSCRIPTION}/providers/Microsoft.App/locations/westus3/operationStatuses/x?api-version=${VERSION}`,
    ],
  ])('%s answers %i %s: %s', async (method, status, code, message, path) => {
    const token = String((await client.requestToken()).body.access_token);
    const answer = await client.send(method, path, { authorization: `Bearer ${token}` });
    expect(answer).toMatchObject(code ? { status, body: { error: { code, message } } } : { status });
  });

  test('is found without regard to case', async () => {
    arm.put(POOL, VERSION, pythonPool());
    expect(
      (await client.get(POOL.replace('sessionPools', 'sessionpools').replace('resourceGroups', 'resourcegroups'), VERSION)).body.id,
    ).toBe(POOL);
  });
});
