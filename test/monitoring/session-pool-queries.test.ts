import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { SavedQuery, SessionPoolQueryPackProps, SessionPoolWorkbookOptions } from '../../lib';
import { AzapiProvider, AzapiResource, LogDestination, SessionPool, SessionPoolDiagnostics, SessionPoolQueryPack } from '../../lib';
import { isGuid } from '../arm/guid';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, environment, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { kustoFailures, whyNoKusto } from '../support/kusto';
import { describeUnless } from '../support/skip';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, testApp, warningsOf } from '../support/synth';

interface Synthesized {
  readonly pack: SynthesizedResource;
  readonly queries: SynthesizedResource[];
}

function synthesizePack(
  props: Partial<SessionPoolQueryPackProps> = {},
  fill: (pack: SessionPoolQueryPack) => void = () => {},
): Synthesized {
  const { resource } = synthesize(stack =>
    fill(new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...props })),
  );
  const [pack, ...queries] = Object.values(resource.azapi_resource);
  return { pack, queries };
}

interface Content {
  readonly items: ReadonlyArray<{
    readonly type: number;
    readonly name: string;
    readonly content: { readonly query?: string; readonly json?: string; readonly title?: string; readonly parameters?: object[] };
  }>;
  readonly fallbackResourceIds: string[];
}

const WORKSPACE_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/Logs`;

function workbookOf(workbook: SessionPoolWorkbookOptions, props: Partial<SessionPoolQueryPackProps> = {}): SynthesizedResource {
  const { pack, queries } = synthesizePack({ queryPackName: 'pack', ...props, workbook });
  return [pack, ...queries].find(({ type }) => type.startsWith('Microsoft.Insights/workbooks@'))!;
}

const contentOf = (workbook: SessionPoolWorkbookOptions) =>
  JSON.parse(String(workbookOf(workbook).body.properties.serializedData)) as Content;
const queriesOf = ({ items }: Content) => items.flatMap(({ content }) => content.query ?? []);

const QUERIES = synthesizePack().queries;
const bodyOf = ({ body }: SynthesizedResource) => String(body.properties.body);

describe('SessionPoolQueryPack', () => {
  test('is a query pack', () => {
    const { '//': metadata, ...pack } = synthesizePack().pack;
    expect(pack).toStrictEqual({
      type: 'Microsoft.OperationalInsights/queryPacks@2019-09-01',
      name: expect.stringMatching(/^stackpack[0-9a-f]{8}$/),
      parent_id: RESOURCE_GROUP_ID,
      location: 'westus2',
      body: { properties: {} },
      response_export_values: [],
      ignore_casing: true,
      retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
    });
  });

  test('has a title, a description and a query for each question', () => {
    expect(QUERIES.map(({ body }) => body.properties.displayName).sort()).toStrictEqual([
      'Console output of all sessions',
      'Console output of all sessions, environment with Log Analytics',
      'Console output of one session',
      'Console output of one session, environment with Log Analytics',
      'Errors in the console output',
      'Errors in the console output, environment with Log Analytics',
      'Events of pools',
      'Pools that cannot start sessions',
      'Sessions by hour',
      'Sessions that failed',
      'What happened to sessions',
    ]);
    for (const { '//': metadata, ...query } of QUERIES) {
      expect(query).toStrictEqual({
        type: 'Microsoft.OperationalInsights/queryPacks/queries@2019-09-01',
        name: expect.any(String),
        parent_id: '${azapi_resource.pack_D40140D5.id}',
        body: {
          properties: {
            displayName: expect.any(String),
            description: expect.stringMatching(/\.$/),
            body: expect.any(String),
            related: {
              categories: ['container'],
              resourceTypes: ['microsoft.operationalinsights/workspaces'],
              solutions: ['LogManagement'],
            },
            tags: { labels: ['session-pools'] },
          },
        },
        response_export_values: [],
        ignore_missing_property: false,
        retry: { error_message_regex: ['OperationInProgress', BROKEN_CONNECTION] },
      });
    }
  });

  test('names queries with GUIDs that stay the same', () => {
    const names = QUERIES.map(({ name }) => name);
    expect(names.every(isGuid)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(synthesizePack({ tags: { a: 'b' } }).queries.map(({ name }) => name)).toStrictEqual(names);
  });

  /** The columns that the three tables have. */
  const COLUMNS =
    'TimeGenerated: datetime, SessionPoolName: string, OperationName: string, Log: string, Level: string, Location: string, ' +
    'NodeName: string, PodName: string, _ResourceId: string';
  const TABLES = Object.fromEntries(
    ['AppEnvSessionConsoleLogs', 'AppEnvSessionLifecycleLogs', 'AppEnvSessionPoolEventLogs'].map(table => [table, COLUMNS]),
  );
  /** The columns of the table of an environment with Log Analytics are not known: none, those of the others, or those with a suffix. */
  const CUSTOM = ['TimeGenerated: datetime', COLUMNS, COLUMNS.replace(/(\w+): string/g, '$1_s: string')];
  const TITLED = QUERIES.map(query => [String(query.body.properties.displayName), bodyOf(query)] as const);

  test.each(Object.keys(TABLES))('reads %s', table => {
    expect(QUERIES.map(bodyOf).join()).toContain(table);
  });

  test.each(TITLED)('%s reads one table, and the rows of a time only', (_, query) => {
    expect(new Set(query.match(/AppEnvSession\w+/g)).size).toBe(1);
    expect(query).toMatch(/\| where TimeGenerated > ago\(\d+[hd]\)/);
  });

  test.each(TITLED.filter(([, query]) => query.includes('AppEnvSessionConsoleLogs\n')))(
    '%s reads a table that may be on the plan Basic alone, without joining it to another',
    (_, query) => {
      expect(query).not.toMatch(/\b(union|join|lookup|find|search|externaldata|evaluate)\b/);
    },
  );

  describeUnless(whyNoKusto(), 'the grammar of Kusto', () => {
    test.each<[string, string]>([
      ['AppEnvSessionConsoleLogs | where Message has "x"', "The name 'Message' does not refer to any known column"],
      ['AppEnvSessionPoolEvents | take 1', "The name 'AppEnvSessionPoolEvents' does not refer to any known table"],
      ['AppEnvSessionConsoleLogs | wher Log', 'Query operator expected'],
    ])('refuses %s', (query, message) => {
      expect(kustoFailures(query, TABLES).join()).toContain(message);
    });

    test.each(TITLED)('accepts %s', (_, query) => {
      for (const custom of CUSTOM) {
        expect(kustoFailures(query, { ...TABLES, AppEnvSessionConsoleLogs_CL: custom })).toStrictEqual([]);
      }
    });

    test('accepts the queries of the workbook in a time range', () => {
      const queries = queriesOf(contentOf({}));
      expect(queries).toHaveLength(5);
      for (const query of queries) {
        expect(
          kustoFailures(query.replace('{TimeRange}', '> ago(1h)'), { ...TABLES, AppEnvSessionConsoleLogs_CL: CUSTOM[0] }),
        ).toStrictEqual([]);
      }
    });
  });

  test('passes name, tags, provider and dependencies on', () => {
    const { resource } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      const first = new AzapiResource(stack, 'first', { type: 'Microsoft.Resources/resourceGroups@2025-04-01' });
      new SessionPoolQueryPack(stack, 'pack', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        queryPackName: 'sessions',
        tags: { a: 'b' },
        provider,
        dependsOn: [first],
      });
    });
    const [, pack, ...queries] = Object.values(resource.azapi_resource);
    expect(pack).toMatchObject({ name: 'sessions', tags: { a: 'b' }, provider: 'azapi.other', depends_on: ['azapi_resource.first'] });
    expect(queries.every(({ provider }) => provider === 'azapi.other')).toBe(true);
  });

  test('exposes id and name as references', () => {
    const { output } = synthesize(stack => {
      const { queryPackId, queryPackName } = new SessionPoolQueryPack(stack, 'pack', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
      });
      new TerraformOutput(stack, 'o', { value: [queryPackId, queryPackName], staticId: true });
    });
    expect(output.o.value).toStrictEqual(['${azapi_resource.pack_D40140D5.id}', '${azapi_resource.pack_D40140D5.name}']);
  });

  test('is refused with everything that is wrong with it', () => {
    expect(() => synthesizePack({ resourceGroupId: 'rg', location: '', queryPackName: '-' })).toThrow(
      [
        "SessionPoolQueryPack at 'stack/pack' is not valid:",
        "  - resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got 'rg'",
        "  - location must be a region such as 'westus2' or 'West US 2', got ''",
        "  - queryPackName must be 2 to 90 letters, digits, dots, hyphens and underscores, a letter or digit first and last, got '-'",
      ].join('\n'),
    );
  });
});

describe('the workbook of a query pack', () => {
  test('is there only where it is asked for', () => {
    expect(workbookOf(undefined as never)).toBeUndefined();
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

describe('addQuery', () => {
  test('passes text on unchanged', () => {
    const query = 'AppEnvSessionConsoleLogs\n| where Log matches regex @"\\$\\{(\\w+)\\}" and Log has "${HOME} %{if}"';
    const added = synthesizePack({}, pack => pack.addQuery('mine', { displayName: 'Mine', query })).queries.find(
      ({ body }) => body.properties.displayName === 'Mine',
    )!;
    expect(added.body.properties).toMatchObject({
      displayName: 'Mine',
      description: 'Mine',
      body: query.replace('${HOME}', '$$$${HOME}').replace('%{if}', '%%{if}'),
    });
  });

  test.each<[unknown, string]>([
    [
      undefined,
      'displayName must be given: what people choose the query by\n  - query must be given: the query in the Kusto query language',
    ],
    [{ displayName: ' ', query: '' }, "displayName must not be empty, got ' '\n  - query must not be empty, got ''"],
    [{ displayName: 'a', query: 'b', description: 5 }, 'description must be a string, got 5'],
  ])('refuses %j', (query, message) => {
    expect(() => synthesizePack({}, pack => pack.addQuery('mine', query as SavedQuery))).toThrow(
      `SavedQuery at 'stack/pack/mine' is not valid:\n  - ${message}`,
    );
  });

  test('refuses an id that is taken', () => {
    expect(() => synthesizePack({}, pack => pack.addQuery('pool-events', { displayName: 'a', query: 'b' }))).toThrow(
      /already a Construct with name 'pool-events'/,
    );
  });
});
