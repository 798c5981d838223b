import fc from 'fast-check';
import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../lib';
import type { Card, PoolKind } from '../properties/card';
import { CARDS, cardsOf, ownCardsOf } from '../properties/cards';
import { agree, disagree } from '../properties/conflicts';

/** Random values of a property. */
function valuesOf({ arbitrary: { valid } }: Card): fc.Arbitrary<unknown> | undefined {
  return typeof valid === 'function' ? valid(structs) : valid;
}

/** Random properties, some of them always there. */
function records(cards: readonly Card[], always: readonly string[]): fc.Arbitrary<object> {
  const values = cards.flatMap(card => {
    const arbitrary = valuesOf(card);
    return arbitrary ? [[card.property, arbitrary] as const] : [];
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: [...always] });
}

function structs(struct: string, required: readonly string[] = []): fc.Arbitrary<object> {
  return records(
    CARDS.filter(card => card.struct === struct),
    required,
  );
}

function validPools(pool: PoolKind): fc.Arbitrary<object> {
  const cards = ownCardsOf(pool);
  return records(
    cards,
    cards.filter(({ arbitrary: { always } }) => always).map(({ property }) => property),
  );
}

function invalidPools(pool: PoolKind): fc.Arbitrary<object>[] {
  return cardsOf(pool).flatMap(({ arbitrary: { invalid }, props }) => (invalid ? [invalid.map(value => props(value))] : []));
}

/** Properties of a code interpreter pool, all of them valid. */
export const validInterpreter: fc.Arbitrary<Partial<CodeInterpreterPoolProps>> = validPools('CodeInterpreterPool');

/** Properties of a custom container pool, all of them valid. */
export const validContainer: fc.Arbitrary<Partial<CustomContainerPoolProps>> = validPools('CustomContainerPool').map(agree);

/** One property that no code interpreter pool can have. */
export const invalidInterpreter: fc.Arbitrary<object> = fc.oneof(...invalidPools('CodeInterpreterPool'));

/** One property that no custom container pool can have, or two that exclude each other. */
export const invalidContainer: fc.Arbitrary<object> = fc.oneof(
  ...invalidPools('CustomContainerPool'),
  fc.tuple(fc.integer({ min: 1, max: 600 }), fc.nat()).map(([max, more]) => disagree(max, more)),
);

/** An image reference with a tag, a digest or neither. */
export const image = valuesOf(CARDS.find(({ property }) => property === 'image')!) as fc.Arbitrary<string>;
