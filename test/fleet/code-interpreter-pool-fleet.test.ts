import { TerraformOutput, TerraformVariable } from 'cdktf';
import type { CodeInterpreterPoolFleetProps } from '../../lib';
import { AzapiProvider, CodeInterpreterType, SessionNetworkStatus } from '../../lib';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import { fleet, pools } from '../support/fleets';
import { synthesize, warningsOf } from '../support/synth';

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
});
