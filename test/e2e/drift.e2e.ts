import { isDeepStrictEqual } from 'node:util';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { OTHERS, sameEchoes } from './support/echoes';
import { forEachTest } from './support/local';
import type { Change } from './support/plan';
import { areaOf, changedPaths, describeAction, describeAreas } from './support/plan';
import { collect, describeDeployed } from './support/results';
import type { Specimen } from './support/specimens';
import { buildGranted, SPECIMENS } from './support/specimens';
import { withoutNothing } from './support/without-nothing';
import { SessionSecret } from '../../lib';
import type { Drift } from '../arm/drifts';
import { DRIFTS, driftsOf } from '../arm/drifts';
import type { Echo } from '../arm/echo';
import type { JsonObject } from '../arm/json';
import { asObject } from '../arm/json';
import { LocalArm } from '../arm/local-arm';
import { putBody } from '../support/azapi-body';
import { RESOURCE_GROUP_ID } from '../support/fixtures';
import { parse, testApp } from '../support/synth';

const VARIABLES = { one: 'value-of-one', two: 'value-of-two', key: 'value-of-key' };

const GRANT_TYPE = 'Microsoft.Authorization/roleAssignments';

/** ARM lets nobody change whom a role assignment is for, so that it is made anew. */
const GRANT_DRIFTS: { readonly [drift: string]: string } = {
  'role-assignment/resource/removed': 'created; repaired',
  'role-assignment/principal/swapped': 'replaced; repaired',
  'role-assignment/role/swapped': 'replaced; repaired',
  'role-assignment/principal-type/changed': 'in place; repaired',
  // A condition narrows the role. None is written, so that none is taken away from an assignment that is adopted.
  'role-assignment/condition/added': 'no changes; not repaired',
};

/** A specimen of its own for each drift that can happen to it. */
interface Case {
  readonly specimen: Specimen;
  readonly drift: Drift;
  readonly name: string;
  readonly id: string;
}

function secretsOf(stack: TerraformStack): SessionSecret[] {
  new TerraformVariable(stack, 'key', { type: 'string', sensitive: true });
  return ['one', 'two'].map(name => SessionSecret.ephemeral(stack, name));
}

const idOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;

/** What can happen to a specimen, from the body that azapi sends. */
function driftsOfSpecimen(arm: LocalArm, { type, build }: Specimen, index: number): Drift[] {
  const stack = new TerraformStack(testApp(), 'stack');
  build(stack, `probe${index}`, secretsOf(stack));
  const resource = Object.values(parse(stack).resource.azapi_resource).find(each => each.type.startsWith(`${type}@`))!;
  return driftsOf(arm.put(idOf(type, `probe${index}`), resource.type.split('@')[1], putBody(resource)));
}

describeDeployed('Drift', results => {
  const local = forEachTest(VARIABLES);

  /** Each drift happens to two specimens at most. */
  async function casesOf(): Promise<Case[]> {
    const probe = await LocalArm.start();
    const cases = SPECIMENS.flatMap((specimen, number) =>
      driftsOfSpecimen(probe, specimen, number).map((drift, index) => {
        const name = `s${number}d${index}`;
        return { specimen, drift, name, id: idOf(specimen.type, name) };
      }),
    );
    await probe.stop();
    return cases.filter(({ drift }, index) => cases.slice(0, index).filter(other => other.drift === drift).length < 2);
  }

  test('of everything that is written is seen and repaired', async () => {
    const cases = await casesOf();
    local.workspace.write(stack => {
      const secrets = secretsOf(stack);
      cases.forEach(({ specimen, name }) => specimen.build(stack, name, secrets));
    });
    await local.workspace.apply();
    const before = cases.map(({ id }) => comparable(local.arm.resource(id)!.body));
    const reasons = cases.map(({ id, drift }) => drift.outOfReach(local.arm.resource(id)!));
    cases.forEach(({ id, drift }) => local.arm.drift(id, drift));
    const drifted = cases.map(({ id }) => comparable(local.arm.resource(id)?.body));

    const { resource_changes: changes = [] } = await local.workspace.plan();
    await local.workspace.apply();
    const secondPlan = await local.workspace.secondPlan();
    const failures = cases.flatMap(({ specimen, drift, name, id }, index) => {
      const { change } = changes.find(each => each.name.startsWith(`${name}_`) && each.type === 'azapi_resource')!;
      const seen = describeSeen(change, areasOf(before[index], drifted[index]));
      const repaired = isDeepStrictEqual(comparable(local.arm.resource(id)?.body), before[index]) ? 'repaired' : 'not repaired';
      const expected = reasons[index]
        ? 'no changes; not repaired'
        : `${drift.path === '' ? 'created' : 'in place, nothing else'}; repaired`;
      const title = reasons[index] ? `${drift.id}: ${reasons[index]}` : drift.id;
      return collect(() => results.check(title, expected, `${seen}; ${repaired}`)).map(message => `${specimen.title}: ${message}`);
    });
    results.check('plan after all of these', 'no changes', secondPlan);
    expect(failures).toEqual([]);

    const covered = new Set(cases.map(({ drift }) => drift.id));
    const types = new Set(SPECIMENS.map(({ type }) => type));
    expect(DRIFTS.filter(({ armType, id }) => types.has(armType) && !covered.has(id)).map(({ id }) => id)).toEqual([]);
    console.log(
      `${describeKinds(cases)}: ${cases.length} drifts of ${SPECIMENS.length} resources, ${reasons.filter(Boolean).length} of them out of reach`,
    );
  });

  test('is not what Azure spells or orders otherwise', async () => {
    local.workspace.write(stack => {
      const secrets = secretsOf(stack);
      SPECIMENS.forEach(({ build }, index) => build(stack, `specimen${index}`, secrets));
    });
    await local.workspace.apply();
    for (const echo of sameEchoes(local.arm)) {
      local.arm.echo = echo;
      results.check('one of each, for each echo', 'no changes', await local.workspace.secondPlan());
    }
    for (const [echo, expected] of Object.entries(OTHERS)) {
      local.arm.echo = echo as Echo;
      results.check(`one of each, answered '${echo}'`, expected, describeAreas((await local.workspace.plan()).resource_changes ?? []));
    }
  });

  test('of grants is seen and repaired', async () => {
    const drifts = DRIFTS.filter(({ armType }) => armType === GRANT_TYPE);
    local.workspace.write(stack => buildGranted(stack, drifts.length));
    await local.workspace.apply();
    const ids = local.arm.resources.map(({ id }) => id.id).filter(id => id.includes(`/${GRANT_TYPE}/`));
    const bodies = () => ids.map(id => comparable(local.arm.resource(id)?.body));
    const before = bodies();
    drifts.forEach((drift, index) => local.arm.drift(ids[index], drift));
    const { resource_changes: changes = [] } = await local.workspace.plan();
    const { status, output } = await local.workspace.tryApply();
    const after = bodies();
    const failures = drifts.flatMap((drift, index) => {
      const { change } = changes.find(each => nameIn(each.change) === ids[index].split('/').pop())!;
      const repaired = isDeepStrictEqual(after[index], before[index]) ? 'repaired' : 'not repaired';
      return collect(() => results.check(drift.id, GRANT_DRIFTS[drift.id], `${describeAction(change)}; ${repaired}`));
    });
    expect([...failures, ...(status === 0 ? [] : [output])]).toEqual([]);
    results.check('grants: plan after all of these', 'no changes', await local.workspace.secondPlan());
  });

  test('of a pool that is gone is seen and repaired', async () => {
    local.workspace.write(stack => buildGranted(stack, 1));
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

/** The ARM name of what a change is of. */
function nameIn({ before, after }: Change): unknown {
  return ((before ?? after) as { name?: unknown }).name;
}

/** How many there are of each kind: `12 added, 31 changed`. */
function describeKinds(cases: readonly Case[]): string {
  const kinds = cases.map(({ drift }) => drift.kind);
  return [...new Set(kinds)]
    .sort()
    .map(kind => `${kinds.filter(each => each === kind).length} ${kind}`)
    .join(', ');
}

/** The action, and whether the plan changes more than what has drifted. */
function describeSeen(change: Change, drifted: readonly string[]): string {
  const action = describeAction(change);
  if (action !== 'in place') return action;
  const others = changedPaths(change)
    .map(path => areaOf(path))
    .filter(area => !drifted.includes(area));
  return others.length > 0 ? `in place, and ${[...new Set(others)].join(', ')}` : 'in place, nothing else';
}

/** The properties, tags or identity in which two bodies differ. Which identities are assigned decides on their settings too. */
function areasOf(before: unknown, after: unknown): string[] {
  const [one, other] = [before, after].map(body => asObject(body as JsonObject));
  const areas = [
    ...differing(asObject(one.properties), asObject(other.properties)).map(name => `properties.${name}`),
    ...differing(one, other).filter(name => name !== 'properties'),
  ];
  return areas.includes('identity') ? [...areas, 'properties.managedIdentitySettings'] : areas;
}

function differing(one: JsonObject, other: JsonObject): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(name => !isDeepStrictEqual(one[name], other[name]));
}

/** The body as it is now, without what is not there: nulls, empty lists, and the identity of the type None. */
function comparable(body: JsonObject | undefined): unknown {
  if (body === undefined) return undefined;
  const { identity, ...rest } = body;
  return withoutNothing(asObject(identity).type === 'None' ? rest : { ...rest, identity });
}
