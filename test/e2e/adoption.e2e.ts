import type { TerraformStack } from 'cdktf';
import { waitFor } from './support/interruptions';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import { CodeInterpreterPoolFleet, Principal, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import type { LocalArm } from '../arm/local-arm';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize } from '../support/synth';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const PRINCIPAL = Principal.user('11111111-1111-4111-8111-111111111111');

const PACK = { ...PLACE, queryPackName: 'pack' };

type Build = (stack: TerraformStack, adopted: boolean, arm: LocalArm) => void;

/** The ID of the built-in query that has the name in Azure. */
function queryIdOf(name: string): string {
  const { resource } = synthesize(stack => void new SessionPoolQueryPack(stack, 'pack', PACK));
  const [address] = Object.entries(resource.azapi_resource).find(([, query]) => query.name === name)!;
  return address.slice(address.indexOf('_', 'pack_'.length) + 1);
}

/** What is created, how it is adopted, and which resource a run is killed at. */
const KINDS: ReadonlyArray<[kind: string, resource: RegExp, build: Build]> = [
  [
    'CodeInterpreterPool',
    /sessionPools\/pool$/,
    (stack, adoptExisting) => void interpreter(stack, { sessionPoolName: 'pool', adoptExisting }),
  ],
  [
    'CustomContainerPool',
    /sessionPools\/pool$/,
    (stack, adoptExisting) => void container(stack, { sessionPoolName: 'pool', adoptExisting }),
  ],
  [
    'SessionPoolEnvironment',
    /managedEnvironments\/environment$/,
    (stack, adoptExisting) => void new SessionPoolEnvironment(stack, 'it', { ...PLACE, environmentName: 'environment', adoptExisting }),
  ],
  [
    'a pool of a CodeInterpreterPoolFleet',
    /sessionPools\/fleetwestus2p2$/,
    (stack, adopted) =>
      void new CodeInterpreterPoolFleet(stack, 'fleet', {
        sessions: 1200,
        locations: ['westus2'],
        resourceGroupId: RESOURCE_GROUP_ID,
        sessionPoolNamePrefix: 'fleet',
        adoptExisting: adopted ? ['westus2-2'] : undefined,
      }),
  ],
  [
    'a grant',
    /roleAssignments\/[^/]+$/,
    (stack, adopted, arm) => {
      const existing = arm.resources.find(({ id }) => id.type.endsWith('roleAssignments'))?.id.name;
      interpreter(stack, { sessionPoolName: 'pool' }).grants.execute(PRINCIPAL, { adoptExisting: adopted ? existing : undefined });
    },
  ],
  [
    'SessionPoolAlert',
    /metricAlerts\/alert$/,
    (stack, adoptExisting) =>
      void interpreter(stack, { sessionPoolName: 'pool' })
        .metrics.ready()
        .createAlert(stack, 'alert', { threshold: 1, alertName: 'alert', adoptExisting }),
  ],
  [
    'SessionPoolQueryPack',
    /queryPacks\/pack$/,
    (stack, adoptExisting) => void new SessionPoolQueryPack(stack, 'pack', { ...PACK, adoptExisting }),
  ],
  [
    'a query of a SessionPoolQueryPack',
    /queryPacks\/pack\/queries\/[^/]+$/,
    (stack, adopted, arm) => {
      const existing = arm.resources.filter(({ id }) => id.type.endsWith('/queries')).map(({ id }) => id.name);
      const adoptExistingQueries = adopted ? existing.map(queryIdOf) : undefined;
      void new SessionPoolQueryPack(stack, 'pack', { ...PACK, adoptExistingQueries });
    },
  ],
];

describeDeployed('Adopting what a killed run left behind', results => {
  const local = forEachTest();

  /** Kills Terraform and azapi once Azure has what they create, and before they know. */
  async function killedWhileCreating(resource: RegExp): Promise<void> {
    local.arm.inject({ method: 'GET', match: resource, fault: { kind: 'slow', milliseconds: 1 } });
    local.arm.inject({ method: 'GET', match: resource, fault: { kind: 'hang' } });
    const running = local.workspace.start('apply', '-input=false', '-auto-approve', '-parallelism=1');
    const created = () =>
      local.arm.requests.findIndex(({ method, path, status }) => method === 'PUT' && resource.test(path) && status !== undefined);
    const reading = () =>
      created() >= 0 && local.arm.requests.slice(created()).some(({ method, path }) => method === 'GET' && resource.test(path));
    await waitFor(reading);
    running.signalGroup('SIGKILL');
    await running.ended;
  }

  test.each(KINDS)('%s: one run with adoptExisting converges', async (kind, resource, build) => {
    const write = (adopted: boolean) => local.workspace.write(stack => build(stack, adopted, local.arm));
    write(false);
    await killedWhileCreating(resource);
    const { output } = await local.workspace.tryApply();
    results.check(`${kind}: run after that`, 'already exists', /already exists/i.exec(output)?.[0].toLowerCase() ?? output);
    write(true);
    const { status, output: adopting } = await local.workspace.tryApply();
    results.check(`${kind}: run with adoptExisting`, 'converges', status === 0 ? 'converges' : adopting);
    results.check(`${kind}: plan after that`, 'no changes', await local.workspace.secondPlan());
  });
});

/** Azure answers their creates at once and finishes them later. */
const SLOW = KINDS.filter(([kind]) => ['CustomContainerPool', 'SessionPoolEnvironment'].includes(kind));

describeDeployed('Adopting what Azure still creates', results => {
  const local = forEachTest({}, { polls: 1_000_000, pollMilliseconds: 100, rules: { refuseBusy: true } });
  let ending: NodeJS.Timeout | undefined;

  afterEach(() => clearInterval(ending));

  test.each(SLOW)('%s: the run waits, and converges', async (kind, _resource, build) => {
    const write = (adopted: boolean) => local.workspace.write(stack => build(stack, adopted, local.arm));
    write(false);
    const running = local.workspace.start('apply', '-input=false', '-auto-approve');
    await waitFor(() => local.arm.requests.some(({ path }) => path.includes('/operation')));
    running.signalGroup('SIGKILL');
    await running.ended;
    write(true);
    const adopting = local.workspace.tryApply();
    await waitFor(() => local.arm.requests.some(({ method, status }) => method === 'PUT' && status === 409));
    ending = setInterval(() => local.arm.endOperations(), 50);
    const { status, output } = await adopting;
    results.check(`${kind}, still being created: run with adoptExisting`, 'converges', status === 0 ? 'converges' : output);
    results.check(`${kind}, still being created: plan after that`, 'no changes', await local.workspace.secondPlan());
  });
});
