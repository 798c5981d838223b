import type { Card, CardContext } from './card';
import type { Drift } from '../arm/drifts';
import { driftNamed } from '../arm/drifts';
import { driftsOfType } from '../arm/drifts/drift';
import { POOL_TYPE } from '../arm/drifts/pool-drifts';

/** A drift of a property, the pool to which it happens, and what the next plan shows. */
export interface PropertyDrift {
  readonly drift: Drift;
  readonly props: (context: CardContext) => object;
  readonly paths: readonly string[];
}

/** The drifts of a card: those of the stand-in that it names, and another value where it gives one. */
export function driftsOf({ property, armPath, drift: drifts, valid, props: propsOf }: Card): PropertyDrift[] {
  if (typeof drifts === 'string' || armPath === undefined) return [];
  return drifts.map(({ id, to, props, paths = [armPath === 'tags' ? armPath : `body.${armPath}`] }) => ({
    drift:
      id === undefined
        ? driftsOfType(POOL_TYPE, 'pool').changed(property.toLowerCase(), armPath, `another ${property}`, { to })
        : driftNamed(id),
    props: context => (typeof props === 'function' ? props(context) : (props ?? propsOf(valid[0][1]))) as object,
    paths,
  }));
}
