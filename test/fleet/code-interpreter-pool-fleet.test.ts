import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { CodeInterpreterPoolFleetGrantOptions, CodeInterpreterPoolFleetProps } from '../../lib';
import { AzapiProvider, CodeInterpreterPoolFleet, CodeInterpreterType, Principal, SessionNetworkStatus, SessionPoolRole } from '../../lib';
import { alertsOf, criterionOf } from '../support/alerts';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { synthesize, testApp, warningsOf } from '../support/synth';

function fleet(scope: Construct, props: Partial<CodeInterpreterPoolFleetProps> = {}): CodeInterpreterPoolFleet {
  return new CodeInterpreterPoolFleet(scope, 'fleet', {
    sessions: 1500,
    locations: ['westus2'],
    resourceGroupId: RESOURCE_GROUP_ID,
    ...props,
  });
}

/** The pools of a fleet by their addresses in the configuration, without what cdktf notes about them. */
function pools(props: Partial<CodeInterpreterPoolFleetProps>): { [address: string]: SynthesizedResource } {
  const { resource } = synthesize(stack => void fleet(stack, props));
  return Object.fromEntries(
    Object.entries(resource.azapi_resource).map(([id, { '//': metadata, ...pool }]) => [id, pool as unknown as SynthesizedResource]),
  );
}

function sizesOf(props: Partial<CodeInterpreterPoolFleetProps>): { [poolId: string]: number } {
  let sizes = {};
  synthesize(stack => {
    const built = fleet(stack, props);
    sizes = Object.fromEntries(built.pools.map((pool, index) => [pool.node.id, built.members[index].weight]));
  });
  return sizes;
}

describe('CodeInterpreterPoolFleet', () => {
  test.each<[Partial<CodeInterpreterPoolFleetProps>, object]>([
    [{ sessions: 1 }, { 'westus2-1': 1 }],
    [{ sessions: 600 }, { 'westus2-1': 600 }],
    [{ sessions: 601 }, { 'westus2-1': 600, 'westus2-2': 1 }],
    [{ sessions: 1500 }, { 'westus2-1': 600, 'westus2-2': 600, 'westus2-3': 300 }],
    [
      { sessions: 1500, maxConcurrentSessionsPerPool: 500 },
      { 'westus2-1': 500, 'westus2-2': 500, 'westus2-3': 500 },
    ],
    [
      { sessions: 2000, locations: ['West US 2', 'westeurope'] },
      { 'westus2-1': 600, 'westeurope-1': 600, 'westus2-2': 600, 'westeurope-2': 200 },
    ],
    [{ sessions: 300, locations: ['westus2', 'westeurope'] }, { 'westus2-1': 300 }],
  ])('with %j has the pools %j', (props, sizes) => {
    expect(Object.entries(sizesOf(props))).toStrictEqual(Object.entries(sizes));
    const configured = Object.values(pools(props)).map(({ body }) => body.properties.scaleConfiguration);
    expect(configured).toHaveLength(Object.keys(sizes).length);
    expect(configured).toEqual(
      expect.arrayContaining(Object.values(sizes).map((maxConcurrentSessions: number) => ({ maxConcurrentSessions }))),
    );
  });

  test.each([[['westus2']], [['westus2', 'westeurope', 'eastus']]])('in %j only gets more pools when it grows', locations => {
    for (let sessions = 600; sessions < 4800; sessions += 600) {
      const [before, after] = [pools({ sessions, locations }), pools({ sessions: sessions + 600, locations })];
      expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 1);
      expect(after).toMatchObject(before);
    }
  });

  test('fills up the last pool before it adds another one', () => {
    expect(sizesOf({ sessions: 700 })).toStrictEqual({ 'westus2-1': 600, 'westus2-2': 100 });
    expect(sizesOf({ sessions: 1300 })).toStrictEqual({ 'westus2-1': 600, 'westus2-2': 600, 'westus2-3': 100 });
  });

  test('keeps a pool in its region when a region is added', () => {
    const before = Object.keys(sizesOf({ sessions: 2400, locations: ['westus2', 'westeurope'] }));
    const after = Object.keys(sizesOf({ sessions: 2400, locations: ['westus2', 'westeurope', 'eastus'] }));
    expect(before.filter(id => !after.includes(id))).toStrictEqual(['westeurope-2']);
  });

  test('names pools after their paths, or as it is asked to', () => {
    expect(Object.values(pools({ sessions: 601 })).map(({ name }) => name)).toStrictEqual([
      expect.stringMatching(/^stackfleetwestus21[0-9a-f]{8}$/),
      expect.stringMatching(/^stackfleetwestus22[0-9a-f]{8}$/),
    ]);
    const named = pools({ sessions: 1201, sessionPoolNamePrefix: 'agents', locations: ['West US 2', 'westeurope'] });
    expect(
      Object.values(named)
        .map(({ name }) => name)
        .sort(),
    ).toStrictEqual(['agentswesteuropep1', 'agentswestus2p1', 'agentswestus2p2']);
  });

  test('gives each pool what applies to all', () => {
    const built = pools({
      sessions: 601,
      containerType: CodeInterpreterType.NODE_LTS,
      cooldownPeriodInSeconds: 600,
      networkStatus: SessionNetworkStatus.EGRESS_DISABLED,
      mcpServer: {},
      tags: { team: 'agents' },
      timeouts: { create: '45m' },
      preventDestroy: true,
    });
    for (const pool of Object.values(built)) {
      expect(pool).toMatchObject({
        type: 'Microsoft.App/sessionPools@2025-10-02-preview',
        parent_id: RESOURCE_GROUP_ID,
        location: 'westus2',
        tags: { team: 'agents' },
        timeouts: { create: '45m' },
        lifecycle: { prevent_destroy: true },
        body: {
          properties: {
            containerType: 'NodeLTS',
            dynamicPoolConfiguration: { lifecycleConfiguration: { cooldownPeriodInSeconds: 600 } },
            sessionNetworkConfiguration: { status: 'EgressDisabled' },
            mcpServerSettings: { isMcpServerEnabled: true },
          },
        },
      });
    }
  });

  test('passes provider, dependencies, api version and acknowledged warnings on', () => {
    const { resource } = synthesize(stack => {
      const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
      const dependsOn = [new TerraformVariable(stack, 'v', {})];
      const built = fleet(stack, {
        provider,
        dependsOn,
        apiVersion: '2025-07-01',
        networkStatus: SessionNetworkStatus.EGRESS_ENABLED,
        acknowledgements: [{ id: 'egress-enabled', reason: 'the code is our own' }],
      });
      expect(warningsOf(built)).toStrictEqual([]);
    });
    for (const pool of Object.values(resource.azapi_resource)) {
      expect(pool).toMatchObject({ type: 'Microsoft.App/sessionPools@2025-07-01', provider: 'azapi.other', depends_on: ['var.v'] });
    }
  });

  test('tells clients names, endpoints and weights as references', () => {
    const { output } = synthesize(stack => {
      const built = fleet(stack, { sessions: 700 });
      new TerraformOutput(stack, 'o', { value: built.members, staticId: true });
      new TerraformOutput(stack, 'e', { value: built.toEnvironmentVariables(), staticId: true });
    });
    expect(output.o.value).toStrictEqual(
      [600, 100].map((weight, index) => ({
        name: expect.stringMatching(new RegExp(`^\\$\\{azapi_resource\\.fleet_westus2-${index + 1}_\\w+\\.name\\}$`)),
        endpoint: expect.stringMatching(
          new RegExp(`^https://.*\\.dynamicsessions\\.io/.*\\$\\{azapi_resource\\.fleet_westus2-${index + 1}_\\w+\\.name\\}$`),
        ),
        weight,
      })),
    );
    expect((output.e.value as { SESSION_POOL_FLEET: string }).SESSION_POOL_FLEET).toMatch(
      /^\$\{jsonencode\(\[\{\n"name" = "\$\{azapi_resource\.[\w-]+\.name\}"\n"endpoint" = "https:.+"\n"weight" = 600\n\}, \{/,
    );
  });

  test('has the metrics of all pools', () => {
    synthesize(stack => {
      const { metrics } = fleet(stack);
      expect([metrics.executing(), metrics.pending(), metrics.ready()].map(list => list.map(({ metricName }) => metricName))).toStrictEqual(
        [Array(3).fill('PoolExecutingPodCount'), Array(3).fill('PoolPendingPodCount'), Array(3).fill('PoolReadyPodCount')],
      );
    });
  });

  test('has an alert for each pool', () => {
    const full = alertsOf(stack => fleet(stack).metrics.alertWhenNearlyFull(stack, 'full', { share: 0.5, alertName: 'full' }));
    expect(full.map(alert => [alert.name, criterionOf(alert).threshold])).toStrictEqual([
      ['full-westus2-1', 300],
      ['full-westus2-2', 300],
      ['full-westus2-3', 150],
    ]);
    const pending = alertsOf(stack => fleet(stack).metrics.alertWhenPending(stack, 'pending', { severity: 1 }));
    expect(pending.map(({ body }) => body.properties.severity)).toStrictEqual([1, 1, 1]);
    expect(new Set(pending.map(({ name }) => name)).size).toBe(3);
    expect(alertsOf(stack => fleet(stack).metrics.alertWhenNoneReady(stack, 'none'))).toHaveLength(3);
  });

  test('leaves no alerts behind that are not valid', () => {
    synthesize(stack => {
      expect(() => fleet(stack).metrics.alertWhenPending(stack, 'alerts', { severity: 9 })).toThrow(
        "SessionPoolAlert at 'stack/alerts/westus2-1' is not valid",
      );
      expect(stack.node.tryFindChild('alerts')).toBeUndefined();
    });
  });
});

describe('a fleet that is not valid', () => {
  test('is refused with everything that is wrong with it, and leaves nothing behind', () => {
    synthesize(stack => {
      expect(() =>
        fleet(stack, {
          sessions: 0,
          locations: ['westus2', 'West US 2', '!', 'westeurope'],
          maxConcurrentSessionsPerPool: 601,
          sessionPoolNamePrefix: 'my-pool',
        }),
      ).toThrow(
        [
          "CodeInterpreterPoolFleet at 'stack/fleet' is not valid:",
          '  - sessions must be at least 1, got 0',
          "  - locations must have each region once, got 'West US 2' again",
          "  - locations[2] must be a region such as 'westus2' or 'West US 2', got '!'",
          '  - maxConcurrentSessionsPerPool must be between 1 and 600, got 601',
          "  - sessionPoolNamePrefix must be 1 to 20 lower-case letters and digits, a letter first, got 'my-pool'",
        ].join('\n'),
      );
      expect(stack.node.tryFindChild('fleet')).toBeUndefined();
    });
  });

  test.each<[Partial<CodeInterpreterPoolFleetProps>, string]>([
    [{ sessions: 1.5 }, 'sessions must be a whole number, got 1.5'],
    [{ sessions: undefined }, 'sessions must be given: it decides how many pools there are'],
    [{ locations: undefined }, "locations must be given: regions such as ['westus2', 'westeurope']"],
    [{ locations: [] }, "locations must have at least one region, got none: give regions such as ['westus2', 'westeurope']"],
    [{ locations: 'westus2' as unknown as string[] }, "locations must be a list, got 'westus2'"],
  ])('such as %j is refused', (props, message) => {
    expect(() => pools(props)).toThrow(`  - ${message}`);
  });

  test('is refused where tokens would decide which pools there are', () => {
    synthesize(stack => {
      const variable = (name: string) => new TerraformVariable(stack, name, {});
      expect(() =>
        fleet(stack, {
          sessions: variable('sessions').numberValue,
          locations: variable('locations').listValue,
          maxConcurrentSessionsPerPool: variable('max').numberValue,
          sessionPoolNamePrefix: variable('prefix').stringValue,
        }),
      ).toThrow(
        [
          '  - sessions must be known when the configuration is written, got a token: it decides how many pools there are',
          '  - locations must be known when the configuration is written, got a token: the pools are dealt out to them',
          '  - maxConcurrentSessionsPerPool must be known when the configuration is written, got a token: it decides how many pools there are',
          '  - sessionPoolNamePrefix must be known when the configuration is written, got a token: it is a part of names that are checked',
        ].join('\n'),
      );
      expect(() => fleet(stack, { locations: [variable('location').stringValue] })).toThrow(
        "  - locations[0] must be a region such as 'westus2' or 'West US 2', got a token: it is a part of ids and names",
      );
    });
  });

  test('is refused, and leaves nothing behind, where a pool is', () => {
    synthesize(stack => {
      expect(() => fleet(stack, { resourceGroupId: 'rg', cooldownPeriodInSeconds: 60 })).toThrow(
        [
          "CodeInterpreterPool at 'stack/fleet/westus2-1' is not valid:",
          "  - resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got 'rg'",
          '  - cooldownPeriodInSeconds must be between 300 and 3600 (seconds), got 60',
        ].join('\n'),
      );
      expect(stack.node.tryFindChild('fleet')).toBeUndefined();
    });
  });
});

describe('grants of a fleet', () => {
  const ID = '11111111-2222-3333-4444-555555555555';

  test.each(['execute', 'read', 'contribute'] as const)('%s is one role assignment on each pool', member => {
    const { resource } = synthesize(stack => {
      fleet(stack).grants[member](Principal.managedIdentity(ID));
    });
    const assignments = Object.values(resource.azapi_resource).filter(({ type }) => type.startsWith('Microsoft.Authorization/'));
    expect(new Set(assignments.map(({ parent_id }) => parent_id)).size).toBe(3);
  });

  test.each([
    ['ids', 'westus2-1'],
    ['names', 'agentswestus2p1'],
  ])('adopt the role assignments that exist already, by the %s of their pools', (_title, name) => {
    const existing = '99999999-2222-3333-4444-555555555555';
    const { import: imports } = synthesize(stack => {
      const options = { id: 'ci', adoptExisting: { [name]: existing }, preventDestroy: true };
      fleet(stack, { sessionPoolNamePrefix: 'agents' }).grants.execute(Principal.user(ID), options);
    });
    expect(imports).toStrictEqual([
      {
        id: `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/agentswestus2p1/providers/Microsoft.Authorization/roleAssignments/${existing}?api-version=2022-04-01`,
        to: expect.stringMatching(/^azapi_resource\.fleet_westus2-1_[0-9A-F]{8}_SessionExecutor_ci$/) as string,
      },
    ]);
  });

  test.each<[string, CodeInterpreterPoolFleetGrantOptions, string]>([
    [
      'a pool that the fleet does not have',
      { adoptExisting: { 'westus2-4': ID } },
      "adoptExisting must name pools of the fleet, got 'westus2-4': there are westus2-1, westus2-2, westus2-3",
    ],
    ['a text', { adoptExisting: ID as unknown as { [pool: string]: string } }, `adoptExisting must be a map, got '${ID}'`],
    [
      'a scope in the place of options',
      new TerraformStack(testApp(), 'other') as unknown as CodeInterpreterPoolFleetGrantOptions,
      'options must be an object, got a construct: give a construct of another stack as { scope }',
    ],
  ])('refuse %s', (_title, options, message) => {
    synthesize(stack => {
      const { grants } = fleet(stack);
      expect(() => grants.execute(Principal.user(ID), options)).toThrow(
        new Error(`CodeInterpreterPoolFleetGrants at 'stack/fleet' is not valid:\n  - ${message}`),
      );
    });
  });

  test('ask for an id for a further principal', () => {
    synthesize(stack => {
      const { grants } = fleet(stack);
      grants.contribute(Principal.user(ID));
      expect(() => grants.contribute(Principal.user('99999999-2222-3333-4444-555555555555'))).toThrow(
        "grants.contribute(principal, { id: 'agent' })",
      );
    });
  });

  test('role is any role on each pool', () => {
    const { resource } = synthesize(stack => {
      expect(fleet(stack, { sessions: 601 }).grants.assign(Principal.user(ID), SessionPoolRole.of(ID))).toHaveLength(2);
    });
    expect(JSON.stringify(resource)).toContain(`/roleDefinitions/${ID}`);
  });
});
