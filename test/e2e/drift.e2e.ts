import { isDeepStrictEqual } from 'node:util';
import type { Drifting } from './support/drifts';
import { DRIFTING, buildGranted } from './support/drifts';
import { forEachTest } from './support/local';
import type { ResourceChange } from './support/plan';
import { changedPaths, describeAction } from './support/plan';
import { describeDeployed } from './support/results';
import { SessionIdentity, SessionSecret } from '../../lib';
import type { JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';

describeDeployed('Drift', results => {
  const local = forEachTest();

  test.each(DRIFTING)('of a $title is seen and repaired', async ({ title, type, build, drifts }: Drifting) => {
    local.workspace.variables = { one: 'value-of-one', two: 'value-of-two' };
    local.workspace.write(stack => {
      const secrets = ['one', 'two'].map(name => SessionSecret.ephemeral(stack, name));
      drifts.forEach((_, index) => build(stack, `drift${index}`, secrets));
    });
    await local.workspace.apply();
    const idOf = (index: number) => `${RESOURCE_GROUP_ID}/providers/${type}/drift${index}`;
    const before = drifts.map((_, index) => comparable(local.arm.resource(idOf(index))!.body));
    drifts.forEach(({ change }, index) => local.arm.mutate(idOf(index), body => change(asObject(body.properties), body)));

    const { resource_changes: changes = [] } = await local.workspace.plan();
    await local.workspace.apply();
    const secondPlan = await local.workspace.secondPlan();
    const seen = drifts.map((_, index) => describeChange(changes.find(({ name }) => name.startsWith(`drift${index}_`))!));
    const failures = drifts.flatMap(({ title: drift, paths }, index) => {
      const repaired = isDeepStrictEqual(comparable(local.arm.resource(idOf(index))!.body), before[index]);
      try {
        results.check(
          `${title}: ${drift}`,
          `in place: ${paths.join(', ')}; repaired`,
          `${seen[index]}; ${repaired ? 'repaired' : 'not repaired'}`,
        );
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    });
    results.check(`${title}: plan after all of these`, 'no changes', secondPlan);
    expect(failures).toEqual([]);
  });

  test('is not what Azure spells or orders otherwise', async () => {
    local.workspace.write(stack =>
      container(stack, {
        sessionPoolName: 'pool',
        identities: ['one', 'two'].map(name =>
          SessionIdentity.userAssigned(`${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`),
        ),
      }),
    );
    await local.workspace.apply();
    local.arm.echo = 'reordered';
    results.check('two identities, answered in another order', 'no changes', await local.workspace.secondPlan());
    local.arm.echo = 'lower-cased-ids';
    const seen = await local.workspace.secondPlan();
    const known = /^\S+ in place: (body\.properties\.managedIdentitySettings\S+( |$))+$/.test(seen);
    results.note(
      'two identities, answered with /resourcegroups/',
      'no changes',
      known ? 'in place: body.properties.managedIdentitySettings, with each plan' : seen,
    );
  });

  test('of a grant is seen and repaired', async () => {
    local.workspace.write(buildGranted);
    await local.workspace.apply();
    const assignment = local.arm.resources.find(({ id }) => id.type.endsWith('roleAssignments'))!;
    local.arm.remove(assignment.id.id);
    const { resource_changes: changes = [] } = await local.workspace.plan();
    await local.workspace.apply();
    const seen = changes.filter(({ change }) => describeAction(change) !== 'no changes').map(({ change }) => describeAction(change));
    results.check(
      'grant: the role is taken away',
      'created; repaired',
      `${seen.join()}; ${local.arm.resource(assignment.id.id) ? 'repaired' : 'not repaired'}`,
    );
  });

  test('of a pool that is gone is seen and repaired', async () => {
    local.workspace.write(buildGranted);
    await local.workspace.apply();
    const ids = local.arm.resources.map(({ id }) => id.id);
    ids.forEach(id => {
      if (local.arm.resource(id)) local.arm.remove(id);
    });
    await local.workspace.apply();
    results.check(
      'pool: it is deleted, with its grants',
      'created again',
      local.arm.resources
        .map(({ id }) => id.id)
        .sort()
        .join() === ids.sort().join()
        ? 'created again'
        : 'missing',
    );
    results.check('pool: plan after that', 'no changes', await local.workspace.secondPlan());
  });
});

/** The body as it is now. azapi takes an identity away by the type None. */
function comparable({ identity, ...rest }: JsonObject): unknown {
  return JSON.parse(JSON.stringify(asObject(identity).type === 'None' ? rest : { ...rest, identity }));
}

function describeChange({ change }: ResourceChange): string {
  return `${describeAction(change)}: ${changedPaths(change).join(', ')}`;
}
