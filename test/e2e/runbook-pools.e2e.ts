import { TerraformOutput } from 'cdktf';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';
import { Workspace } from './support/workspace';
import type { AzapiResource, CustomContainerPoolProps } from '../../lib';
import { SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { ArmClient } from '../arm/arm-client';
import { asObject, asObjects } from '../arm/json';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';

const POOL_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/pool`;
const PREVIEW = '2025-10-02-preview';
const [OLD, NEW] = ['1', '2'].map(tag => `registry.azurecr.io/app:${tag}`);

const outcome = ({ status, output }: { status: number | null; output: string }) => (status === 0 ? 'converges' : `fails: ${output}`);

describeDeployed('Runbook: pools, secrets and images', results => {
  const local = forEachTest();

  const write = (props: Partial<CustomContainerPoolProps>) =>
    local.workspace.write(stack => void container(stack, { sessionPoolName: 'pool', image: OLD, ...props }));
  const deletes = () => local.arm.requests.filter(({ method }) => method === 'DELETE').length;

  test('a pool that ended as Failed and was adopted has to be deleted', async () => {
    write({});
    local.arm.inject({ method: 'PUT', match: /sessionPools\/pool$/, fault: { kind: 'async-failed' } });
    await local.workspace.tryApply();
    local.workspace.forget();
    for (const maxConcurrentSessions of [20, 30]) {
      write({ adoptExisting: true, maxConcurrentSessions });
      const { status, output } = await local.workspace.tryApply();
      const seen = status !== 0 && /Failed to provision/.test(output) ? 'fails' : output;
      results.check('Failed pool that was adopted: each update', 'fails', seen);
    }
    local.arm.remove(POOL_ID);
    write({});
    results.check(
      'Failed pool that was adopted: run after it was deleted in Azure',
      'converges',
      outcome(await local.workspace.tryApply()),
    );
    results.check('Failed pool that was adopted: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('a pool that is not there any more cannot be adopted', async () => {
    local.workspace.write(stack => void interpreter(stack, { sessionPoolName: 'pool', adoptExisting: true }));
    const { output } = await local.workspace.tryApply();
    const message = 'Missing Resource Import State';
    results.check('adoptExisting without a pool: message', message, output.includes(message) ? message : output);
    local.workspace.write(stack => void interpreter(stack, { sessionPoolName: 'pool' }));
    results.check('adoptExisting without a pool: run without it', 'converges', outcome(await local.workspace.tryApply()));
  });

  test('a pool moves to another program without being deleted', async () => {
    local.workspace.write(stack => void interpreter(stack, { sessionPoolName: 'pool' }));
    await local.workspace.apply();
    const [address] = local.workspace.state;
    local.workspace.write(stack => stack.addOverride('removed', [{ from: address, lifecycle: { destroy: false } }]));
    await local.workspace.apply();
    const other = new Workspace(local.arm);
    other.write(stack => void interpreter(stack, { sessionPoolName: 'pool', adoptExisting: true }, 'taken-over'));
    results.check('pool of another program with adoptExisting: run', 'converges', outcome(await other.tryApply()));
    results.check('pool of another program with adoptExisting: plan after that', 'no changes', await other.secondPlan());
    results.check('pool of another program with adoptExisting: deletes', '0', String(deletes()));
    other.remove();
  });

  test('count on the child of a pool breaks what refers to the pool', async () => {
    local.workspace.write(stack => {
      const pool = interpreter(stack, { sessionPoolName: 'pool' });
      (pool.node.defaultChild as AzapiResource).count = 2;
      new TerraformOutput(stack, 'endpoint', { value: pool.poolManagementEndpoint });
    });
    const { status, output } = await local.workspace.run('plan', '-input=false');
    results.check(
      'count on a pool whose endpoint is an output: plan',
      'fails',
      status === 1 && /has "?count"? set/.test(output) ? 'fails' : output,
    );
    local.workspace.write(stack => ['one', 'two'].forEach(name => void interpreter(stack, { sessionPoolName: name }, name)));
    results.check('pools of a loop of the language: run', 'converges', outcome(await local.workspace.tryApply()));
  });

  test('a saved plan needs the secrets again, and an empty or missing secret stops the plan', async () => {
    local.workspace.write(
      stack =>
        void container(stack, {
          sessionPoolName: 'pool',
          secretEnvironmentVariables: [SecretEnvironmentVariable.of('KEY', SessionSecret.ephemeral(stack, 'key'))],
        }),
    );
    const planning = async () => local.workspace.run('plan', '-input=false', '-out=plan');
    const missing = await planning();
    results.check('secret that is not given: plan', 'fails, names the variable', namesVariable(missing.output));
    local.workspace.variables = { key: '' };
    const empty = await planning();
    results.check('secret that is empty: plan', 'fails, names the variable', namesVariable(empty.output));
    local.workspace.variables = { key: 'value' };
    await planning();
    local.workspace.variables = {};
    const without = await local.workspace.run('apply', '-input=false', 'plan');
    results.check('saved plan that is applied without its secrets', 'fails, names the variable', namesVariable(without.output));
    results.check(
      'saved plan that is applied without its secrets: PUT requests',
      '0',
      String(local.arm.requests.filter(({ method }) => method === 'PUT').length),
    );
    local.workspace.variables = { key: 'value' };
    results.check(
      'saved plan that is applied with its secrets',
      'converges',
      outcome(await local.workspace.run('apply', '-input=false', 'plan')),
    );
  });

  test('a rollout that is stuck is seen in templateUpdateStatus, and the old image ends it', async () => {
    write({});
    await local.workspace.apply();
    local.arm.inject({ method: 'PUT', match: /sessionPools\/pool$/, fault: { kind: 'async-hang' } });
    write({ image: NEW, timeouts: { update: '8s' } });
    const stuck = await local.workspace.tryApply();
    results.check(
      'new image that never gets ready: run',
      'fails at the timeout',
      stuck.status !== 0 && /deadline|timed? ?out/i.test(stuck.output) ? 'fails at the timeout' : stuck.output,
    );
    const { body } = await new ArmClient(local.arm).get(POOL_ID, PREVIEW);
    const { activeTemplate, desiredTemplate } = asObject(asObject(body.properties).templateUpdateStatus);
    const imageOf = (template: unknown) => asObjects(asObject(template as never).containers)[0].image;
    const { readyCount, pendingCount } = asObject(asObject(desiredTemplate).status);
    results.check('new image that never gets ready: active template', OLD, String(imageOf(activeTemplate)));
    results.check(
      'new image that never gets ready: desired template',
      `${NEW}, 0 ready, 1 pending`,
      `${String(imageOf(desiredTemplate))}, ${String(readyCount)} ready, ${String(pendingCount)} pending`,
    );
    local.arm.endOperations({ hanging: true });
    write({});
    results.check('new image that never gets ready: run with the old image', 'converges', outcome(await local.workspace.tryApply()));
    results.check('new image that never gets ready: plan after that', 'no changes', await local.workspace.secondPlan());
  });

  test('the same tag is no change', async () => {
    write({});
    await local.workspace.apply();
    results.check('another image under the same tag: plan', 'no changes', await local.workspace.secondPlan());
  });
});

function namesVariable(output: string): string {
  return /\bkey\b/.test(output) && /Error: /.test(output) ? 'fails, names the variable' : output;
}
