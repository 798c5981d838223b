import { isDeepStrictEqual } from 'node:util';
import type { TerraformStack } from 'cdktf';
import { forEachTest } from './support/local';
import { collect, describeDeployed } from './support/results';
import { withoutNothing } from './support/without-nothing';
import {
  LogDestination,
  LogTablePlan,
  SessionPool,
  SessionPoolDiagnostics,
  SessionPoolEnvironment,
  SessionPoolPrivateDnsZone,
  SessionPoolQueryPack,
} from '../../lib';
import type { Drift } from '../arm/drifts';
import { driftsOf } from '../arm/drifts';
import type { Echo } from '../arm/echo';
import type { JsonObject } from '../arm/json';
import type { Resource } from '../arm/resource-store';
import { ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const idOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;
const workspaceOf = (name: string) => idOf('Microsoft.OperationalInsights/workspaces', name);
const NETWORK = idOf('Microsoft.Network/virtualNetworks', 'network');
const WORKSPACE = LogDestination.logAnalyticsWorkspace(workspaceOf('logs'));

const ECHOES: readonly Echo[] = [
  'recorded',
  'all-categories',
  'ids-in-lower-case',
  'lower-cased-ids',
  'reordered',
  'extra-read-only',
  'empty-lists',
  'normalized-location',
];

/** What no plan shows, and why. */
const UNSEEN: { readonly [drift: string]: string } = {
  'diagnostic-setting/log/added': 'Azure may answer all categories of logs, so that others are ignored',
  'diagnostic-setting/metrics/added': 'Azure may answer metrics that were not sent, so that they are ignored',
};

function environment(stack: TerraformStack): SessionPoolEnvironment {
  return new SessionPoolEnvironment(stack, 'environment', {
    ...PLACE,
    environmentName: 'environment',
    infrastructureSubnetId: `${NETWORK}/subnets/sessions`,
  });
}

function everything(stack: TerraformStack): void {
  const pool = SessionPool.fromSessionPoolId(stack, 'pool', idOf('Microsoft.App/sessionPools', 'pool'));
  const defined = environment(stack);
  const tags = { team: 'a' };
  defined.sendLogsTo('logs', WORKSPACE, { consoleLogsPlan: LogTablePlan.BASIC, retentionInDays: 90, totalRetentionInDays: 365 });
  defined.sendLogsTo('archive', LogDestination.storageAccount(idOf('Microsoft.Storage/storageAccounts', 'archive')));
  new SessionPoolDiagnostics(stack, 'imported', {
    environment: SessionPoolEnvironment.fromEnvironmentId(stack, 'other', ENVIRONMENT_ID),
    destination: LogDestination.eventHub({
      eventHubAuthorizationRuleId: `${idOf('Microsoft.EventHub/namespaces', 'hub')}/authorizationRules/send`,
      eventHubName: 'sessions',
    }),
  });
  pool.metrics.sendTo(stack, 'metrics', WORKSPACE);
  const pack = new SessionPoolQueryPack(stack, 'queries', {
    ...PLACE,
    queryPackName: 'queries',
    tags,
    workbook: { workspaceId: workspaceOf('Logs'), pools: [pool] },
  });
  pack.addQuery('mine', { displayName: 'Mine', query: 'AppEnvSessionConsoleLogs\n| where Log has "${HOME} %{if}"' });
  new SessionPoolQueryPack(stack, 'bare', { ...PLACE, queryPackName: 'bare', workbook: {} });
  new SessionPoolPrivateDnsZone(stack, 'dns', { environment: defined, tags }).addVirtualNetworkLink(
    'hub',
    idOf('Microsoft.Network/virtualNetworks', 'hub'),
  );
}

const TABLES = ['AppEnvSessionConsoleLogs', 'AppEnvSessionLifecycleLogs', 'AppEnvSessionPoolEventLogs'];

const isDeletion = ({ path }: Drift) => path === '';
const comparable = (resource: Resource | undefined): unknown => withoutNothing(structuredClone(resource?.body));

describeDeployed('Logs and names', results => {
  const local = forEachTest();

  test('settings, tables, queries, workbooks and zones deploy, stay as they are and are destroyed', async () => {
    local.workspace.write(everything);
    await local.workspace.apply();
    results.check(
      'deploy',
      'deployed',
      local.arm.resources.every(({ provisioningState }) => provisioningState === 'Succeeded') ? 'deployed' : 'failed',
    );
    for (const echo of ECHOES) {
      local.arm.echo = echo;
      results.check('second plan, for each echo', 'no changes', await local.workspace.secondPlan());
    }
    local.arm.echo = 'recorded';
    const table = local.arm.resource(`${workspaceOf('logs')}/tables/AppEnvSessionConsoleLogs`);
    const { plan, totalRetentionInDays } = (table?.body.properties ?? {}) as JsonObject;
    results.check('table of the console output', 'Basic, 365 days', `${String(plan)}, ${String(totalRetentionInDays)} days`);
    await local.workspace.destroy();
    results.check(
      'destroy: what was created',
      'nothing is left',
      local.arm.resources.map(({ id }) => id.id).join(', ') || 'nothing is left',
    );
    results.check('destroy: tables', 'there', local.arm.resource(table!.id.id) ? 'there' : 'gone');
  });

  /** One drift of each resource at a time; deletions together, since what stands under a resource goes with it. */
  test('drift of each is seen and repaired', async () => {
    local.workspace.write(everything);
    await local.workspace.apply();
    const ids = [...local.arm.resources.map(({ id }) => id.id), ...TABLES.map(table => `${workspaceOf('logs')}/tables/${table}`)].filter(
      id => !/managedEnvironments\/environment$/.test(id),
    );
    const drifts = new Map(ids.map(id => [id, driftsOf(local.arm.resource(id)!)]));
    const bodies = () => new Map(ids.map(id => [id, comparable(local.arm.resource(id))]));
    const before = bodies();
    const rounds: Array<Array<readonly [id: string, drift: Drift]>> = [
      ids.flatMap(id =>
        drifts
          .get(id)!
          .filter(isDeletion)
          .map(drift => [id, drift] as const),
      ),
      ...Array.from({ length: Math.max(...[...drifts.values()].map(({ length }) => length)) }, (_, round) =>
        ids.flatMap(id => {
          const others = drifts.get(id)!.filter(drift => !isDeletion(drift) && !(drift.id in UNSEEN));
          return round < others.length ? [[id, others[round]] as const] : [];
        }),
      ),
    ].filter(({ length }) => length > 0);
    const failures: string[] = [];
    for (const round of rounds) {
      failures.push(...round.flatMap(([id, drift]) => (local.arm.resource(id) ? collect(() => local.arm.drift(id, drift)) : [])));
      await local.workspace.apply();
      const after = bodies();
      failures.push(
        ...round.flatMap(([id, drift]) =>
          collect(() =>
            results.check(drift.id, 'repaired', isDeepStrictEqual(after.get(id), before.get(id)) ? 'repaired' : 'not repaired'),
          ),
        ),
      );
    }
    expect(failures).toEqual([]);
    results.check('plan after all drifts', 'no changes', await local.workspace.secondPlan());
  });
});
