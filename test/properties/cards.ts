import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import type { Card, CardContext, Edit, PoolKind } from './card';

const FOLDER = join(__dirname, 'cards');

/** A card, and the folder in which it is. */
interface Filed {
  readonly topic: string;
  readonly card: Card;
}

/** All files of the folder, so that a new card is a new file and nothing else. */
const FILED: readonly Filed[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .sort()
  .flatMap(file => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { default: cards } = require(join(FOLDER, file)) as { default?: Card | Card[] };
    if (!cards) throw new Error(`test/properties/cards/${file} must have a card or a list of cards as its default export`);
    return [cards].flat().map(card => ({ topic: basename(dirname(file)), card }));
  });

/** All cards. */
export const CARDS: readonly Card[] = FILED.map(({ card }) => card);

/** The cards of the properties of a kind of pool. */
export function cardsOf(pool: PoolKind): Card[] {
  return CARDS.filter(({ pools }) => pools.includes(pool));
}

/** The cards of the properties that stand in a kind of pool itself. */
export function ownCardsOf(pool: PoolKind): Card[] {
  return cardsOf(pool).filter(card => card.in === undefined);
}

/** Properties that are refused, and every line of the message in the order of the error. */
export interface BadInput {
  readonly topic: string;
  readonly pool: PoolKind;
  readonly props: object;
  readonly failures: readonly string[];
}

/** The bad inputs of the cards: a property of both kinds of pools is tried in both. */
export const BAD_INPUTS: readonly BadInput[] = FILED.flatMap(({ topic, card }) =>
  card.pools.flatMap(pool => card.invalid.map(([value, ...failures]) => ({ topic, pool, props: card.props(value), failures }))),
);

/** A pool that is accepted, and the IDs of the warnings that it gets. */
export interface ValidPool {
  readonly name: string;
  readonly props: (stack: TerraformStack) => object;
  readonly warnings: readonly string[];
}

/** The valid pools of the cards. */
export function validPools(pool: PoolKind): ValidPool[] {
  return cardsOf(pool).flatMap(validPoolsOf);
}

/** The valid pools of a card. */
export function validPoolsOf({ valid, props }: Card): ValidPool[] {
  return valid.map(([name, value, ...warnings]) => ({
    name,
    props: stack => props(typeof value === 'function' ? (value as (scope: TerraformStack) => unknown)(stack) : value, stack),
    warnings,
  }));
}

/** The edits of the cards of a kind of pool. */
export function editsOf(context: CardContext): Edit[] {
  return cardsOf(context.pool).flatMap(({ edits }) => (typeof edits === 'string' ? [] : edits(context)));
}
