import { waitFor } from './support/interruptions';
import { KINDS } from './support/kinds';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';

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

  /** OpenTofu writes its state less often than Terraform does: what was created just before may be lost as well. */
  const isLost = (name: string) => !local.workspace.idsInState.some(id => id.endsWith(`/${name}`));

  test.each(KINDS)('%s: one run with adoptExisting converges', async (kind, resource, build) => {
    const write = (adopted: boolean) => local.workspace.write(stack => build(stack, adopted, local.arm, isLost));
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
