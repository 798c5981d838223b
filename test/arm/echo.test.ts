import { ArmClient } from './arm-client';
import { customPool, environmentBody, metricAlertBody, pythonPool, roleAssignmentBody, template } from './bodies';
import type { Echo } from './echo';
import { POLICY_TAGS } from './echo';
import type { JsonObject } from './json';
import { asObject, asObjects } from './json';
import { LocalArm } from './local-arm';

const VERSION = '2026-07-01';

let arm: LocalArm;
let client: ArmClient;
let pool: string;
let environment: string;
let identity: string;

beforeEach(async () => {
  arm = await LocalArm.start();
  client = new ArmClient(arm);
  pool = `${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools/pool`;
  environment = `${arm.resourceGroupId()}/providers/Microsoft.App/managedEnvironments/env`;
  identity = `${arm.resourceGroupId()}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Puller`;
});

afterEach(async () => arm.stop());

/** The answer to a GET of a resource that was put past the wire. */
async function answered(echo: Echo, body: JsonObject, id = pool, version = VERSION): Promise<JsonObject> {
  arm.put(id, version, body);
  arm.echo = echo;
  return (await client.get(id, version)).body;
}

const containerOf = (answer: JsonObject) => asObjects(asObject(asObject(answer.properties).customContainerTemplate).containers)[0];

test.each<[Echo, unknown]>([
  ['recorded', [{ name: 'a' }, { name: 'b' }]],
  ['null', null],
  ['absent', undefined],
  ['empty', []],
  [
    'redacted',
    [
      { name: 'a', value: '***' },
      { name: 'b', value: '***' },
    ],
  ],
  ['reordered', [{ name: 'b' }, { name: 'a' }]],
])('%s answers secrets as %j', async (echo, secrets) => {
  const { properties } = await answered(
    echo,
    customPool(environment, {
      secrets: [
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
      ],
    }),
  );
  expect(asObject(properties).secrets).toEqual(secrets);
});

test.each<[Echo, string[], string[]]>([
  ['reordered', ['b', 'a'], ['One', 'Two']],
  ['reordered-identities', ['a', 'b'], ['Two', 'One']],
])('%s answers secrets as %j and settings of identities as %j', async (echo, secrets, settings) => {
  const ids = ['One', 'Two'].map(name => identity.replace('Puller', name));
  const { properties } = await answered(
    echo,
    customPool(
      environment,
      {
        secrets: ['a', 'b'].map(name => ({ name, value: '1' })),
        managedIdentitySettings: ids.map(id => ({ identity: id, lifecycle: 'None' })),
      },
      { identity: { type: 'UserAssigned', userAssignedIdentities: Object.fromEntries(ids.map(id => [id, {}])) } },
    ),
  );
  expect(asObjects(asObject(properties).secrets).map(({ name }) => name)).toEqual(secrets);
  expect(asObjects(asObject(properties).managedIdentitySettings).map(each => String(each.identity).split('/').pop())).toEqual(settings);
});

test('lower-cased-ids spells resource groups in lower case, save that of the resource itself', async () => {
  const { id, properties } = await answered('lower-cased-ids', customPool(environment));
  expect(id).toBe(pool);
  expect(asObject(properties).environmentId).toBe(environment.replace('resourceGroups', 'resourcegroups'));
});

test('ids-in-lower-case spells all ids so, that of the resource and those that are names too', async () => {
  const answer = await answered(
    'ids-in-lower-case',
    customPool(environment, {}, { identity: { type: 'UserAssigned', userAssignedIdentities: { [identity]: {} } } }),
  );
  expect(answer).toMatchObject({ id: pool.toLowerCase(), name: 'pool', properties: { environmentId: environment.toLowerCase() } });
  expect(Object.keys(asObject(asObject(answer.identity).userAssignedIdentities))).toEqual([identity.toLowerCase()]);
  expect(asObject(answer.properties).managedIdentitySettings).toEqual([{ identity: identity.toLowerCase(), lifecycle: 'None' }]);
});

test('extra-read-only adds properties that no schema knows', async () => {
  expect(await answered('extra-read-only', pythonPool())).toMatchObject({ etag: '"1"', properties: { runningStatus: 'Ready' } });
});

test('probe-defaults fills in what was not sent, and leaves what was', async () => {
  const probes = [
    { type: 'Liveness', periodSeconds: 5, httpGet: { port: 80, scheme: 'HTTPS' } },
    { type: 'Startup', httpGet: { port: 80 } },
    { type: 'Startup', tcpSocket: { port: 1 } },
  ];
  const body = customPool(environment, { customContainerTemplate: template({ probes: probes.slice(0, 2) }) });
  const defaults = { failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1 };
  expect(containerOf(await answered('probe-defaults', body)).probes).toEqual([
    { ...defaults, type: 'Liveness', periodSeconds: 5, httpGet: { port: 80, scheme: 'HTTPS' } },
    { ...defaults, type: 'Startup', httpGet: { port: 80, scheme: 'HTTP' } },
  ]);
  const connecting = customPool(environment, { customContainerTemplate: template({ probes: probes.slice(2) }) });
  expect(containerOf(await answered('probe-defaults', connecting)).probes).toEqual([
    { ...defaults, type: 'Startup', tcpSocket: { port: 1 } },
  ]);
});

describe('empty-lists', () => {
  const nulls = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, null]));

  test('answers [] where null was sent for a list, and nothing else', async () => {
    const body = customPool(environment, {
      secrets: null,
      managedIdentitySettings: null,
      customContainerTemplate: template(nulls(['command', 'args', 'env', 'probes']), { registryCredentials: null }),
    });
    const answer = await answered('empty-lists', body);
    expect(answer.properties).toMatchObject({
      secrets: [],
      managedIdentitySettings: [],
      customContainerTemplate: { registryCredentials: null },
    });
    expect(containerOf(answer)).toMatchObject({ command: [], args: [], env: [], probes: [] });
  });

  test('leaves lists alone that were left out', async () => {
    expect(containerOf(await answered('empty-lists', customPool(environment)))).not.toHaveProperty('command');
  });

  test.each<Echo>(['recorded', 'null'])('is not what %s answers', async echo => {
    const answer = await answered(echo, customPool(environment, { customContainerTemplate: template(nulls(['command'])) }));
    expect(containerOf(answer)).not.toHaveProperty('command');
  });
});

test.each<[Echo, string]>([
  ['recorded', 'West US 3'],
  ['normalized-location', 'westus3'],
])('%s answers the location %s', async (echo, location) => {
  expect((await answered(echo, pythonPool())).location).toBe(location);
});

test('identity-absent leaves out what is not there, and nothing else', async () => {
  expect((await answered('recorded', pythonPool())).identity).toEqual({ type: 'None' });
  expect(await answered('identity-absent', pythonPool())).not.toHaveProperty('identity');
  const system = await answered('identity-absent', customPool(environment, {}, { identity: { type: 'SystemAssigned' } }), `${pool}2`);
  expect(system.identity).toMatchObject({ type: 'SystemAssigned' });
});

describe('policy-tags', () => {
  test.each<[string, string, string, () => JsonObject]>([
    ['a pool', 'Microsoft.App/sessionPools/pool', VERSION, () => pythonPool({}, { tags: { team: 'a' } })],
    ['an environment', 'Microsoft.App/managedEnvironments/env', VERSION, () => ({ ...environmentBody(), tags: { team: 'a' } })],
    ['an alert', 'Microsoft.Insights/metricAlerts/full', '2018-03-01', () => ({ ...metricAlertBody(), tags: { team: 'a' } })],
  ])('are added to %s', async (_, path, version, body) => {
    expect((await answered('policy-tags', body(), `${arm.resourceGroupId()}/providers/${path}`, version)).tags).toEqual({
      team: 'a',
      ...POLICY_TAGS,
    });
  });

  test('are added where there are none, and not to what cannot have tags', async () => {
    expect((await answered('policy-tags', pythonPool())).tags).toEqual(POLICY_TAGS);
    const assignment = `${pool}/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000001`;
    expect(await answered('policy-tags', roleAssignmentBody(), assignment, '2022-04-01')).not.toHaveProperty('tags');
  });
});

describe('all-categories', () => {
  const body = {
    properties: {
      workspaceId: '/subscriptions/s/resourceGroups/g/providers/x/y/z',
      logs: [{ category: 'AppEnvSessionConsoleLogs', enabled: true }],
    },
  };

  test('answers the categories that a diagnostic setting lacks, disabled', async () => {
    const answer = await answered(
      'all-categories',
      body,
      `${environment}/providers/Microsoft.Insights/diagnosticSettings/logs`,
      '2021-05-01-preview',
    );
    const { logs, metrics } = asObject(answer.properties);
    expect(asObjects(logs).map(({ category, enabled }) => [category, enabled])).toEqual([
      ['AppEnvSessionConsoleLogs', true],
      ['ContainerAppConsoleLogs', false],
      ['ContainerAppSystemLogs', false],
      ['AppEnvSpringAppConsoleLogs', false],
      ['AppEnvSessionLifeCycleLogs', false],
      ['AppEnvSessionPoolEventLogs', false],
    ]);
    expect(metrics).toEqual([{ category: 'AllMetrics', enabled: false, retentionPolicy: { enabled: false, days: 0 } }]);
  });

  test('changes nothing else', async () => {
    const recorded = await answered('recorded', pythonPool());
    arm.echo = 'all-categories';
    expect((await client.get(pool, VERSION)).body).toEqual(recorded);
  });
});

test('an echo holds for lists and for the results of operations too', async () => {
  arm.put(pool, VERSION, customPool(environment));
  arm.echo = 'normalized-location';
  const { body } = await client.get(`${arm.resourceGroupId()}/providers/Microsoft.App/sessionPools`, VERSION);
  expect(asObjects(body.value).map(({ location }) => location)).toEqual(['westus3']);
  const polls = await client.follow(await client.patch(pool, VERSION, { tags: { a: 'b' } }));
  expect(polls[1].body.location).toBe('westus3');
});
