import { join } from 'node:path';
import { forEachTest } from './support/local';
import type { ResourceChange } from './support/plan';
import { changedPaths, describeAction } from './support/plan';
import { collect, describeDeployed } from './support/results';
import { readJson } from './support/terraform';
import { withoutNothing } from './support/without-nothing';
import { Workspace } from './support/workspace';
import type { World } from './support/worlds';
import { KINDS, synthesizeWorlds } from './support/worlds';
import { environmentBody } from '../arm/bodies';
import type { Json, JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import type { LocalArm } from '../arm/local-arm';
import { putBody } from '../support/azapi-body';
import { ENVIRONMENT_ID } from '../support/fixtures';
import type { Configuration } from '../support/synth';

const VARIABLES = { one: 'value-of-one', two: 'value-of-two' };

/** Some hundred resources are deployed at once, also on a machine that is busy otherwise. */
jest.setTimeout(600_000);

interface Outputs {
  readonly [output: string]: { readonly value: unknown };
}

describeDeployed('The plan around a construct', results => {
  const local = forEachTest(VARIABLES);
  let second: Workspace;
  let count = 0;

  beforeEach(() => {
    second = new Workspace(local.arm);
    for (const [suffix, location] of Object.entries({ '': 'westus2', 2: 'westus2', 3: 'westus3' })) {
      local.arm.put(`${ENVIRONMENT_ID}${suffix}`, '2026-01-01', { ...environmentBody(), location });
    }
  });

  afterEach(() => second.remove());

  afterAll(() => console.log(`${count} edits of one property, each with everything around it`));

  function write(struct: string, which: 'before' | 'after'): { worlds: World[]; configuration: Configuration } {
    const synthesized = synthesizeWorlds(struct, which, join(local.workspace.directory, 'terraform.tfstate'));
    local.workspace.writeConfiguration(synthesized.first);
    second.writeConfiguration(synthesized.second);
    return { worlds: synthesized.worlds, configuration: synthesized.first };
  }

  const outputs = () => asObject(readJson<JsonObject>(local.workspace.directory, 'terraform.tfstate').outputs) as unknown as Outputs;

  test.each(Object.keys(KINDS))('with an edit of %s has what the edit says, and nothing else', async struct => {
    const { worlds } = write(struct, 'before');
    await local.workspace.apply();
    await second.apply();
    const before = outputs();
    const configuration = write(struct, 'after').configuration;
    const { resource_changes: changes = [], output_changes: outputChanges = {} } = await local.workspace.plan();
    await local.workspace.applyPlan();
    const secondPlan = await local.workspace.secondPlan();
    const after = outputs();
    const { resource_changes: elsewhere = [] } = await second.plan();

    const check = (name: string, title: string, expected: string, seen: string) =>
      collect(() =>
        results.check(`${struct}: ${name}`, 'as the edit says', seen === expected ? 'as the edit says' : differ(title, expected, seen)),
      );
    const failures = worlds.flatMap(world => {
      const { name, title, around: documented } = world;
      const outputChanged = describeAction(outputChanges[`${name}-output`] ?? NO_CHANGE) !== 'no changes';
      const { edited, around } = describeWorld(world, changes, outputChanged);
      const [was, is] = [before, after].map(all => JSON.stringify(all[`${name}-output`]));
      const change = elsewhere.find(each => each.name === name)?.change ?? NO_CHANGE;
      count += 1;
      return [
        ...check('the edited property', title, describeEdited(world), edited),
        ...(documented.length > 0
          ? collect(() => results.check(`${struct}: around ${title}`, list(documented), list(around)))
          : collect(() =>
              results.check(
                `${struct}: around every other edit`,
                'no changes',
                around.length > 0 ? differ(title, 'none', list(around)) : 'no changes',
              ),
            )),
        ...check('in another stack', title, was === is ? 'no changes' : 'replaced', describeAction(change)),
      ];
    });
    const names = worlds.map(({ name }) => name);
    const shared = changes.filter(({ mode, name }) => mode === 'managed' && !names.includes(name.split('_')[0]));
    failures.push(
      ...collect(() => results.check(`${struct}: what the edited ones share`, 'no changes', list(shared.flatMap(describeShared)))),
      ...collect(() => results.check(`${struct}: plan after all of these`, 'no changes', secondPlan)),
      ...names.flatMap(name => collect(() => checkStored(local.arm, configuration, name))),
    );
    expect(failures).toEqual([]);
  });
});

const NO_CHANGE = { actions: ['no-op'], before: undefined, after: undefined, after_unknown: undefined };

function differ(title: string, expected: string, seen: string): string {
  return `${title}: ${seen}, not ${expected}`;
}

function list(around: readonly string[]): string {
  return around.join(', ') || 'no changes';
}

function describeEdited({ action, paths }: World): string {
  return [action, ...(paths.length > 0 ? [[...paths].sort().join(', ')] : [])].join(': ');
}

function describeShared({ address, change }: ResourceChange): string[] {
  const action = describeAction(change);
  return action === 'no changes' ? [] : [`${address} ${action}`];
}

/** What happens to the edited construct, and to everything else in its world. */
function describeWorld(world: World, changes: readonly ResourceChange[], outputChanged: boolean): { edited: string; around: string[] } {
  const mine = changes
    .filter(({ mode }) => mode === 'managed')
    .map(change => ({ role: roleIn(world.name, change), change: change.change }))
    .filter(({ role }) => role !== undefined);
  const isCreatedOrDestroyed = ({ change }: (typeof mine)[number]) => /created|destroyed/.test(describeAction(change));
  const edited = mine.filter(each => each.role === 'edited' && !isCreatedOrDestroyed(each));
  const described = edited.map(({ change }) => {
    const paths = changedPaths(change);
    return [describeAction(change), ...(paths.length > 0 ? [paths.sort().join(', ')] : [])].join(': ');
  });
  const around = mine
    .filter(each => !edited.includes(each))
    .filter(({ change }) => describeAction(change) !== 'no changes')
    .map(({ role, change }) => `${role === 'edited' ? 'pool' : role} ${describeAction(change)}`);
  return {
    edited: [...new Set(described)].join(' and '),
    around: [...new Set([...around, ...(outputChanged ? ['output'] : [])])].sort(),
  };
}

/** The parts of constructs, whose addresses begin as those of the constructs do. */
const PARTS: ReadonlyArray<readonly [type: RegExp, role: string]> = [
  [/roleAssignments@/i, 'grant'],
  [/queries@/, 'query'],
  [/workbooks@/, 'workbook'],
  [/tables@/, 'table'],
  [/privateDnsZones\/A@/, 'record'],
  [/virtualNetworkLinks@/, 'link'],
];

/** What a resource is in a world; nothing where it is in another. */
function roleIn(world: string, { name, change: { before, after } }: ResourceChange): string | undefined {
  const [prefix, role] = name.split('_');
  if (prefix !== world) return undefined;
  const { type = '' } = (before ?? after ?? {}) as { type?: string };
  return PARTS.find(([pattern]) => pattern.test(type))?.[1] ?? role;
}

/** Azure has the pools of a world as they are configured: also the names of secrets with their values. */
function checkStored(arm: LocalArm, { resource }: Configuration, world: string): void {
  const pools = Object.entries(resource.azapi_resource).filter(
    ([id, { type, lifecycle }]) =>
      id.startsWith(`${world}_`) && type.startsWith('Microsoft.App/sessionPools@') && !('ignore_changes' in asObject(lifecycle as never)),
  );
  for (const [, pool] of pools) {
    const { environmentId: _, ...configured } = asObject(putBody(pool).properties);
    const { body } = arm.resource(`${String(pool.parent_id)}/providers/Microsoft.App/sessionPools/${pool.name}`)!;
    const { environmentId: __, ...stored } = asObject(body.properties);
    expect({ ...comparable(stored), tags: body.tags }).toEqual({ ...comparable(withValues(configured)), tags: pool.tags });
  }
}

/** Properties without what is not there. The order of probes says nothing, so that azapi does not change it. */
function comparable(properties: Json): JsonObject {
  const { customContainerTemplate: template, ...rest } = asObject(withoutNothing(properties));
  if (!template) return rest;
  const byType = (probes: Json | undefined) =>
    [...((probes ?? []) as JsonObject[])].sort((a, b) => String(a.type).localeCompare(String(b.type)));
  const containers = (asObject(template).containers as JsonObject[]).map(each => ({ ...each, probes: byType(each.probes) }));
  return { ...rest, customContainerTemplate: { ...asObject(template), containers } };
}

/** The values of the variables that stand in a body. */
function withValues(body: Json): Json {
  return JSON.parse(JSON.stringify(body).replace(/\$\{var\.(\w+)\}/g, (_, name: keyof typeof VARIABLES) => VARIABLES[name])) as Json;
}
