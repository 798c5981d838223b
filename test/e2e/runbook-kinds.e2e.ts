import { KINDS } from './support/kinds';
import { forEachTest } from './support/local';
import { describeDeployed } from './support/results';

/** Azure answers their creates at once and finishes them later, so that they exist when they fail. */
const SLOW = ['CustomContainerPool', 'SessionPoolEnvironment'];

describeDeployed('Runbook: what happens to each construct', results => {
  const local = forEachTest();

  const idOf = (resource: RegExp) => local.arm.resources.map(({ id }) => id.id).find(id => resource.test(id))!;

  test.each(KINDS)('%s: one more run after a create that failed converges', async (kind, resource, build) => {
    const fault = SLOW.includes(kind)
      ? ({ kind: 'async-failed' } as const)
      : ({ kind: 'status', status: 400, code: 'BadRequest', message: 'Refused.' } as const);
    local.arm.inject({ method: 'PUT', match: resource, fault });
    local.workspace.write(stack => build(stack, false, local.arm));
    const { status } = await local.workspace.tryApply();
    results.check(`${kind}: a create that fails`, 'fails', status === 0 ? 'applied' : 'fails');
    const again = await local.workspace.tryApply();
    results.check(`${kind}: run after a create that failed`, 'converges', again.status === 0 ? 'converges' : again.output);
    results.check(`${kind}: plan after that`, 'no changes', await local.workspace.secondPlan());
  });

  test.each(KINDS)('%s: what somebody deleted is created again', async (kind, resource, build) => {
    local.workspace.write(stack => build(stack, false, local.arm));
    await local.workspace.apply();
    const id = idOf(resource);
    local.arm.remove(id);
    await local.workspace.apply();
    results.check(`${kind}: run after it was deleted in Azure`, 'creates it', local.arm.resource(id) ? 'creates it' : 'nothing');
    results.check(`${kind}: plan after it was created again`, 'no changes', await local.workspace.secondPlan());
  });

  test.each(KINDS)('%s: a delete that failed is done by one more run', async (kind, resource, build) => {
    local.workspace.write(stack => build(stack, false, local.arm));
    await local.workspace.apply();
    const id = idOf(resource);
    local.arm.inject({
      method: 'DELETE',
      match: new RegExp(`${id.split('/').pop()!}$`),
      fault: { kind: 'status', status: 400, code: 'BadRequest', message: 'Refused.' },
    });
    const { status } = await local.workspace.run('destroy', '-input=false', '-auto-approve');
    results.check(
      `${kind}: a delete that fails`,
      'fails, still in Azure',
      `${status === 0 ? 'applied' : 'fails'}, ${local.arm.resource(id) ? 'still in Azure' : 'gone'}`,
    );
    await local.workspace.destroy();
    results.check(`${kind}: run after a delete that failed`, 'gone', local.arm.resource(id) ? 'still in Azure' : 'gone');
  });

  test.each(KINDS)('%s: leaves the program with removed blocks, and stays in Azure', async (kind, _resource, build) => {
    local.workspace.write(stack => build(stack, false, local.arm));
    await local.workspace.apply();
    const before = local.arm.resources.map(({ id }) => id.id).sort();
    const addresses = local.workspace.state;
    local.workspace.write(stack =>
      stack.addOverride(
        'removed',
        addresses.map(from => ({ from, lifecycle: { destroy: false } })),
      ),
    );
    await local.workspace.apply();
    const after = local.arm.resources.map(({ id }) => id.id).sort();
    results.check(
      `${kind}: with removed blocks`,
      'stays in Azure, not in the state',
      `${after.join() === before.join() ? 'stays in Azure' : 'gone'}, ${local.workspace.state.join() || 'not in the state'}`,
    );
  });
});
