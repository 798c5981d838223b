import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { DiagnosticSettingOptions, SessionPoolDiagnosticsProps } from '../../lib';
import {
  AzapiProvider,
  EnvironmentLogs,
  LogDestination,
  LogTablePlan,
  SessionPool,
  SessionPoolDiagnostics,
  SessionPoolEnvironment,
  SessionPoolMetricDiagnostics,
} from '../../lib';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, container, environment, ENVIRONMENT_ID, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, synthesize, testApp, warningsOf } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const providersOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;
const WORKSPACE_ID = providersOf('Microsoft.OperationalInsights/workspaces', 'logs');
const STORAGE_ID = providersOf('Microsoft.Storage/storageAccounts', 'logs');
const RULE_ID = `${providersOf('Microsoft.EventHub/namespaces', 'hub')}/authorizationRules/send`;
const WORKSPACE = LogDestination.logAnalyticsWorkspace(WORKSPACE_ID);
const STORAGE = LogDestination.storageAccount(STORAGE_ID);
const RETRY = { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] };

const define = (stack: TerraformStack, props: Partial<SessionPoolDiagnosticsProps> = {}) =>
  new SessionPoolDiagnostics(stack, 'diagnostics', { environment: environment(stack), destination: WORKSPACE, ...props });

const NOWHERE = { workspaceId: null, storageAccountId: null, eventHubAuthorizationRuleId: null, eventHubName: null };
const LOGS = ['AppEnvSessionConsoleLogs', 'AppEnvSessionLifeCycleLogs', 'AppEnvSessionPoolEventLogs'].map(category => ({
  category,
  enabled: true,
}));

describe('SessionPoolDiagnostics', () => {
  test('is a diagnostic setting of the environment with the three categories of sessions', () => {
    const { resource } = synthesize(stack => void define(stack));
    const [{ '//': metadata, ...setting }, ...others] = Object.values(resource.azapi_resource);
    expect([others, resource.azapi_update_resource]).toStrictEqual([[], undefined]);
    expect(setting).toStrictEqual({
      type: 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview',
      name: expect.stringMatching(/^stackdiagnostics[0-9a-f]{8}$/),
      parent_id: ENVIRONMENT_ID,
      body: { properties: { ...NOWHERE, workspaceId: WORKSPACE_ID, logs: LOGS } },
      list_unique_id_property: { 'properties.logs': 'category' },
      ignore_other_items_in_list: ['properties.logs'],
      response_export_values: [],
      ignore_casing: true,
      ignore_missing_property: false,
      retry: RETRY,
    });
  });

  test.each<[LogDestination, object]>([
    [STORAGE, { storageAccountId: STORAGE_ID }],
    [LogDestination.eventHub({ eventHubAuthorizationRuleId: RULE_ID }), { eventHubAuthorizationRuleId: RULE_ID }],
    [
      LogDestination.eventHub({ eventHubAuthorizationRuleId: RULE_ID, eventHubName: 'sessions' }),
      { eventHubAuthorizationRuleId: RULE_ID, eventHubName: 'sessions' },
    ],
  ])('sends to $kind', (destination, sink) => {
    const { resource } = synthesize(stack => void define(stack, { destination }));
    expect(Object.values(resource.azapi_resource)[0].body.properties).toStrictEqual({ ...NOWHERE, ...sink, logs: LOGS });
  });

  test('is what sendLogsTo defines in the environment, with its provider', () => {
    const { resource, output } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      const defined = new SessionPoolEnvironment(stack, 'environment', { ...PLACE, provider });
      const { settingId, settingName, fqn } = defined.sendLogsTo('logs', WORKSPACE, { settingName: 'sessions' });
      new TerraformOutput(stack, 'o', { value: [settingId, settingName, fqn], staticId: true });
    });
    const [[environmentId], [id, setting]] = Object.entries(resource.azapi_resource);
    expect(setting).toMatchObject({ name: 'sessions', parent_id: `\${azapi_resource.${environmentId}.id}`, provider: 'azapi.other' });
    expect(output.o.value).toStrictEqual([`\${azapi_resource.${id}.id}`, `\${azapi_resource.${id}.name}`, `\${azapi_resource.${id}}`]);
  });

  test('imports what exists by an ID that is known before the environment is read', () => {
    const { import: [imported] = [] } = synthesize(stack => {
      const defined = new SessionPoolEnvironment(stack, 'environment', { ...PLACE, environmentName: 'env' });
      defined.sendLogsTo('logs', WORKSPACE, { settingName: 'sessions', adoptExisting: true });
    });
    expect(imported.id).toBe(`${ENVIRONMENT_ID}/providers/Microsoft.Insights/diagnosticSettings/sessions?api-version=2021-05-01-preview`);
  });

  const table = (name: string, body: object, more: object = {}) => ({
    type: 'Microsoft.OperationalInsights/workspaces/tables@2023-09-01',
    parent_id: WORKSPACE_ID,
    name,
    body: { properties: body },
    response_export_values: [],
    ignore_missing_property: false,
    retry: RETRY,
    ...more,
  });
  const both = (body: object) => ['AppEnvSessionLifecycleLogs', 'AppEnvSessionPoolEventLogs'].map(name => table(name, body));
  const withoutRetention = { sensitive_body: { properties: { retentionInDays: null } } };

  test.each<[Partial<SessionPoolDiagnosticsProps>, object[]]>([
    [{ consoleLogsPlan: LogTablePlan.BASIC }, [table('AppEnvSessionConsoleLogs', { plan: 'Basic' }, withoutRetention)]],
    [{ consoleLogsPlan: LogTablePlan.ANALYTICS }, [table('AppEnvSessionConsoleLogs', { plan: 'Analytics' })]],
    [
      { retentionInDays: 90 },
      [
        table('AppEnvSessionConsoleLogs', { plan: 'Analytics', retentionInDays: 90, totalRetentionInDays: 90 }),
        ...both({ plan: 'Analytics', retentionInDays: 90, totalRetentionInDays: 90 }),
      ],
    ],
    [
      { totalRetentionInDays: 90 },
      [table('AppEnvSessionConsoleLogs', { totalRetentionInDays: 90 }), ...both({ totalRetentionInDays: 90 })],
    ],
    [
      { consoleLogsPlan: LogTablePlan.BASIC, retentionInDays: 60, totalRetentionInDays: 365 },
      [
        table('AppEnvSessionConsoleLogs', { plan: 'Basic', totalRetentionInDays: 365 }, withoutRetention),
        ...both({ plan: 'Analytics', retentionInDays: 60, totalRetentionInDays: 365 }),
      ],
    ],
  ])('changes the tables with %j', (props, expected) => {
    const { resource } = synthesize(stack => void define(stack, props));
    expect(Object.values(resource.azapi_update_resource).map(({ '//': _, ...each }) => each)).toStrictEqual(expected);
  });

  test('lets terraform check what is not known before', () => {
    const { resource } = synthesize(stack => {
      const id = new TerraformVariable(stack, 'workspace', { type: 'string' }).stringValue;
      const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
      define(stack, { destination: LogDestination.logAnalyticsWorkspace(id), retentionInDays: days });
    });
    expect(Object.values(resource.azapi_resource)[0].lifecycle).toStrictEqual({
      precondition: [
        {
          condition: '${var.days >= 4 && var.days <= 730}',
          error_message: 'retentionInDays must be between 4 and 730 (days), got ${var.days}',
        },
        {
          condition: expect.stringContaining('var.workspace'),
          error_message: expect.stringContaining('destination.workspaceId must have'),
        },
      ],
    });
  });

  const NEEDS_WORKSPACE = 'it changes the tables of a Log Analytics workspace; use LogDestination.logAnalyticsWorkspace';
  const USE = 'use LogDestination.logAnalyticsWorkspace, storageAccount or eventHub';

  test.each<[object, string[]]>([
    [{ destination: undefined }, [`destination must be given: ${USE}`]],
    [{ destination: WORKSPACE_ID }, [`destination must be a LogDestination, got a string: ${USE}`]],
    [
      { destination: LogDestination.logAnalyticsWorkspace('00000000-0000-0000-0000-000000000000') },
      [
        "destination.workspaceId must have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.OperationalInsights/" +
          "workspaces/<name>', got '00000000-0000-0000-0000-000000000000'",
      ],
    ],
    [
      { destination: LogDestination.storageAccount('logs') },
      [
        "destination.storageAccountId must have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Storage/" +
          "storageAccounts/<name>', got 'logs'",
      ],
    ],
    [
      { destination: LogDestination.eventHub({} as never) },
      [
        "destination.eventHubAuthorizationRuleId must be given: '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.EventHub/" +
          "namespaces/<name>/authorizationRules/<name>'",
      ],
    ],
    [
      { destination: LogDestination.eventHub({ eventHubAuthorizationRuleId: RULE_ID, eventHubName: '-' }) },
      [
        "destination.eventHubName must be 1 to 256 letters, digits, dots, hyphens and underscores, a letter or digit first and last, got '-'",
      ],
    ],
    [{ environment: undefined }, ['environment must be given: use new SessionPoolEnvironment or SessionPoolEnvironment.fromEnvironmentId']],
    [
      { destination: STORAGE, consoleLogsPlan: LogTablePlan.BASIC, retentionInDays: 90 },
      [
        `consoleLogsPlan must be left out for the destination 'storage account', got 'Basic': ${NEEDS_WORKSPACE}`,
        `retentionInDays must be left out for the destination 'storage account', got 90: ${NEEDS_WORKSPACE}`,
      ],
    ],
    [{ retentionInDays: 90, totalRetentionInDays: 60 }, ['totalRetentionInDays (60) must not be below retentionInDays (90)']],
  ])('refuses %j', (props, failures) => {
    expect(failuresOf(stack => define(stack, props), /^SessionPoolDiagnostics at 'stack\/diagnostics' is not valid:$/)).toStrictEqual(
      failures,
    );
  });

  test('refuses another plan for console output that is in another table', () => {
    const build = (stack: TerraformStack) => {
      const sharedKey = new TerraformVariable(stack, 'key', { type: 'string', sensitive: true }).stringValue;
      const logs = EnvironmentLogs.logAnalytics({ customerId: '11111111-2222-3333-4444-555555555555', sharedKey });
      const defined = new SessionPoolEnvironment(stack, 'environment', { ...PLACE, logs });
      defined.sendLogsTo('logs', WORKSPACE, { consoleLogsPlan: LogTablePlan.BASIC });
    };
    expect(failuresOf(build)).toStrictEqual([
      "consoleLogsPlan must be left out for an environment with EnvironmentLogs.logAnalytics, got 'Basic': its console output is in the table " +
        'AppEnvSessionConsoleLogs_CL; use EnvironmentLogs.azureMonitor()',
    ]);
  });
});

describe('SessionPoolMetricDiagnostics', () => {
  test('is a diagnostic setting of the pool with its metrics', () => {
    const { resource } = synthesize(stack => {
      const pool = SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID);
      new SessionPoolMetricDiagnostics(stack, 'metrics', { pool, destination: STORAGE, settingName: 'metrics' });
    });
    const [{ '//': metadata, ...setting }] = Object.values(resource.azapi_resource);
    expect(setting).toStrictEqual({
      type: 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview',
      name: 'metrics',
      parent_id: POOL_ID,
      body: { properties: { ...NOWHERE, storageAccountId: STORAGE_ID, metrics: [{ category: 'AllMetrics', enabled: true }] } },
      list_unique_id_property: { 'properties.metrics': 'category' },
      ignore_other_items_in_list: ['properties.metrics'],
      response_export_values: [],
      ignore_casing: true,
      ignore_missing_property: false,
      retry: RETRY,
    });
  });

  test('is what the metrics of a pool define', () => {
    const options: DiagnosticSettingOptions = { preventDestroy: true };
    const { resource } = synthesize(stack => void interpreter(stack).metrics.sendTo(stack, 'metrics', STORAGE, options));
    const [[, setting], [poolId]] = Object.entries(resource.azapi_resource);
    expect(setting).toMatchObject({ parent_id: `\${azapi_resource.${poolId}.id}`, lifecycle: { prevent_destroy: true } });
  });

  test('is refused without a pool', () => {
    const build = (stack: TerraformStack) => new SessionPoolMetricDiagnostics(stack, 'metrics', { destination: STORAGE } as never);
    expect(failuresOf(build)).toStrictEqual(['pool must be given: use a pool, or SessionPool.fromSessionPoolId']);
  });
});

describe('logs-go-nowhere', () => {
  const MESSAGE =
    '[logs-go-nowhere] logs go to Azure Monitor, and the app has no diagnostic setting that sends them on: use sendLogsTo, or acknowledge the ' +
    'warning where the setting is not part of the app';
  const NONE =
    '[logs-go-nowhere] the environment has EnvironmentLogs.none(): it collects no logs that the diagnostic setting could send; use ' +
    'EnvironmentLogs.azureMonitor()';

  function warnings(build: (stack: TerraformStack, other: TerraformStack) => unknown): string[] {
    const app = testApp();
    const [stack, other] = [new TerraformStack(app, 'stack'), new TerraformStack(app, 'other')];
    build(stack, other);
    [stack, other].forEach(parse);
    return warningsOf(app as never);
  }

  const own = (stack: TerraformStack, props: object = {}) =>
    new SessionPoolEnvironment(stack, 'environment', { ...PLACE, environmentName: 'env', ...props });
  const send = (stack: TerraformStack, of: SessionPoolDiagnosticsProps['environment']) =>
    new SessionPoolDiagnostics(stack, 'diagnostics', { environment: of, destination: STORAGE });
  const byId = (stack: TerraformStack, id: string) => SessionPoolEnvironment.fromEnvironmentId(stack, 'by-id', id);

  test.each<[string, string[], (stack: TerraformStack, other: TerraformStack) => unknown]>([
    ['an environment without a setting', [MESSAGE], stack => own(stack)],
    [
      'an environment whose pool sends metrics',
      [MESSAGE],
      stack => container(stack, { environment: own(stack) }).metrics.sendTo(stack, 'm', STORAGE),
    ],
    ['an environment beside another one with a setting', [MESSAGE], stack => [own(stack), send(stack, byId(stack, `${ENVIRONMENT_ID}2`))]],
    ['an environment that collects no logs', [], stack => own(stack, { logs: EnvironmentLogs.none() })],
    ['a setting of an environment that collects no logs', [NONE], stack => send(stack, own(stack, { logs: EnvironmentLogs.none() }))],
    ['an environment with a setting', [], stack => own(stack).sendLogsTo('logs', STORAGE)],
    ['an environment with a setting in another stack', [], (stack, other) => send(other, own(stack))],
    ['an environment with a setting by its ID', [], (stack, other) => [own(stack), send(other, byId(other, ENVIRONMENT_ID))]],
    ['an imported environment', [], stack => byId(stack, ENVIRONMENT_ID)],
    ['a warning that is acknowledged', [], stack => own(stack, { acknowledgements: [{ id: 'logs-go-nowhere', reason: 'elsewhere' }] })],
    [
      'a setting of what only Terraform knows',
      [],
      stack => [own(stack), send(stack, byId(stack, new TerraformVariable(stack, 'id', { type: 'string' }).stringValue))],
    ],
  ])('is said of %s: %j', (_, expected, build) => {
    expect(warnings(build)).toStrictEqual(expected);
  });
});
