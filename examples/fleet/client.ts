import { createHash } from 'node:crypto';

/** A pool of `SESSION_POOL_FLEET`. */
export interface FleetPool {
  readonly name: string;
  readonly endpoint: string;
  readonly weight: number;
}

/** The pools of the fleet, as the environment has them. */
export function poolsOfTheFleet(): FleetPool[] {
  return JSON.parse(process.env.SESSION_POOL_FLEET ?? '[]') as FleetPool[];
}

/** The pool in which the session with the identifier lives. */
export function poolFor(identifier: string, pools: FleetPool[]): FleetPool {
  return ranking(identifier, pools)[0];
}

/** All pools, the one in which the session lives first. */
export function ranking(identifier: string, pools: FleetPool[]): FleetPool[] {
  return pools
    .map(pool => ({ pool, score: scoreOf(identifier, pool) }))
    .sort((a, b) => b.score - a.score)
    .map(({ pool }) => pool);
}

/** -weight / ln(h), where h is made from the first 48 bits of the hash and lies between 0 and 1. */
function scoreOf(identifier: string, { name, weight }: FleetPool): number {
  const hash = createHash('sha256').update(`${identifier}\n${name}`).digest();
  return -weight / Math.log((hash.readUIntBE(0, 6) + 0.5) / 2 ** 48);
}
