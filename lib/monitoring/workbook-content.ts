import { SESSION_QUERIES } from './session-queries';
import { SESSION_POOL_TYPE } from '../arm/resource-types';

/** What a workbook shows at first. */
export interface WorkbookContent {
  readonly displayName: string;
  readonly workspaceId?: string;
  readonly poolIds: readonly string[];
}

const WORKSPACE_RESOURCE = 'microsoft.operationalinsights/workspaces';
const POOL_RESOURCE = SESSION_POOL_TYPE.toLowerCase();
const TABLES: ReadonlyArray<readonly [queryId: string, title: string]> = [
  ['lifecycle-of-sessions', 'Lifecycle events'],
  ['lifecycle-failures', 'Sessions that failed'],
  ['pool-failures', 'Pools that cannot start sessions'],
  ['console-errors', 'Console errors'],
  ['console-errors-log-analytics', 'Console errors, environments with Log Analytics'],
];
const METRICS: ReadonlyArray<readonly [metric: string, title: string]> = [
  ['PoolExecutingPodCount', 'Sessions in use'],
  ['PoolReadyPodCount', 'Ready sessions'],
  ['PoolPendingPodCount', 'Pending sessions'],
];

/** The content of a workbook: metrics of pools, and tables over the logs, each with parameters that the reader can change. */
export function workbookContent({ displayName, workspaceId, poolIds }: WorkbookContent): string {
  return JSON.stringify({
    version: 'Notebook/1.0',
    items: [
      { type: 1, name: 'title', content: { json: `## ${displayName}` } },
      { type: 9, name: 'parameters', content: parameters(workspaceId, poolIds) },
      ...METRICS.map(([metric, title]) => metricChart(metric, title)),
      ...TABLES.map(([queryId, title]) => table(queryId, title)),
    ],
    fallbackResourceIds: [workspaceId ?? 'azure monitor'],
    $schema: 'https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json',
  });
}

function parameters(workspaceId: string | undefined, poolIds: readonly string[]): object {
  const graph = (type: string) => ({
    query: `resources | where type =~ '${type}' | project id`,
    queryType: 1,
    crossComponentResources: ['value::all'],
    resourceType: 'microsoft.resourcegraph/resources',
  });
  return {
    version: 'KqlParameterItem/1.0',
    style: 'pills',
    queryType: 0,
    resourceType: WORKSPACE_RESOURCE,
    parameters: [
      {
        id: 'time-range',
        version: 'KqlParameterItem/1.0',
        name: 'TimeRange',
        label: 'Time range',
        type: 4,
        isRequired: true,
        value: { durationMs: 86_400_000 },
        typeSettings: { selectableValues: [3_600_000, 14_400_000, 86_400_000, 604_800_000].map(durationMs => ({ durationMs })) },
      },
      {
        id: 'workspace',
        version: 'KqlParameterItem/1.0',
        name: 'Workspace',
        label: 'Log Analytics workspace',
        type: 5,
        isRequired: true,
        ...graph(WORKSPACE_RESOURCE),
        ...(workspaceId !== undefined && { value: workspaceId }),
      },
      {
        id: 'pools',
        version: 'KqlParameterItem/1.0',
        name: 'Pools',
        label: 'Session pools',
        type: 5,
        isRequired: true,
        multiSelect: true,
        quote: "'",
        delimiter: ',',
        ...graph(POOL_RESOURCE),
        ...(poolIds.length > 0 && { value: poolIds }),
      },
    ],
  };
}

function metricChart(metric: string, title: string): object {
  return {
    type: 10,
    name: metric,
    customWidth: '33',
    content: {
      chartId: `chart-${metric}`,
      version: 'MetricsItem/2.0',
      size: 0,
      chartType: 2,
      resourceType: POOL_RESOURCE,
      resourceParameter: 'Pools',
      metricScope: 0,
      resourceIds: ['{Pools}'],
      timeContextFromParameter: 'TimeRange',
      metrics: [{ namespace: POOL_RESOURCE, metric: `${POOL_RESOURCE}--${metric}`, aggregation: 3, splitBy: null }],
      title,
    },
  };
}

/** A query of the pack in the time range of the workbook. */
function table(queryId: string, title: string): object {
  const { query } = SESSION_QUERIES[queryId];
  return {
    type: 3,
    name: queryId,
    content: {
      version: 'KqlItem/1.0',
      query: query.replace(/TimeGenerated > ago\(\w+\)/, 'TimeGenerated {TimeRange}'),
      size: 0,
      title,
      noDataMessage: 'No rows in this time range.',
      timeContextFromParameter: 'TimeRange',
      queryType: 0,
      resourceType: WORKSPACE_RESOURCE,
      crossComponentResources: ['{Workspace}'],
      visualization: 'table',
    },
  };
}
