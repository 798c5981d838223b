import type { Drift } from './drift';
import { driftsOfType, tagDrifts } from './drift';
import type { JsonObject } from '../json';
import { asList, asObject } from '../json';

const PACK_TYPE = 'Microsoft.OperationalInsights/queryPacks';
const WORKBOOK_TYPE = 'Microsoft.Insights/workbooks';
const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg';
const WORKSPACE = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/intruder`;
const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/intruder`;

const hasSeveral =
  (name: 'logs' | 'metrics') =>
  ({ properties }: JsonObject) =>
    asList(asObject(properties)[name]).length > 1;

function queryDrifts(): Drift[] {
  const { changed, removed, swapped, added, deleted } = driftsOfType(`${PACK_TYPE}/queries`, 'query');
  return [
    deleted(),
    changed('body', 'properties.body', 'another query', { to: 'Usage | take 1' }),
    changed('display-name', 'properties.displayName', 'another name', { to: 'changed' }),
    changed('description', 'properties.description', 'another description', { to: 'changed' }),
    swapped('resource-type', 'properties.related.resourceTypes[0]', 'it is offered elsewhere', { to: 'microsoft.compute/virtualmachines' }),
    removed('related', 'properties.related', 'it is offered nowhere'),
    removed('labels', 'properties.tags', 'all labels are removed'),
    added('label', 'properties.tags.labels[+]', 'a label is added', { to: 'intruder' }),
  ];
}

function diagnosticSettingDrifts(): Drift[] {
  const { changed, removed, swapped, added, deleted } = driftsOfType('Microsoft.Insights/diagnosticSettings', 'diagnostic-setting');
  return [
    deleted(),
    changed('log', 'properties.logs[0].enabled', 'a category of logs is turned off, or on', { to: old => old !== true }),
    changed('metric', 'properties.metrics[0].enabled', 'metrics are turned off, or on', { to: old => old !== true }),
    changed('destination-type', 'properties.logAnalyticsDestinationType', 'other tables', {
      to: old => (old === 'Dedicated' ? 'AzureDiagnostics' : 'Dedicated'),
    }),
    removed('logs', 'properties.logs', 'no logs are sent any more'),
    removed('log', 'properties.logs[0]', 'a category of logs is not sent any more', { when: hasSeveral('logs') }),
    removed('metrics', 'properties.metrics', 'no metrics are sent any more'),
    swapped('workspace', 'properties.workspaceId', 'another workspace', { to: WORKSPACE }),
    swapped('log', 'properties.logs[0].category', 'another category of logs', { to: 'ContainerAppSystemLogs' }),
    added('log', 'properties.logs[+]', 'one more category of logs', { to: { category: 'ContainerAppConsoleLogs', enabled: true } }),
    added('metrics', 'properties.metrics', 'metrics are sent where they were not', { to: [{ category: 'AllMetrics', enabled: true }] }),
    added('destination', 'properties.storageAccountId', 'logs go to a storage account too', { to: ACCOUNT }),
  ];
}

function tableDrifts(): Drift[] {
  const { changed } = driftsOfType('Microsoft.OperationalInsights/workspaces/tables', 'table');
  return [
    changed('plan', 'properties.plan', 'another plan', { to: old => (old === 'Basic' ? 'Analytics' : 'Basic') }),
    changed('retention', 'properties.totalRetentionInDays', 'logs are kept for a shorter time, or a longer one', {
      to: old => (old === 30 ? 60 : 30),
    }),
  ];
}

function workbookDrifts(): Drift[] {
  const { changed, swapped, deleted } = driftsOfType(WORKBOOK_TYPE, 'workbook');
  return [
    deleted(),
    changed('content', 'properties.serializedData', 'another content', { to: '{"version":"Notebook/1.0","items":[]}' }),
    changed('display-name', 'properties.displayName', 'another name', { to: 'changed' }),
    swapped('source', 'properties.sourceId', 'it is offered elsewhere', { to: WORKSPACE }),
    ...tagDrifts(WORKBOOK_TYPE, 'workbook'),
  ];
}

/** What can happen to queries, to what sends logs, and to what shows them. */
export const LOG_DRIFTS: readonly Drift[] = [
  driftsOfType(PACK_TYPE, 'query-pack').deleted(),
  ...tagDrifts(PACK_TYPE, 'query-pack'),
  ...queryDrifts(),
  ...diagnosticSettingDrifts(),
  ...tableDrifts(),
  ...workbookDrifts(),
];
