import { TerraformOutput } from 'cdktf';
import type { SavedQuery, SessionPoolQueryPackProps } from '../../lib';
import { AzapiProvider, AzapiResource, SessionPoolQueryPack } from '../../lib';
import { isGuid } from '../arm/guid';
import { BROKEN_CONNECTION, RESOURCE_GROUP_ID } from '../support/fixtures';
import { CUSTOM_COLUMNS, kustoFailures, SESSION_TABLES, whyNoKusto } from '../support/kusto';
import { describeUnless } from '../support/skip';
import type { SynthesizedResource } from '../support/synth';
import { synthesize } from '../support/synth';

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

  const TITLED = QUERIES.map(query => [String(query.body.properties.displayName), bodyOf(query)] as const);

  test.each(Object.keys(SESSION_TABLES))('reads %s', table => {
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
      expect(kustoFailures(query, SESSION_TABLES).join()).toContain(message);
    });

    test.each(TITLED)('accepts %s', (_, query) => {
      for (const custom of CUSTOM_COLUMNS) {
        expect(kustoFailures(query, { ...SESSION_TABLES, AppEnvSessionConsoleLogs_CL: custom })).toStrictEqual([]);
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
