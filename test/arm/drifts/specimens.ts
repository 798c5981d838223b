import {
  aRecordBody,
  activityLogAlertBody,
  customPool,
  diagnosticSettingBody,
  environmentBody,
  metricAlertBody,
  pythonPool,
  queryBody,
  roleAssignmentBody,
  template,
  virtualNetworkLinkBody,
  workbookBody,
} from '../bodies';
import type { JsonObject } from '../json';

/** A resource to which drifts can happen. */
export interface Specimen {
  readonly title: string;
  readonly type: string;
  readonly version: string;
  /** Where it is. @default - in the resource group */
  readonly scope?: string;
  /** Its name, by a number that no other specimen has. */
  readonly name: (index: number) => string;
  readonly body: JsonObject;
}

const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg';
const ENVIRONMENT = `${GROUP}/providers/Microsoft.App/managedEnvironments/elsewhere`;
const identityOf = (name: string) => `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
const actionGroup = (name: string) => ({ actionGroupId: `${GROUP}/providers/Microsoft.Insights/actionGroups/${name}` });
const tags = { team: 'a', stage: 'test' };
const identified = (...names: string[]) => ({
  identity: { type: 'UserAssigned', userAssignedIdentities: Object.fromEntries(names.map(name => [identityOf(name), {}])) as JsonObject },
});

const named = (prefix: string) => (index: number) => `${prefix}${index}`;
const guid = (index: number) => `aaaaaaaa-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`;

function pool(title: string, body: JsonObject, version = '2026-07-01'): Specimen {
  return { title, type: 'Microsoft.App/sessionPools', version, name: named('specimen'), body };
}

const liveness = { type: 'Liveness', periodSeconds: 20, failureThreshold: 5, httpGet: { port: 8080, path: '/healthz' } };
const startup = { type: 'Startup', httpGet: { port: 8080, path: '/started' } };
const password = { server: 'ghcr.io', username: 'user', passwordSecretRef: 'password' };

const POOLS: readonly Specimen[] = [
  pool('a code interpreter pool', pythonPool({}, { tags })),
  pool('a code interpreter pool without tags', pythonPool(), '2025-10-02-preview'),
  pool(
    'a shell with an MCP server',
    pythonPool({
      containerType: 'Shell',
      mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: true },
    }),
    '2025-10-02-preview',
  ),
  pool('the least custom container pool', customPool(ENVIRONMENT, { secrets: undefined })),
  pool('the least custom container pool at an api version without probes', customPool(ENVIRONMENT, { secrets: undefined }), '2026-01-01'),
  pool(
    'a custom container pool with a password',
    customPool(
      ENVIRONMENT,
      {
        dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType: 'OnContainerExit', maxAlivePeriodInSeconds: 600 } },
        secrets: [
          { name: 'password', value: '1' },
          { name: 'key', value: '2' },
        ],
        customContainerTemplate: template(
          {
            command: ['serve', '--now'],
            args: ['a', 'b'],
            env: [
              { name: 'LEVEL', value: 'info' },
              { name: 'KEY', secretRef: 'key' },
            ],
            probes: [liveness, startup],
          },
          { registryCredentials: password },
        ),
      },
      { tags },
    ),
  ),
  pool(
    'a custom container pool with one identity',
    customPool(
      ENVIRONMENT,
      {
        managedIdentitySettings: [{ identity: identityOf('puller'), lifecycle: 'None' }],
        customContainerTemplate: template(
          { probes: [liveness] },
          { registryCredentials: { server: 'x.azurecr.io', identity: identityOf('puller') } },
        ),
      },
      identified('puller'),
    ),
  ),
  pool(
    'a custom container pool with two identities',
    customPool(
      ENVIRONMENT,
      {
        managedIdentitySettings: [
          { identity: identityOf('session'), lifecycle: 'Main' },
          { identity: identityOf('puller'), lifecycle: 'None' },
        ],
        customContainerTemplate: template({ probes: [startup] }),
      },
      identified('session', 'puller'),
    ),
  ),
];

const OTHERS: readonly Specimen[] = [
  {
    title: 'an environment',
    type: 'Microsoft.App/managedEnvironments',
    version: '2026-01-01',
    name: named('env'),
    body: { ...environmentBody({ publicNetworkAccess: 'Disabled', appLogsConfiguration: { destination: 'azure-monitor' } }), tags },
  },
  {
    title: 'an environment with a workspace',
    type: 'Microsoft.App/managedEnvironments',
    version: '2026-01-01',
    name: named('env'),
    body: environmentBody({
      appLogsConfiguration: { destination: 'log-analytics', logAnalyticsConfiguration: { customerId: 'id', sharedKey: 'key' } },
      workloadProfiles: [
        { name: 'Consumption', workloadProfileType: 'Consumption' },
        { name: 'large', workloadProfileType: 'D8', minimumCount: 0, maximumCount: 2 },
      ],
    }),
  },
  {
    title: 'an alert',
    type: 'Microsoft.Insights/metricAlerts',
    version: '2018-03-01',
    name: named('alert'),
    body: { ...metricAlertBody({ description: 'full', autoMitigate: true, actions: [actionGroup('one'), actionGroup('two')] }), tags },
  },
  {
    title: 'an alert without actions',
    type: 'Microsoft.Insights/metricAlerts',
    version: '2018-03-01',
    name: named('alert'),
    body: metricAlertBody(),
  },
  {
    title: 'an activity log alert',
    type: 'Microsoft.Insights/activityLogAlerts',
    version: '2020-10-01',
    name: named('health'),
    body: {
      ...activityLogAlertBody({
        description: 'health',
        condition: {
          allOf: [
            { field: 'category', equals: 'ResourceHealth' },
            { field: 'status', equals: 'Active' },
            { field: 'level', equals: 'Error' },
          ],
        },
        actions: { actionGroups: [actionGroup('one'), actionGroup('two')] },
      }),
      tags,
    },
  },
  {
    title: 'an activity log alert without actions',
    type: 'Microsoft.Insights/activityLogAlerts',
    version: '2020-10-01',
    name: named('health'),
    body: activityLogAlertBody({ actions: {} }),
  },
  {
    title: 'a role assignment',
    type: 'Microsoft.Authorization/roleAssignments',
    version: '2022-04-01',
    name: guid,
    body: roleAssignmentBody(),
  },
  {
    title: 'a query pack',
    type: 'Microsoft.OperationalInsights/queryPacks',
    version: '2019-09-01',
    name: named('pack'),
    body: { location: 'westus3', properties: {}, tags },
  },
  {
    title: 'a query pack without tags',
    type: 'Microsoft.OperationalInsights/queryPacks',
    version: '2019-09-01',
    name: named('pack'),
    body: { location: 'westus3', properties: {} },
  },
  { title: 'a query', type: 'Microsoft.OperationalInsights/queryPacks/queries', version: '2019-09-01', name: guid, body: queryBody() },
  {
    title: 'a diagnostic setting of an environment',
    type: 'Microsoft.Insights/diagnosticSettings',
    version: '2021-05-01-preview',
    scope: ENVIRONMENT,
    name: named('setting'),
    body: diagnosticSettingBody({
      logAnalyticsDestinationType: 'Dedicated',
      logs: [
        { category: 'AppEnvSessionConsoleLogs', enabled: true },
        { category: 'AppEnvSessionPoolEventLogs', enabled: true },
      ],
    }),
  },
  {
    title: 'a diagnostic setting of a pool',
    type: 'Microsoft.Insights/diagnosticSettings',
    version: '2021-05-01-preview',
    scope: `${GROUP}/providers/Microsoft.App/sessionPools/elsewhere`,
    name: named('setting'),
    body: diagnosticSettingBody({ logs: undefined, metrics: [{ category: 'AllMetrics', enabled: true }] }),
  },
  {
    title: 'a table',
    type: 'Microsoft.OperationalInsights/workspaces/tables',
    version: '2023-09-01',
    name: () => 'AppEnvSessionConsoleLogs',
    body: { properties: { plan: 'Basic' } },
  },
  { title: 'a workbook', type: 'Microsoft.Insights/workbooks', version: '2023-06-01', name: guid, body: { ...workbookBody(), tags } },
  {
    title: 'a workbook without tags',
    type: 'Microsoft.Insights/workbooks',
    version: '2023-06-01',
    name: guid,
    body: workbookBody({ displayName: 'Other' }),
  },
  {
    title: 'a private DNS zone',
    type: 'Microsoft.Network/privateDnsZones',
    version: '2024-06-01',
    name: named('zone'),
    body: { location: 'global', tags },
  },
  {
    title: 'a private DNS zone without tags',
    type: 'Microsoft.Network/privateDnsZones',
    version: '2024-06-01',
    name: named('zone'),
    body: { location: 'global' },
  },
  { title: 'a record set', type: 'Microsoft.Network/privateDnsZones/A', version: '2024-06-01', name: () => '*', body: aRecordBody() },
  {
    title: 'a virtual network link',
    type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    version: '2024-06-01',
    name: named('link'),
    body: { ...virtualNetworkLinkBody(), tags },
  },
  {
    title: 'a virtual network link without tags',
    type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    version: '2024-06-01',
    name: named('link'),
    body: virtualNetworkLinkBody(),
  },
];

/** Resources of every type that can drift: every drift happens to one of them at least. */
export const SPECIMENS: readonly Specimen[] = [...POOLS, ...OTHERS];
