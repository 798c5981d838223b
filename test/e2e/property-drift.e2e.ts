import { isDeepStrictEqual } from 'node:util';
import { forEachTest } from './support/local';
import { changedPaths, describeAction } from './support/plan';
import { definePropertyDrifts } from './support/property-drifts';
import { describeDeployed } from './support/results';
import type { JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import type { PoolKind } from '../properties/card';
import { RESOURCE_GROUP_ID } from '../support/fixtures';

describeDeployed('Drift of one property', results => {
  const local = forEachTest({ one: 'value-of-one', two: 'value-of-two' });

  test.each<PoolKind>(['CodeInterpreterPool', 'CustomContainerPool'])('of a %s is seen and repaired', async kind => {
    let drifts: ReturnType<typeof definePropertyDrifts> = [];
    local.workspace.write(stack => {
      drifts = definePropertyDrifts(stack, kind);
    });
    await local.workspace.apply();
    const ids = drifts.map((_, index) => `${RESOURCE_GROUP_ID}/providers/Microsoft.App/sessionPools/drift${index}`);
    const before = ids.map(id => comparable(local.arm.resource(id)!.body));
    drifts.forEach(({ drift }, index) => local.arm.drift(ids[index], drift));

    const { resource_changes: changes = [] } = await local.workspace.plan();
    await local.workspace.apply();
    const failures = drifts.flatMap(({ property, drift, paths }, index) => {
      const { change } = changes.find(({ name }) => name.startsWith(`drift${index}_`))!;
      const repaired = isDeepStrictEqual(comparable(local.arm.resource(ids[index])!.body), before[index]);
      try {
        results.check(
          `${kind}: ${property}: ${drift.title}`,
          `in place: ${paths.join(', ')}; repaired`,
          `${describeAction(change)}: ${changedPaths(change).join(', ')}; ${repaired ? 'repaired' : 'not repaired'}`,
        );
        return [];
      } catch (error) {
        return [(error as Error).message];
      }
    });
    results.check(`${kind}: plan after all of these`, 'no changes', await local.workspace.secondPlan());
    expect(failures).toEqual([]);
  });
});

/** The body as it is now. azapi takes an identity away by the type None. */
function comparable({ identity, ...rest }: JsonObject): unknown {
  return JSON.parse(JSON.stringify(asObject(identity).type === 'None' ? rest : { ...rest, identity }));
}
