import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { SessionPoolEnvironment } from '../../lib';
import { API_VERSIONS } from '../../lib/arm/api-versions';
import type { Drift } from '../arm/drifts';
import { read } from '../arm/drifts/place';
import type { JsonObject } from '../arm/json';
import { propertyTree } from '../arm/property-tree';
import type { Resource, ResourceStore } from '../arm/resource-store';
import type { Tree } from '../arm/tree';
import { isKnownValues, isList, propertyOf } from '../arm/tree';
import type { Card, CardContext, PoolKind } from '../properties/card';
import { CARDS, ownCardsOf, validPoolsOf } from '../properties/cards';
import { driftsOf } from '../properties/drifts';
import { secretOf } from '../properties/values';
import { validContainer, validInterpreter } from '../support/arbitraries';
import { DECLARED } from '../support/assembly';
import { putBody } from '../support/azapi-body';
import { container, ENVIRONMENT_ID, interpreter } from '../support/fixtures';
import { PLACES } from '../support/places';
import { parse, testApp } from '../support/synth';

const POOL_TYPE = 'Microsoft.App/sessionPools';

/** Structs without cards. */
const WITHOUT_CARDS: ReadonlyArray<[pattern: RegExp, reason: string]> = [
  [/^(Data|Ephemeral)?Azapi/, 'the thin L1 passes its arguments on: test/azapi and the tokens of every property'],
  [/^CodeInterpreterPoolFleetMember$/, 'it is what a fleet gives'],
  [/^SynthesizedSessionPool$/, 'it is what assertions give'],
];

const name = ({ struct, property }: { struct: string; property: string }) => `${struct}.${property}`;
const titled = (cards: readonly Card[]) => cards.map(card => [[name(card), ...card.pools].join(' of '), card] as const);
const IN_POOLS = CARDS.filter(({ pools }) => pools.length > 0);
const ELSEWHERE = CARDS.filter(({ pools }) => pools.length === 0);
const IN_BODIES = IN_POOLS.filter(({ armPath }) => armPath !== undefined);
const cardless = (struct: string) => WITHOUT_CARDS.some(([pattern]) => pattern.test(struct));

/** A pool that is put into a stack. */
function define(kind: PoolKind, stack: TerraformStack, props: object): void {
  if (kind === 'CodeInterpreterPool') interpreter(stack, props);
  else container(stack, props);
}

/** The body of a pool, as azapi sends it. */
function bodyOf(kind: PoolKind, propsOf: (stack: TerraformStack) => object): JsonObject {
  const stack = new TerraformStack(testApp(), 'stack');
  define(kind, stack, propsOf(stack));
  return putBody(Object.values(parse(stack).resource.azapi_resource).find(({ type }) => type.startsWith(POOL_TYPE))!);
}

function contextOf(pool: PoolKind, stack: TerraformStack): CardContext {
  const environment = (id: string) => SessionPoolEnvironment.fromEnvironmentId(stack, id, `${ENVIRONMENT_ID}${id}`);
  return { pool, one: secretOf('one'), two: secretOf('two'), environments: { one: environment('one'), other: environment('other') } };
}

/** Whether a body of an API version can have a value at a path. */
function hasPath(version: string, path: string): boolean {
  const steps = path.split(/\.|\[\d+\]\.?/).filter(step => step !== '');
  let tree: Tree | undefined = propertyTree(POOL_TYPE, version);
  for (const step of steps) {
    while (tree && isList(tree)) tree = tree[0];
    tree = tree && typeof tree === 'object' && !isKnownValues(tree) && !isList(tree) ? propertyOf(tree, step, false)?.tree : undefined;
  }
  return tree !== undefined;
}

afterAll(() => process.stdout.write(`cards: ${CARDS.length}, of properties of pools: ${IN_POOLS.length}\n`));

describe('every property has a card', () => {
  test('of every struct that is given to a construct', () => {
    const carded = new Set(CARDS.map(name));
    expect(
      DECLARED.filter(({ struct }) => !cardless(struct))
        .map(name)
        .filter(each => !carded.has(each)),
    ).toStrictEqual([]);
  });

  test('and every card has a property', () => {
    const declared = new Set(DECLARED.map(name));
    expect(CARDS.map(name).filter(each => !declared.has(each))).toStrictEqual([]);
  });

  test('once for each kind of pool', () => {
    const all = CARDS.flatMap(card => (card.pools.length > 0 ? card.pools : ['']).map(pool => `${name(card)} ${pool}`));
    expect(all.filter((each, index) => all.indexOf(each) !== index)).toStrictEqual([]);
  });

  test('and what has none is there', () => {
    for (const [pattern] of WITHOUT_CARDS) expect(DECLARED.map(({ struct }) => struct)).toContainEqual(expect.stringMatching(pattern));
  });
});

test.each(titled(CARDS))('%s says what is accepted or refused, or which suite does', (_, { valid, invalid, suite, property }) => {
  if (valid.length + invalid.length > 0) return;
  expect(suite).toBeDefined();
  expect(readFileSync(join(__dirname, '..', '..', suite!), 'utf8')).toContain(property);
});

describe.each(titled(IN_BODIES))('%s', (_, card) => {
  const { armPath = '', since = 'lifecycleConfiguration', pools, edits, drift } = card;

  test('is in the property trees of the API versions that have it, and in no other', () => {
    const definable = API_VERSIONS.filter(({ features }) => features.includes('lifecycleConfiguration'));
    const versions = definable.map(({ version }) => version).filter(version => hasPath(version, armPath));
    expect(versions).toStrictEqual(definable.filter(({ features }) => features.includes(since)).map(({ version }) => version));
  });

  test('is in the body', () => {
    for (const pool of pools) {
      const body = bodyOf(pool, stack => validPoolsOf(card)[0].props(stack));
      expect(read(body, armPath) ?? null).not.toBeNull();
    }
  });

  test('has edits, or says why not', () => {
    if (typeof edits === 'string') return expect(edits).not.toBe('it is not in the body of a pool');
    const context = contextOf(pools[0], new TerraformStack(testApp(), 'stack'));
    expect(edits(context).filter(({ action }) => action !== 'no changes')).not.toStrictEqual([]);
  });

  test('has drifts, or says why not', () => {
    if (typeof drift === 'string') return expect(drift).not.toBe('it is not in the body of a pool');
    expect(driftsOf(card)).not.toStrictEqual([]);
  });
});

const EDITS = IN_POOLS.flatMap(({ pools, edits }) =>
  pools.flatMap(pool => {
    if (typeof edits === 'string') return [];
    const context = contextOf(pool, new TerraformStack(testApp(), 'stack'));
    return edits(context).map(({ title }, index) => [`${pool}: ${title}`, pool, edits, index] as const);
  }),
);

test.each(EDITS)('an edit changes what it says (%s)', (_, pool, edits, index) => {
  const [before, after] = (['before', 'after'] as const).map(which =>
    bodyOf(pool, stack => {
      const context = contextOf(pool, stack);
      return { environment: context.environments.one, ...edits(context)[index][which] };
    }),
  );
  const { action, paths = [] } = edits(contextOf(pool, new TerraformStack(testApp(), 'stack')))[index];
  const changed = paths.filter(path => /^(body\.|tags|location)/.test(path)).map(path => path.replace(/^body\./, ''));
  for (const path of changed) expect(read(after, path)).not.toStrictEqual(read(before, path));
  if (action === 'no changes') expect(paths).toStrictEqual([]);
  else expect(paths).not.toStrictEqual([]);
});

const DRIFTS = IN_POOLS.flatMap(card =>
  card.pools.flatMap(pool => driftsOf(card).map(each => [`${pool}.${card.property}: ${each.drift.title}`, pool, each] as const)),
);

test.each(DRIFTS)('a drift changes what it says (%s)', (_, pool, { drift, props, paths }) => {
  const body = bodyOf(pool, stack => props(contextOf(pool, stack)));
  const resource = { body, apiVersion: '2025-10-02-preview' } as Resource;
  expect(drift.applies(resource)).toBe(true);
  happen(drift, resource);
  for (const path of paths.filter(each => /^(body\.|tags)/.test(each))) {
    const place = path.replace(/^body\./, '');
    expect(read(resource.body, place)).not.toStrictEqual(read(body, place));
  }
});

function happen(drift: Drift, resource: Resource): void {
  drift.apply(resource, undefined as unknown as ResourceStore);
}

const RANDOM = Object.entries({ CodeInterpreterPool: validInterpreter, CustomContainerPool: validContainer }).flatMap(([kind, pools]) => {
  const seen = new Set(fc.sample<object>(pools, { numRuns: 100, seed: 1 }).flatMap(props => Object.keys(props)));
  return ownCardsOf(kind as PoolKind)
    .filter(({ arbitrary }) => arbitrary.valid)
    .map(({ property }) => [kind, property, seen] as const);
});

test.each(RANDOM)('random pools of the kind %s have %s', (_, property, seen) => {
  expect([...seen]).toContain(property);
});

const ACCEPTED = ELSEWHERE.flatMap(card => card.valid.map(([shown, value]) => [`${name(card)}: ${shown}`, card, value] as const));
const REFUSED = ELSEWHERE.flatMap(card =>
  card.invalid.map(([value, ...failures]) => [`${name(card)}: ${failures.join()}`, card, value, failures] as const),
);

test.each(ACCEPTED)('%s is accepted', (_, { struct, props }, value) => {
  expect(refusal(struct, props(value))).toStrictEqual([]);
});

test.each(REFUSED)('%s', (_, { struct, props }, value, failures) => {
  expect(refusal(struct, props(value))).toStrictEqual(failures);
});

/** What is wrong with a struct, where it is used. */
function refusal(struct: string, given: object): string[] {
  const stack = new TerraformStack(testApp(), 'stack');
  const { stringValue: token } = new TerraformVariable(stack, 'token', { type: 'string' });
  try {
    PLACES[struct](stack, given as never, token);
    return [];
  } catch (error) {
    const [title, ...failures] = (error as Error).message.split('\n  - ');
    return failures.length > 0 ? failures : [title];
  }
}
