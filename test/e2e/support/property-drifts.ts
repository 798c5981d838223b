import type { TerraformStack } from 'cdktf';
import { contextOf } from './edits';
import type { PoolKind } from '../../properties/card';
import { cardsOf } from '../../properties/cards';
import type { PropertyDrift } from '../../properties/drifts';
import { driftsOf } from '../../properties/drifts';
import { container, interpreter } from '../../support/fixtures';

/** Defines a pool for each drift of the cards of a kind of pool, so that one plan and one apply show all of them. */
export function definePropertyDrifts(stack: TerraformStack, kind: PoolKind): Array<PropertyDrift & { readonly property: string }> {
  const context = contextOf(stack, kind);
  const drifts = cardsOf(kind).flatMap(card => driftsOf(card).map(each => ({ ...each, property: card.property })));
  drifts.forEach(({ props }, index) => {
    const given = { sessionPoolName: `drift${index}`, ...props(context) };
    if (kind === 'CodeInterpreterPool') interpreter(stack, given, `drift${index}`);
    else container(stack, { environment: context.environments.one, ...given }, `drift${index}`);
  });
  return drifts;
}
