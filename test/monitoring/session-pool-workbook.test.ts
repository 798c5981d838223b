import { TerraformStack, TerraformVariable } from 'cdktf';
import type { SessionPoolQueryPackProps, SessionPoolWorkbookOptions } from '../../lib';
import { AzapiResource, LogDestination, SessionPool, SessionPoolDiagnostics, SessionPoolQueryPack } from '../../lib';
import { isGuid } from '../arm/guid';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, environment, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { CUSTOM_COLUMNS, kustoFailures, SESSION_TABLES, whyNoKusto } from '../support/kusto';
import { describeUnless } from '../support/skip';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, testApp, warningsOf } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };

interface Content {
  readonly items: ReadonlyArray<{
    readonly type: number;
    readonly name: string;
    readonly content: { readonly query?: string; readonly json?: string; readonly title?: string; readonly parameters?: object[] };
  }>;
  readonly fallbackResourceIds: string[];
}

const WORKSPACE_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/Logs`;

function workbookOf(workbook: SessionPoolWorkbookOptions | undefined, props: Partial<SessionPoolQueryPackProps> = {}): SynthesizedResource {
  const { resource } = synthesize(
    stack => void new SessionPoolQueryPack(stack, 'pack', { ...PLACE, queryPackName: 'pack', ...props, workbook }),
  );
  return Object.values(resource.azapi_resource).find(({ type }) => type.startsWith('Microsoft.Insights/workbooks@'))!;
}

const contentOf = (workbook: SessionPoolWorkbookOptions) =>
  JSON.parse(String(workbookOf(workbook).body.properties.serializedData)) as Content;
const queriesOf = ({ items }: Content) => items.flatMap(({ content }) => content.query ?? []);

describe('the workbook of a query pack', () => {
  test('is there only where it is asked for', () => {
    expect(workbookOf(undefined)).toBeUndefined();
  });

  test('is listed in Azure Monitor, with the title and the name of the pack', () => {
    const { '//': _, ...workbook } = workbookOf({}, { tags: { team: 'a' } });
    expect(workbook).toStrictEqual({
      type: 'Microsoft.Insights/workbooks@2023-06-01',
      name: expect.any(String),
      parent_id: RESOURCE_GROUP_ID,
      location: 'westus2',
      tags: { team: 'a' },
      body: {
        kind: 'shared',
        properties: {
          displayName: 'Session pools pack',
          category: 'workbook',
          serializedData: expect.any(String),
          sourceId: 'azure monitor',
        },
      },
      read_query_parameters: { canFetchContent: ['true'] },
      response_export_values: [],
      ignore_missing_property: false,
      retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
    });
    expect(isGuid(workbook.name)).toBe(true);
  });

  test('shows the metrics of pools, their lifecycle and the errors of the console', () => {
    expect(contentOf({}).items.map(({ type, name, content: { title } }) => [type, name, title])).toStrictEqual([
      [1, 'title', undefined],
      [9, 'parameters', undefined],
      [10, 'PoolExecutingPodCount', 'Sessions in use'],
      [10, 'PoolReadyPodCount', 'Ready sessions'],
      [10, 'PoolPendingPodCount', 'Pending sessions'],
      [3, 'lifecycle-of-sessions', 'Lifecycle events'],
      [3, 'lifecycle-failures', 'Sessions that failed'],
      [3, 'pool-failures', 'Pools that cannot start sessions'],
      [3, 'console-errors', 'Console errors'],
      [3, 'console-errors-log-analytics', 'Console errors, environments with Log Analytics'],
    ]);
    expect(queriesOf(contentOf({})).every(query => query.includes('| where TimeGenerated {TimeRange}'))).toBe(true);
  });

  test('shows a workspace and pools at first, and is listed with the workspace', () => {
    const { body } = workbookOf({ workspaceId: WORKSPACE_ID, displayName: 'Sandboxes "1"' });
    const { fallbackResourceIds, items } = JSON.parse(String(body.properties.serializedData)) as Content;
    expect(fallbackResourceIds).toStrictEqual([WORKSPACE_ID]);
    expect(items[0].content.json).toBe('## Sandboxes "1"');
    expect(items[1].content.parameters).toMatchObject([
      { name: 'TimeRange' },
      { name: 'Workspace', value: WORKSPACE_ID },
      { name: 'Pools' },
    ]);
    expect(body.properties).toMatchObject({ displayName: 'Sandboxes "1"', sourceId: WORKSPACE_ID.toLowerCase() });
    const { resource } = synthesize(stack => {
      const pools = [SessionPool.fromSessionPoolId(stack, 'pool', POOL_ID)];
      const pack = new SessionPoolQueryPack(stack, 'pack', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        workbook: { pools },
      });
      expect(pack.workbookId).toMatch(/TfToken/);
    });
    expect(JSON.stringify(resource)).toContain(`\\"value\\":[\\"${POOL_ID}\\"]`);
  });

  test('has a title that only Terraform knows as JSON', () => {
    const { resource } = synthesize(stack => {
      const displayName = new TerraformVariable(stack, 'title', { type: 'string' }).stringValue;
      const workspaceId = new TerraformVariable(stack, 'workspace', { type: 'string' }).stringValue;
      new SessionPoolQueryPack(stack, 'pack', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        workbook: { displayName, workspaceId },
      });
    });
    const { properties } = Object.values(resource.azapi_resource).find(({ type }) => type.includes('workbooks@'))!.body;
    expect(properties).toMatchObject({ displayName: '${var.title}', sourceId: '${lower(var.workspace)}' });
    expect(properties.serializedData).toContain('## ${substr(jsonencode(var.title), 1, length(jsonencode(var.title)) - 2)}');
  });

  test.each<[object, string]>([
    [{ displayName: ' ' }, "workbook.displayName must not be empty, got ' '"],
    [
      { workspaceId: 'logs' },
      "workbook.workspaceId must have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.OperationalInsights/" +
        "workspaces/<name>', got 'logs'",
    ],
    [{ pools: [POOL_ID] }, 'workbook.pools[0] must be a pool, got a string: use a pool, or SessionPool.fromSessionPoolId'],
    [{ adoptExisting: 'yes' }, "workbook.adoptExisting must be true or false, got 'yes'"],
  ])('refuses %j', (workbook, failure) => {
    expect(
      failuresOf(stack => new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', workbook })),
    ).toStrictEqual([failure]);
  });
});

describe('logs-go-nowhere', () => {
  const MESSAGE =
    '[logs-go-nowhere] the app has no diagnostic setting that sends logs of sessions to the tables of the queries: use SessionPoolDiagnostics, ' +
    'or acknowledge the warning where the setting is not part of the app';

  function warnings(props: object, fill: (stack: TerraformStack) => unknown): string[] {
    const stack = new TerraformStack(testApp(), 'stack');
    new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...props });
    fill(stack);
    parse(stack);
    return warningsOf(stack);
  }

  const setting = (stack: TerraformStack, monitored: string) =>
    new AzapiResource(stack, 'setting', {
      type: 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview',
      name: 'setting',
      parentId: monitored,
    });

  test.each<[string, string[], object, (stack: TerraformStack) => unknown]>([
    ['a pack alone', [MESSAGE], {}, () => undefined],
    ['a pack beside metrics of a pool', [MESSAGE], {}, stack => setting(stack, POOL_ID)],
    ['a pack beside any other setting', [], {}, stack => setting(stack, environment(stack).environmentId)],
    [
      'a pack beside diagnostics',
      [],
      {},
      stack =>
        new SessionPoolDiagnostics(stack, 'd', {
          environment: environment(stack),
          destination: LogDestination.logAnalyticsWorkspace(WORKSPACE_ID),
        }),
    ],
    ['a warning that is acknowledged', [], { acknowledgements: [{ id: 'logs-go-nowhere', reason: 'elsewhere' }] }, () => undefined],
  ])('is said of %s: %j', (_, expected, props, fill) => {
    expect(warnings(props, fill)).toStrictEqual(expected);
  });
});

describeUnless(whyNoKusto(), 'the queries of a workbook', () => {
  test('are Kusto in a time range', () => {
    const queries = queriesOf(contentOf({}));
    expect(queries).toHaveLength(5);
    for (const query of queries) {
      const tables = { ...SESSION_TABLES, AppEnvSessionConsoleLogs_CL: CUSTOM_COLUMNS[0] };
      expect(kustoFailures(query.replace('{TimeRange}', '> ago(1h)'), tables)).toStrictEqual([]);
    }
  });
});
