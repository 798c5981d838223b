import { edgeEdits, OTHER_GROUP_ID } from './common-edits';
import type { Context, Edits } from './edit';
import { managementEdits, optional } from './edit';
import type { SessionPoolAlertProps, SessionPoolQueryPackProps } from '../../../../lib';
import { MetricAggregation, MetricOperator, SessionPool } from '../../../../lib';
import { POOL_ID, RESOURCE_GROUP_ID } from '../../../support/fixtures';

const PROPERTIES = 'body.properties';
const CRITERION = `${PROPERTIES}.criteria.allOf[0]`;
const DESCRIPTION = `${PROPERTIES}.description`;
const groups = (...names: string[]) => names.map(name => `${RESOURCE_GROUP_ID}/providers/Microsoft.Insights/actionGroups/${name}`);
const at = (path: string) => ({ added: [path], changed: [path] });

export function alertEdits(context: Context): Edits<SessionPoolAlertProps> {
  const pool = SessionPool.fromSessionPoolId(context.provider, 'other-pool', POOL_ID);
  return {
    ...edgeEdits(context),
    ...managementEdits(),
    metric: [
      {
        title: 'changed',
        after: { metric: pool.metrics.pending() },
        action: 'in place',
        paths: [`${CRITERION}.metricName`, `${CRITERION}.name`, DESCRIPTION, `${PROPERTIES}.scopes[0]`],
      },
    ],
    threshold: [{ title: 'changed', after: { threshold: 2 }, action: 'in place', paths: [`${CRITERION}.threshold`, DESCRIPTION] }],
    operator: [
      {
        title: 'changed',
        after: { operator: MetricOperator.LESS_THAN },
        action: 'in place',
        paths: [`${CRITERION}.operator`, DESCRIPTION],
      },
    ],
    aggregation: [
      {
        title: 'changed',
        after: { aggregation: MetricAggregation.MAXIMUM },
        action: 'in place',
        paths: [`${CRITERION}.timeAggregation`, DESCRIPTION],
      },
    ],
    actionGroupIds: [
      { title: 'added', after: { actionGroupIds: groups('one') }, action: 'in place', paths: [`${PROPERTIES}.actions[0]`] },
      {
        title: 'one more',
        before: { actionGroupIds: groups('one') },
        after: { actionGroupIds: groups('one', 'two') },
        action: 'in place',
        paths: [`${PROPERTIES}.actions[1]`, 'list_unique_id_property'],
      },
      {
        title: 'in another order',
        before: { actionGroupIds: groups('one', 'two') },
        after: { actionGroupIds: groups('two', 'one') },
        action: 'no changes',
      },
      {
        title: 'spelled otherwise',
        before: { actionGroupIds: groups('one', 'two') },
        after: { actionGroupIds: groups('ONE', 'two') },
        action: 'no changes',
      },
      { title: 'removed', before: { actionGroupIds: groups('one') }, action: 'in place', paths: [`${PROPERTIES}.actions[0]`] },
    ],
    severity: optional('severity', [1, 3], 'in place', at(`${PROPERTIES}.severity`)),
    windowSizeInMinutes: optional('windowSizeInMinutes', [15, 30], 'in place', at(`${PROPERTIES}.windowSize`)),
    evaluationFrequencyInMinutes: optional('evaluationFrequencyInMinutes', [5, 1], 'in place', at(`${PROPERTIES}.evaluationFrequency`)),
    description: optional('description', ['one', 'other'], 'in place', at(DESCRIPTION)),
    enabled: optional('enabled', [false, true], 'in place', at(`${PROPERTIES}.enabled`)),
    alertName: [{ title: 'changed', after: { alertName: 'renamed' }, action: 'replaced', paths: ['name'] }],
    resourceGroupId: [{ title: 'added', after: { resourceGroupId: OTHER_GROUP_ID }, action: 'replaced', paths: ['parent_id'] }],
  };
}

export function queryPackEdits(context: Context): Edits<SessionPoolQueryPackProps> {
  return {
    ...edgeEdits(context),
    ...managementEdits(),
    workbook: [
      { title: 'added', after: { workbook: {} }, action: 'no changes', around: ['workbook created'] },
      {
        title: 'changed',
        before: { workbook: {} },
        after: { workbook: { displayName: 'Sandboxes' } },
        action: 'no changes',
        around: ['workbook in place'],
      },
      { title: 'removed', before: { workbook: {} }, action: 'no changes', around: ['workbook destroyed'] },
    ],
    adoptExistingQueries: [{ title: 'added', after: { adoptExistingQueries: ['sessions-by-hour'] }, action: 'no changes' }],
    resourceGroupId: [
      {
        title: 'changed',
        after: { resourceGroupId: OTHER_GROUP_ID },
        action: 'replaced',
        paths: ['parent_id'],
        around: ['query replaced'],
      },
    ],
    location: [{ title: 'changed', after: { location: 'westus3' }, action: 'replaced', paths: ['location'], around: ['query replaced'] }],
    queryPackName: [
      { title: 'changed', after: { queryPackName: 'renamed' }, action: 'replaced', paths: ['name'], around: ['query replaced'] },
    ],
  };
}
