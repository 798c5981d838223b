import { isDeepStrictEqual } from 'node:util';
import type { TerraformStack } from 'cdktf';
import type { Drifting } from './support/drifts';
import { buildGranted, defineDrifting, DRIFTING } from './support/drifts';
import { forEachTest } from './support/local';
import type { ResourceChange } from './support/plan';
import { changedPaths, describeAction } from './support/plan';
import { describeDeployed } from './support/results';
import { SessionIdentity, SessionSecret } from '../../lib';
import type { JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import type { PoolKind } from '../properties/card';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';

describeDeployed('Drift', results => {
  const local = forEachTest();

  /** Deploys what is defined, changes each resource past Terraform, and deploys again. */
  async function seenAndRepaired(
    type: string,
    define: (stack: TerraformStack) => ReadonlyArray<{ readonly title: string; readonly paths: readonly string[] }>,
    change: (id: string, index: number) => void,
  ): Promise<void> {
    local.workspace.variables = { one: 'value-of-one', two: 'value-of-two' };
    let drifts: ReturnType<typeof define> = [];
    local.workspace.write(stack => {
      drifts = define(stack);
    });
    await local.workspace.apply();
    const ids = drifts.map((_, index) => `${RESOURCE_GROUP_ID}/providers/${type}/drift${index}`);
    const before = ids.map(id => comparable(local.arm.resource(id)!.body));
    ids.forEach(change);

    const { resource_changes: changes = [] } = await local.workspace.plan();
    await local.workspace.apply();
    const failures = drifts.flatMap(({ title, paths }, index) => {
      const seen = describeChange(changes.find(({ name }) => name.startsWith(`drift${index}_`))!);
      const repaired = isDeepStrictEqual(comparable(local.arm.resource(ids[index])!.body), before[index]);
      try {
        results.check(title, `in place: ${paths.join(', ')}; repaired`, `${seen}; ${repaired ? 'repaired' : 'not repaired'}`);
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    });
    expect(failures).toEqual([]);
  }

  test.each(DRIFTING)('of a $title is seen and repaired', async ({ title, type, build, drifts }: Drifting) => {
    await seenAndRepaired(
      type,
      stack => {
        const secrets = ['one', 'two'].map(name => SessionSecret.ephemeral(stack, name));
        drifts.forEach((_, index) => build(stack, `drift${index}`, secrets));
        return drifts.map(drift => ({ ...drift, title: `${title}: ${drift.title}` }));
      },
      (id, index) => local.arm.mutate(id, body => drifts[index].change(asObject(body.properties), body)),
    );
    results.check(`${title}: plan after all of these`, 'no changes', await local.workspace.secondPlan());
  });

  test.each<PoolKind>(['CodeInterpreterPool', 'CustomContainerPool'])('of each property of a %s is seen and repaired', async kind => {
    let drifts: ReturnType<typeof defineDrifting> = [];
    await seenAndRepaired(
      'Microsoft.App/sessionPools',
      stack => {
        drifts = defineDrifting(stack, kind);
        return drifts.map(drift => ({ ...drift, title: `${kind}.${drift.title}` }));
      },
      (id, index) => local.arm.drift(id, drifts[index].drift),
    );
    results.check(`${kind}: plan after drifts of its properties`, 'no changes', await local.workspace.secondPlan());
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
