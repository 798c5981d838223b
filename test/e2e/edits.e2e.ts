import type { TerraformStack } from 'cdktf';
import type { Edit } from './support/edits';
import { CODE_INTERPRETER_EDITS, customContainerEdits } from './support/edits';
import { forEachTest } from './support/local';
import type { PlanJson } from './support/plan';
import { changedPaths, describeAction } from './support/plan';
import type { Results } from './support/results';
import { describeDeployed } from './support/results';
import { SessionPoolEnvironment, SessionSecret } from '../../lib';
import type { Json, JsonObject } from '../arm/json';
import { asObject, isObject } from '../arm/json';
import type { LocalArm } from '../arm/local-arm';
import { container, ENVIRONMENT_ID, interpreter } from '../support/fixtures';
import type { Configuration, SynthesizedResource } from '../support/synth';

const VALUES = { one: 'value-of-one', two: 'value-of-two' };

type Pools = (stack: TerraformStack, which: 'before' | 'after') => Array<Edit<object>>;

/** One pool for each edit, so that one plan and one apply show all of them. */
const interpreters: Pools = (stack, which) =>
  CODE_INTERPRETER_EDITS.map((edit, index) => {
    interpreter(stack, { sessionPoolName: `interpreter${index}`, ...edit[which] }, `pool${index}`);
    return edit;
  });

const containers: Pools = (stack, which) => {
  const secrets = { one: SessionSecret.ephemeral(stack, 'one'), two: SessionSecret.ephemeral(stack, 'two') };
  const environment = (name: string) => SessionPoolEnvironment.fromEnvironmentId(stack, name, `${ENVIRONMENT_ID}${name}`);
  const [one, other] = [environment('one'), environment('other')];
  const edits = [
    ...customContainerEdits(secrets),
    { title: 'environment', after: { environment: other }, action: 'replaced', paths: ['body.properties.environmentId'] } as const,
  ];
  edits.forEach((edit, index) =>
    container(stack, { environment: one, sessionPoolName: `container${index}`, ...edit[which] }, `pool${index}`),
  );
  return edits;
};

describeDeployed('Edits of one property', results => {
  const local = forEachTest();

  test.each([
    ['CodeInterpreterPool', interpreters, {}],
    ['CustomContainerPool', containers, VALUES],
  ] as const)('%s changes in place or is replaced, and nothing else changes', async (title, pools, variables) => {
    local.workspace.variables = variables;
    local.workspace.write(stack => void pools(stack, 'before'));
    await local.workspace.apply();

    let edits: Array<Edit<object>> = [];
    const configuration = local.workspace.write(stack => {
      edits = pools(stack, 'after');
    });
    const plan = await local.workspace.plan();
    await local.workspace.apply();
    const secondPlan = await local.workspace.secondPlan();

    const failures = edits.flatMap((edit, index) => [
      ...collect(() => checkPlan(results, `${title}: ${edit.title}`, plan, index, edit)),
      ...collect(() => checkStored(local.arm, configuration, index)),
    ]);
    results.check(`${title}: plan after all of these`, 'no changes', secondPlan);
    expect(failures).toEqual([]);
  });
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

function checkPlan(results: Results, title: string, plan: PlanJson, index: number, { action, paths = [] }: Edit<object>): void {
  const change = plan.resource_changes!.find(({ name }) => name.startsWith(`pool${index}_`))!.change;
  const describe = (does: string, changed: readonly string[]) =>
    [does, ...(changed.length > 0 ? [[...changed].sort().join(', ')] : [])].join(': ');
  results.check(title, describe(action, paths), describe(describeAction(change), changedPaths(change)));
}

/** Azure has the pool as configured: the names of its secrets with their values. */
function checkStored(arm: LocalArm, { resource }: Configuration, index: number): void {
  const [, configured] = Object.entries(resource.azapi_resource).find(([id]) => id.startsWith(`pool${index}_`))!;
  const { body } = arm.resource(`${configured.parent_id}/providers/Microsoft.App/sessionPools/${configured.name}`)!;
  const { customContainerTemplate, ...properties } = withoutNulls(withValues(configured)) as JsonObject;
  const stored = asObject(body.properties);
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
  return 'ignore_changes' in (lifecycle as object);
}

/** Null is what is not there. */
function withoutNulls(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map(item => withoutNulls(item) ?? null);
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== null)
          .map(([name, member]) => [name, withoutNulls(member)]),
      )
    : value;
}
