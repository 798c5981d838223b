import { normalizeRegion } from '../../arm/regions';
import { PolicyLevel } from '../policy-level';
import type { PolicyParameters } from '../policy-parameters';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { isGiven, show, textOf } from '../values';

/** Regions in which data may be. */
export function allowedLocations({ allowedLocations: allowed = [] }: PolicyParameters): ISessionPoolRule {
  return {
    ruleId: 'SessionPoolAllowedLocations',
    kind: PolicyResourceKind.SESSION_POOL,
    level: PolicyLevel.ERROR,
    cause: 'A pool is in another region than `allowedLocations`.',
    explanation: 'What users give to a session is processed and stored where the pool is.',
    remedy: `use ${allowed.join(' or ') || 'an allowed region'}`,
    check: pool => {
      const location = pool.argument('location');
      if (allowed.length === 0 || !pool.isKnown(location)) {
        return [];
      }
      if (!isGiven(location)) {
        return pool.isPartial ? [] : ['location is not given'];
      }
      return allowed.map(normalizeRegion).includes(normalizeRegion(textOf(location))) ? [] : [`location is ${show(location)}`];
    },
  };
}
