import { defineEdited } from './support/edits';
import { forEachTest } from './support/local';
import type { PlanJson } from './support/plan';
import { changedPaths, describeAction } from './support/plan';
import type { Results } from './support/results';
import { describeDeployed } from './support/results';
import type { Json, JsonObject } from '../arm/json';
import { asObject, isObject } from '../arm/json';
import type { LocalArm } from '../arm/local-arm';
import type { Edit, PoolKind } from '../properties/card';
import type { Configuration, SynthesizedResource } from '../support/synth';

const VALUES = { one: 'value-of-one', two: 'value-of-two' };

describeDeployed('Edits of one property', results => {
  const local = forEachTest();

  test.each<PoolKind>(['CodeInterpreterPool', 'CustomContainerPool'])(
    '%s changes in place or is replaced, and nothing else changes',
    async kind => {
      local.workspace.variables = VALUES;
      local.workspace.write(stack => void defineEdited(stack, kind, 'before'));
      await local.workspace.apply();

      let edits: Edit[] = [];
      const configuration = local.workspace.write(stack => {
        edits = defineEdited(stack, kind, 'after');
      });
      const plan = await local.workspace.plan();
      await local.workspace.apply();
      const secondPlan = await local.workspace.secondPlan();

      const failures = edits.flatMap((edit, index) => [
        ...collect(() => checkPlan(results, `${kind}: ${edit.title}`, plan, index, edit)),
        ...collect(() => checkStored(local.arm, configuration, index)),
      ]);
      results.check(`${kind}: plan after all of these`, 'no changes', secondPlan);
      expect(failures).toEqual([]);
    },
  );
});

/** Each edit is checked, also after one that is not as expected. */
function collect(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function checkPlan(results: Results, title: string, plan: PlanJson, index: number, { action, paths = [] }: Edit): void {
  const change = plan.resource_changes!.find(({ name }) => name.startsWith(`pool${index}_`))!.change;
  const describe = (does: string, changed: readonly string[]) =>
    [does, ...(changed.length > 0 ? [[...changed].sort().join(', ')] : [])].join(': ');
  results.check(title, describe(action, paths), describe(describeAction(change), changedPaths(change)));
}

/** Azure has the pool as configured: the names of its secrets with their values. */
function checkStored(arm: LocalArm, { resource }: Configuration, index: number): void {
  const [, configured] = Object.entries(resource.azapi_resource).find(([id]) => id.startsWith(`pool${index}_`))!;
  const { body } = arm.resource(`${configured.parent_id}/providers/Microsoft.App/sessionPools/${configured.name}`)!;
  const { customContainerTemplate, ...properties } = withoutNothing(withValues(configured)) as JsonObject;
  const stored = asObject(withoutNothing(body.properties));
  if (!ignoresImage(configured)) expect(stored.customContainerTemplate).toEqual(customContainerTemplate);
  expect(stored).toMatchObject(properties);
  expect({ secrets: stored.secrets, settings: stored.managedIdentitySettings, tags: body.tags, mcp: stored.mcpServerSettings }).toEqual({
    secrets: properties.secrets,
    settings: properties.managedIdentitySettings,
    tags: configured.tags,
    mcp: properties.mcpServerSettings,
  });
}

function withValues({ body, sensitive_body: sensitive }: SynthesizedResource): JsonObject {
  const properties = body.properties as JsonObject;
  const names = asObject(asObject(sensitive as JsonObject | undefined).properties).secrets as
    Array<{ name: keyof typeof VALUES }> | undefined;
  return names ? { ...properties, secrets: names.map(({ name }) => ({ name, value: VALUES[name] })) } : properties;
}

function ignoresImage({ lifecycle }: SynthesizedResource): boolean {
  return 'ignore_changes' in ((lifecycle as object | undefined) ?? {});
}

/** Null and an empty list are what is not there. */
function withoutNothing(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map(item => withoutNothing(item) ?? null);
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== null && !(Array.isArray(member) && member.length === 0))
          .map(([name, member]) => [name, withoutNothing(member)]),
      )
    : value;
}
