import { TerraformVariable } from 'cdktf';
import { PLACE } from './support/kinds';
import { forEachTest } from './support/local';
import { describeAction } from './support/plan';
import { describeDeployed } from './support/results';
import { Workspace } from './support/workspace';
import type { SessionPoolEnvironmentProps } from '../../lib';
import { CodeInterpreterPoolFleet, Principal, SessionPoolEnvironment, SessionPoolQueryPack } from '../../lib';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const PRINCIPAL = '11111111-1111-4111-8111-111111111111';
const outcome = ({ status, output }: { status: number | null; output: string }) => (status === 0 ? 'converges' : `fails: ${output}`);

describeDeployed('Runbook: environments, grants, fleets, alerts and query packs', results => {
  const local = forEachTest({ principal: PRINCIPAL });

  const names = () =>
    local.arm.resources
      .map(({ id }) => id.name)
      .sort()
      .join();
  const writes = () =>
    local.arm.requests
      .filter(({ method }) => ['PUT', 'DELETE'].includes(method))
      .map(({ method, path }) => `${method} ${path.split('/').pop()}`);

  const writeEnvironment = (props: Partial<SessionPoolEnvironmentProps>, workspace = local.workspace, withPool = true) =>
    workspace.write(stack => {
      const environment = new SessionPoolEnvironment(stack, 'environment', { ...PLACE, environmentName: 'one', ...props });
      if (withPool) container(stack, { sessionPoolName: 'pool', environment });
    });

  test('an environment and its pools are replaced in order, and not with preventDestroy', async () => {
    writeEnvironment({ preventDestroy: true });
    await local.workspace.apply();
    writeEnvironment({ preventDestroy: true, environmentName: 'two' });
    const refused = await local.workspace.tryApply();
    results.check(
      'environment with preventDestroy that an edit replaces',
      'refused',
      /prevent_destroy/.test(refused.output) ? 'refused' : refused.output,
    );
    const before = writes().length;
    writeEnvironment({ environmentName: 'two' });
    await local.workspace.apply();
    results.check(
      'environment that an edit replaces: requests',
      'DELETE pool, DELETE one, PUT two, PUT pool',
      writes().slice(before).join(', '),
    );
    results.check('environment that an edit replaces: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('an environment that is gone with its pools is created again with them', async () => {
    writeEnvironment({});
    await local.workspace.apply();
    local.arm.resources
      .map(({ id }) => id.id)
      .sort()
      .reverse()
      .forEach(id => local.arm.remove(id));
    await local.workspace.apply();
    results.check('environment and its pools are deleted in Azure: next run', 'one,pool', names());
    results.check('environment and its pools are deleted in Azure: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('an environment in which another program has pools cannot be deleted', async () => {
    writeEnvironment({}, local.workspace, false);
    await local.workspace.apply();
    const [environmentId] = local.arm.resources.map(({ id }) => id.id);
    const other = new Workspace(local.arm);
    other.write(
      stack =>
        void container(stack, {
          sessionPoolName: 'pool',
          environment: SessionPoolEnvironment.fromEnvironmentId(stack, 'it', environmentId),
        }),
    );
    await other.apply();
    local.workspace.write(() => undefined);
    const refused = await local.workspace.tryApply();
    results.check(
      'environment with pools of another program, taken out: run',
      'fails, all is there',
      `${refused.status === 0 ? 'applied' : 'fails'}, ${names() === 'one,pool' ? 'all is there' : names()}`,
    );
    await other.destroy();
    other.remove();
    results.check(
      'environment with pools of another program, taken out: run once they are gone',
      'converges',
      outcome(await local.workspace.tryApply()),
    );
  });

  test('a grant waits for a principal that Entra does not know everywhere yet', async () => {
    local.arm.inject({
      method: 'PUT',
      match: /roleAssignments/,
      fault: { kind: 'status', status: 400, code: 'PrincipalNotFound', message: `Principal ${PRINCIPAL} does not exist in the directory.` },
    });
    local.workspace.write(
      stack => void interpreter(stack, { sessionPoolName: 'pool' }).grants.execute(Principal.servicePrincipal(PRINCIPAL)),
    );
    results.check('grant to a principal that is new: run', 'converges', outcome(await local.workspace.tryApply()));
  });

  test('one grant in two spellings is refused where the second comes later, and one of them converges', async () => {
    const write = (...spellings: string[]) =>
      local.workspace.write(stack => {
        const { grants } = interpreter(stack, { sessionPoolName: 'pool' });
        const principal = new TerraformVariable(stack, 'principal', { type: 'string' });
        if (spellings.includes('literal')) grants.execute(Principal.user(PRINCIPAL), { id: 'one' });
        if (spellings.includes('variable')) grants.execute(Principal.user(principal.stringValue), { id: 'two' });
      });
    write('literal', 'variable');
    const { output } = await local.workspace.run('apply', '-input=false', '-auto-approve', '-parallelism=1');
    results.check('one grant in two spellings: run', 'already exists', /already exists/i.exec(output)?.[0].toLowerCase() ?? output);
    write('literal');
    await local.workspace.tryApply();
    await local.workspace.apply();
    results.check('one grant in two spellings: plan after two runs with one of them', 'no changes', await local.workspace.secondPlan());
    const assigned = local.arm.resources.filter(({ id }) => id.type.endsWith('roleAssignments')).length;
    results.check('one grant in two spellings: role assignments after two runs with one of them', '1', String(assigned));
  });

  test('a pool that is replaced has its grants and alerts again', async () => {
    const write = (location: string) =>
      local.workspace.write(stack => {
        const pool = interpreter(stack, { sessionPoolName: 'pool', location });
        pool.grants.execute(Principal.user(PRINCIPAL));
        pool.metrics.ready().createAlert(stack, 'alert', { threshold: 1, alertName: 'alert' });
      });
    write('westus2');
    await local.workspace.apply();
    const before = names();
    write('westus3');
    await local.workspace.apply();
    results.check('pool that is replaced: grants and alerts', 'as before', names() === before ? 'as before' : names());
    results.check('pool that is replaced: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('a fleet grows at its end and shrinks at its end, also with preventDestroy', async () => {
    const write = (sessions: number, preventDestroy = false) =>
      local.workspace.write(
        stack =>
          void new CodeInterpreterPoolFleet(stack, 'fleet', {
            sessions,
            locations: ['westus2'],
            resourceGroupId: RESOURCE_GROUP_ID,
            sessionPoolNamePrefix: 'fleet',
            preventDestroy,
          }),
      );
    const planned = async () => {
      const { resource_changes: changes = [] } = await local.workspace.plan();
      const seen = changes.map(({ change }) => describeAction(change)).filter(action => action !== 'no changes');
      return seen.join() || 'no changes';
    };
    write(1200);
    await local.workspace.apply();
    write(1800);
    results.check('fleet that becomes larger: plan', 'created', await planned());
    write(600);
    results.check('fleet that becomes smaller: plan', 'destroyed', await planned());
    write(1200, true);
    await local.workspace.apply();
    write(600, true);
    await local.workspace.apply();
    results.check('fleet with preventDestroy that becomes smaller', 'fleetwestus2p1', names());
  });

  test('a query that somebody changed is repaired', async () => {
    local.workspace.write(stack => void new SessionPoolQueryPack(stack, 'pack', { ...PLACE, queryPackName: 'pack' }));
    await local.workspace.apply();
    const {
      id: { id },
    } = local.arm.resources.find(each => each.id.type.endsWith('/queries'))!;
    local.arm.mutate(id, body => Object.assign(body.properties as object, { body: 'print 1' }));
    results.check(
      'query that somebody changed: plan',
      'in place',
      / in place: body.properties.body$/.test(await local.workspace.secondPlan()) ? 'in place' : 'otherwise',
    );
    await local.workspace.apply();
    results.check('query that somebody changed: plan after the next run', 'no changes', await local.workspace.secondPlan());
  });
});
