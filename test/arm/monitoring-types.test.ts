import { ArmClient } from './arm-client';
import { activityLogAlertBody, diagnosticSettingBody, pythonPool, workbookBody } from './bodies';
import type { JsonObject } from './json';
import { asObject } from './json';
import { LocalArm } from './local-arm';

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg`;
const ENVIRONMENT = `${GROUP}/providers/Microsoft.App/managedEnvironments/env`;
const POOL = `${GROUP}/providers/Microsoft.App/sessionPools/pool`;
const WORKSPACE = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs`;
const SETTING = `${ENVIRONMENT}/providers/Microsoft.Insights/diagnosticSettings/logs`;
const POOL_SETTING = `${POOL}/providers/Microsoft.Insights/diagnosticSettings/metrics`;
const ALERT = `${GROUP}/providers/Microsoft.Insights/activityLogAlerts/health`;
const WORKBOOK = `${GROUP}/providers/Microsoft.Insights/workbooks/aaaaaaaa-0000-4000-8000-000000000001`;
const TABLE = `${WORKSPACE}/tables/AppEnvSessionConsoleLogs`;
const SETTINGS = '2021-05-01-preview';
const ALERTS = '2020-10-01';
const WORKBOOKS = '2023-06-01';
const TABLES = '2023-09-01';

let arm: LocalArm;
let client: ArmClient;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
});

afterEach(async () => arm.stop());

describe('diagnostic settings', () => {
  const allMetrics = { metrics: [{ category: 'AllMetrics', enabled: true }] };
  const log = (category: string, enabled = true) => ({ logs: [{ category, enabled }] });

  test('are kept, and answered with null for what was not given', async () => {
    const created = await client.put(SETTING, SETTINGS, diagnosticSettingBody(allMetrics));
    const retentionPolicy = { enabled: false, days: 0 };
    expect(created.status).toBe(200);
    expect(created.body).toEqual({
      id: `${ENVIRONMENT.toLowerCase()}/providers/microsoft.insights/diagnosticSettings/logs`,
      type: 'Microsoft.Insights/diagnosticSettings',
      name: 'logs',
      location: null,
      kind: null,
      tags: null,
      identity: null,
      properties: {
        workspaceId: WORKSPACE,
        storageAccountId: null,
        serviceBusRuleId: null,
        eventHubAuthorizationRuleId: null,
        eventHubName: null,
        logAnalyticsDestinationType: null,
        logs: [{ category: 'AppEnvSessionConsoleLogs', categoryGroup: null, enabled: true, retentionPolicy }],
        metrics: [{ category: 'AllMetrics', enabled: true, retentionPolicy }],
      },
    });
    expect((await client.get(SETTING, SETTINGS)).body).toEqual(created.body);
    expect((await client.delete(SETTING, SETTINGS)).status).toBe(200);
    expect((await client.get(SETTING, SETTINGS)).status).toBe(404);
  });

  test.each(['AppEnvSessionConsoleLogs', 'AppEnvSessionLifeCycleLogs', 'AppEnvSessionPoolEventLogs'])(
    'of an environment take %s',
    async category => {
      expect((await client.put(SETTING, SETTINGS, diagnosticSettingBody(log(category)))).status).toBe(200);
    },
  );

  test('of a pool take AllMetrics', async () => {
    expect((await client.put(POOL_SETTING, SETTINGS, diagnosticSettingBody({ logs: undefined, ...allMetrics }))).status).toBe(200);
  });

  test('of anything else take what they are given', async () => {
    const vault = `${GROUP}/providers/Microsoft.KeyVault/vaults/vault/providers/Microsoft.Insights/diagnosticSettings/audit`;
    expect((await client.put(vault, SETTINGS, diagnosticSettingBody(log('AuditEvent')))).status).toBe(200);
  });

  test.each<[string, string, JsonObject]>([
    ["Category 'AppEnvSessionConsoleLogs' is not supported.", POOL_SETTING, log('AppEnvSessionConsoleLogs')],
    ["Category 'allLogs' is not supported.", POOL_SETTING, { logs: [{ categoryGroup: 'allLogs', enabled: true }] }],
    ["Category 'AppEnvSessionLifecycleLogs' is not supported.", SETTING, log('AppEnvSessionLifecycleLogs')],
    ["Category 'everything' is not supported.", SETTING, { logs: [{ categoryGroup: 'everything', enabled: true }] }],
    ["Category 'Some' is not supported.", SETTING, { metrics: [{ category: 'Some', enabled: true }] }],
    ['At least one data sink needs to be specified.', SETTING, { workspaceId: null }],
    ['At least one log or metric category needs to be specified.', SETTING, { logs: [] }],
  ])('are refused: %s', async (message, id, properties) => {
    expect(await client.put(id, SETTINGS, diagnosticSettingBody(properties))).toMatchObject({
      status: 400,
      body: { error: { code: 'BadRequest', message } },
    });
  });

  test('do not send one category to one place twice', async () => {
    await client.put(SETTING, SETTINGS, diagnosticSettingBody());
    expect(await client.put(`${SETTING}2`, SETTINGS, diagnosticSettingBody())).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'Conflict',
          message:
            `Data sink '${WORKSPACE}' is already used in diagnostic setting 'logs' for category 'AppEnvSessionConsoleLogs'. ` +
            "Data sinks can't be reused in different settings on the same category for the same resource.",
        },
      },
    });
    expect((await client.put(SETTING, SETTINGS, diagnosticSettingBody())).status).toBe(200);
    expect((await client.put(`${SETTING}2`, SETTINGS, diagnosticSettingBody(log('AppEnvSessionPoolEventLogs')))).status).toBe(200);
    expect((await client.put(`${SETTING}3`, SETTINGS, diagnosticSettingBody({ workspaceId: `${WORKSPACE}2` }))).status).toBe(200);
    expect((await client.put(SETTING.replace('/env/', '/other/'), SETTINGS, diagnosticSettingBody())).status).toBe(200);
  });
});

describe('workbooks', () => {
  test('answer their content to those who ask for it only', async () => {
    expect((await client.put(WORKBOOK, WORKBOOKS, workbookBody())).status).toBe(201);
    expect((await client.get(WORKBOOK, WORKBOOKS)).body).toMatchObject({
      properties: { displayName: 'Session pools', serializedData: null },
    });
    const { serializedData } = asObject(workbookBody().properties);
    for (const [canFetchContent, answered] of [
      ['true', serializedData],
      ['false', null],
    ] as const) {
      expect((await client.get(WORKBOOK, WORKBOOKS, { canFetchContent })).body).toMatchObject({ properties: { serializedData: answered } });
    }
  });

  test('keep their source in lower case', async () => {
    const { body } = await client.put(WORKBOOK, WORKBOOKS, workbookBody());
    expect(asObject(body.properties).sourceId).toBe(WORKSPACE.toLowerCase());
    const other = await client.put(`${WORKBOOK.slice(0, -1)}2`, WORKBOOKS, workbookBody({ displayName: 'Other', sourceId: undefined }));
    expect(asObject(other.body.properties).sourceId).toBe('azure monitor');
  });

  test.each<[number, string, string, string, JsonObject]>([
    [
      400,
      'LocationRequired',
      'The location property is required for this definition.',
      WORKBOOK,
      { ...workbookBody(), location: undefined },
    ],
    [
      400,
      'BadRequest',
      "The name of a workbook must be a GUID, got 'book'.",
      `${GROUP}/providers/Microsoft.Insights/workbooks/book`,
      workbookBody(),
    ],
    [
      400,
      'InvalidRequestContent',
      'The request content was invalid: properties.serializedData is required.',
      WORKBOOK,
      workbookBody({ serializedData: undefined }),
    ],
    [
      409,
      'Conflict',
      'A Workbook with the same name already exists within this subscription.',
      `${WORKBOOK.slice(0, -1)}2`,
      workbookBody(),
    ],
  ])('are refused with %i %s: %s', async (status, code, message, id, body) => {
    if (id !== WORKBOOK) arm.put(WORKBOOK, WORKBOOKS, workbookBody());
    expect(await client.put(id, WORKBOOKS, body)).toMatchObject({ status, body: { error: { code, message } } });
  });
});

describe('tables of a workspace', () => {
  test('exist already', async () => {
    expect((await client.get(TABLE, TABLES)).body).toMatchObject({
      id: TABLE,
      properties: {
        plan: 'Analytics',
        retentionInDays: 30,
        totalRetentionInDays: 30,
        schema: { tableType: 'Microsoft' },
        provisioningState: 'Succeeded',
      },
    });
    expect(arm.resources).toEqual([]);
    expect(await client.get(`${WORKSPACE}/tables/AppEnvSessionPoolEvents`, TABLES)).toMatchObject({
      status: 404,
      body: { error: { code: 'ResourceNotFound' } },
    });
  });

  test('do not outlive their workspace', async () => {
    arm.put(WORKSPACE, TABLES, { location: 'westus3' });
    await client.put(TABLE, TABLES, { properties: { plan: 'Basic' } });
    arm.remove(WORKSPACE);
    expect((await client.get(TABLE, TABLES)).status).toBe(404);
    expect(await client.put(TABLE, TABLES, { properties: { plan: 'Basic' } })).toMatchObject({
      status: 404,
      body: { error: { code: 'ParentResourceNotFound' } },
    });
  });

  test('are changed by PUT and by PATCH, which leave alone what they do not name', async () => {
    const put = await client.put(TABLE, TABLES, { properties: { totalRetentionInDays: 90 } });
    expect(put).toMatchObject({
      status: 200,
      body: { properties: { plan: 'Analytics', totalRetentionInDays: 90, archiveRetentionInDays: 60, provisioningState: 'Updating' } },
    });
    await client.follow(put);
    const patched = await client.follow(await client.patch(TABLE, TABLES, { properties: { plan: 'Basic', retentionInDays: null } }));
    expect(patched[1].body).toMatchObject({ properties: { plan: 'Basic', totalRetentionInDays: 90 } });
    expect(arm.resources).toEqual([]);
  });

  test('are not deleted, save those of the user', async () => {
    expect(await client.delete(TABLE, TABLES)).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidParameter', message: "The table 'AppEnvSessionConsoleLogs' cannot be deleted." } },
    });
    const own = `${WORKSPACE}/tables/own_CL`;
    await client.follow(
      await client.put(own, TABLES, { properties: { schema: { name: 'own_CL', columns: [{ name: 'TimeGenerated', type: 'dateTime' }] } } }),
    );
    expect((await client.get(own, TABLES)).body).toMatchObject({ properties: { plan: 'Analytics', schema: { tableType: 'CustomLog' } } });
    expect(arm.resources.map(({ id }) => id.name)).toEqual(['own_CL']);
    expect((await client.delete(own, TABLES)).status).toBe(200);
  });

  test.each<[string, string, JsonObject]>([
    ["The name of the table 'own' must end in _CL.", `${WORKSPACE}/tables/own`, { properties: {} }],
    ['retentionInDays cannot be set for a table of the plan Basic.', TABLE, { properties: { plan: 'Basic', retentionInDays: 30 } }],
  ])('are refused: %s', async (message, id, body) => {
    expect(await client.put(id, TABLES, body)).toMatchObject({ status: 400, body: { error: { code: 'InvalidParameter', message } } });
  });
});

describe('activity log alerts', () => {
  test.each(['global', 'Global', 'westeurope', 'North Europe'])('are kept in %s, enabled unless they say otherwise', async location => {
    expect(await client.put(ALERT, ALERTS, { ...activityLogAlertBody(), location })).toMatchObject({
      status: 201,
      body: { properties: { enabled: true } },
    });
  });

  test.each<[string, string, JsonObject]>([
    ['LocationRequired', 'The location property is required for this definition.', { ...activityLogAlertBody(), location: undefined }],
    [
      'BadRequest',
      'The location of an activity log alert must be global, westeurope or northeurope.',
      { ...activityLogAlertBody(), location: 'westus3' },
    ],
    ['BadRequest', 'An activity log alert must have a scope.', activityLogAlertBody({ scopes: [] })],
    [
      'UnsupportedCondition',
      'A condition on the category is required.',
      activityLogAlertBody({ condition: { allOf: [{ field: 'level', equals: 'Error' }] } }),
    ],
    [
      'UnsupportedCondition',
      'Specify additional conditions for this category: Administrative.',
      activityLogAlertBody({ condition: { allOf: [{ field: 'category', equals: 'Administrative' }] } }),
    ],
    [
      'InvalidRequestContent',
      'The request content was invalid: properties.actions is required.',
      activityLogAlertBody({ actions: undefined }),
    ],
  ])('are refused with %s: %s', async (code, message, body) => {
    expect(await client.put(ALERT, ALERTS, body)).toMatchObject({ status: 400, body: { error: { code, message } } });
  });
});

describe('quotas', () => {
  const quota = (what: string, region: string, name = 'SessionPools') =>
    `${SUBSCRIPTION}/providers/Microsoft.App/locations/${region}/providers/Microsoft.Quota/${what}/${name}`;

  test('tell how many pools a region may have, and how many it has', async () => {
    arm.put(POOL, '2026-01-01', pythonPool());
    const valueOf = async (what: string, region: string) => (await client.get(quota(what, region), '2025-09-01')).body.properties;
    expect(await valueOf('quotas', 'westus3')).toMatchObject({ name: { value: 'SessionPools' }, limit: { value: 50 } });
    expect(await valueOf('usages', 'westus3')).toMatchObject({ usages: { value: 1 } });
    expect(await valueOf('usages', 'eastus')).toMatchObject({ usages: { value: 0 } });
  });

  test('are not known of anything else, and not changed', async () => {
    expect((await client.get(quota('quotas', 'westus3', 'Sessions'), '2025-09-01')).status).toBe(404);
    expect(await client.put(quota('quotas', 'westus3'), '2025-09-01', { properties: {} })).toMatchObject({
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: 'The client has no permission to change quotas.' } },
    });
  });
});
