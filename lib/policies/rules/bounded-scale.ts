import { DEFAULTS } from '../data-schema';
import { PolicyLevel } from '../policy-level';
import type { PolicyParameters } from '../policy-parameters';
import type { IPolicyResource } from '../policy-resource';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { fold, isGiven, numberOf } from '../values';

/** Some sessions are ready, and not any number. */
export function boundedScale({ maxConcurrentSessions = DEFAULTS.maxConcurrentSessions }: PolicyParameters): ISessionPoolRule {
  return {
    ruleId: 'SessionPoolBoundedScale',
    kind: PolicyResourceKind.SESSION_POOL,
    level: PolicyLevel.WARNING,
    cause: 'A custom container pool keeps no session ready, or a pool has no maximum or more than `maxConcurrentSessions`.',
    explanation:
      'Without a ready session every user waits for a container to start, and the service refuses the pool. Without a bound, one ' +
      'caller who makes up identifiers runs up the bill.',
    remedy: `give readySessionInstances of at least 1 and maxConcurrentSessions of at most ${maxConcurrentSessions}`,
    check: pool => [
      ...outOfRange(pool, 'maxConcurrentSessions', value => value <= maxConcurrentSessions),
      ...(isCustomContainer(pool) ? outOfRange(pool, 'readySessionInstances', value => value >= 1) : []),
    ],
  };
}

function outOfRange(pool: IPolicyResource, name: string, isInside: (value: number) => boolean): string[] {
  const value = pool.property(`scaleConfiguration.${name}`);
  if (!isGiven(value)) {
    return pool.isPartial ? [] : [`${name} is not given`];
  }
  const number = numberOf(pool, value);
  return number === undefined || isInside(number) ? [] : [`${name} is ${Number.isNaN(number) ? 'no number' : number}`];
}

function isCustomContainer(pool: IPolicyResource): boolean {
  return fold(pool.property('containerType')) === 'customcontainer';
}
