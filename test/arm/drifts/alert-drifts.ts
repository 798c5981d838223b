import type { Drift } from './drift';
import { driftsOfType, tagDrifts } from './drift';
import type { JsonObject } from '../json';
import { asList, asObject, asObjects } from '../json';

const METRIC_TYPE = 'Microsoft.Insights/metricAlerts';
const ACTIVITY_TYPE = 'Microsoft.Insights/activityLogAlerts';
const CRITERION = 'properties.criteria.allOf[0]';
const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg';
const ACTION_GROUP = `${GROUP}/providers/Microsoft.Insights/actionGroups/intruder`;
const SCOPE = `${GROUP}/providers/Microsoft.App/sessionPools/intruder`;

const hasSeveral = (list: (properties: JsonObject) => JsonObject[]) => (body: JsonObject) => list(asObject(body.properties)).length > 1;

/** What can happen to the action groups of an alert. */
function actionDrifts(armType: string, prefix: string, path: string, list: (properties: JsonObject) => JsonObject[]): Drift[] {
  const { removed, swapped, added } = driftsOfType(armType, prefix);
  return [
    removed('actions', path, 'nobody is notified any more'),
    removed('action', `${path}[0]`, 'an action group is not notified any more', { when: hasSeveral(list) }),
    swapped('action', `${path}[0].actionGroupId`, 'another action group is notified', { to: ACTION_GROUP }),
    added('actions', path, 'an action group is notified where there was none', { to: [{ actionGroupId: ACTION_GROUP }] }),
    added('action', `${path}[+]`, 'one more action group is notified', { to: { actionGroupId: ACTION_GROUP } }),
  ];
}

function metricAlertDrifts(): Drift[] {
  const { changed, swapped, added, deleted } = driftsOfType(METRIC_TYPE, 'alert');
  return [
    deleted(),
    changed('severity', 'properties.severity', 'another severity', { to: old => (Number(old) + 1) % 5 }),
    changed('enabled', 'properties.enabled', 'it is turned off, or on', { to: old => old !== true }),
    changed('description', 'properties.description', 'another description', { to: 'changed' }),
    changed('window', 'properties.windowSize', 'another window', { to: 'P1D' }),
    changed('frequency', 'properties.evaluationFrequency', 'it is evaluated less often', { to: 'PT1H' }),
    changed('auto-mitigate', 'properties.autoMitigate', 'it does not resolve itself any more, or does', { to: old => old !== true }),
    changed('threshold', `${CRITERION}.threshold`, 'another threshold', { to: old => Number(old) + 1000 }),
    changed('operator', `${CRITERION}.operator`, 'another operator', { to: old => (old === 'LessThan' ? 'GreaterThan' : 'LessThan') }),
    changed('aggregation', `${CRITERION}.timeAggregation`, 'another aggregation', {
      to: old => (old === 'Minimum' ? 'Maximum' : 'Minimum'),
    }),
    swapped('metric', `${CRITERION}.metricName`, 'another metric', {
      to: old => (old === 'PoolReadyPodCount' ? 'PoolPendingPodCount' : 'PoolReadyPodCount'),
    }),
    swapped('scope', 'properties.scopes[0]', 'another pool', { to: SCOPE }),
    added('dimension', `${CRITERION}.dimensions`, 'it counts one dimension only', {
      to: [{ name: 'poolName', operator: 'Include', values: ['intruder'] }],
    }),
    ...actionDrifts(METRIC_TYPE, 'alert', 'properties.actions', ({ actions }) => asObjects(actions)),
    ...tagDrifts(METRIC_TYPE, 'alert'),
  ];
}

function activityLogAlertDrifts(): Drift[] {
  const { changed, removed, swapped, added, deleted } = driftsOfType(ACTIVITY_TYPE, 'activity-log-alert');
  const conditions = 'properties.condition.allOf';
  return [
    deleted(),
    changed('enabled', 'properties.enabled', 'it is turned off, or on', { to: old => old !== true }),
    changed('description', 'properties.description', 'another description', { to: 'changed' }),
    changed('condition', conditions, 'the last condition is another', {
      to: old => asList(old).map((item, index, all) => (index === all.length - 1 ? { ...asObject(item), equals: 'changed' } : item)),
    }),
    removed('condition', `${conditions}[1]`, 'a condition is removed', {
      when: ({ properties }) => asList(asObject(asObject(properties).condition).allOf).length > 2,
    }),
    added('condition', `${conditions}[+]`, 'a condition is added', { to: { field: 'caller', equals: 'intruder' } }),
    swapped('scope', 'properties.scopes[0]', 'another scope', { to: SCOPE }),
    ...actionDrifts(ACTIVITY_TYPE, 'activity-log-alert', 'properties.actions.actionGroups', ({ actions }) =>
      asObjects(asObject(actions).actionGroups),
    ),
    ...tagDrifts(ACTIVITY_TYPE, 'activity-log-alert'),
  ];
}

/** What can happen to alerts. */
export const ALERT_DRIFTS: readonly Drift[] = [...metricAlertDrifts(), ...activityLogAlertDrifts()];
