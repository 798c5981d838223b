import { DEFAULTS } from '../data-schema';
import { PolicyLevel } from '../policy-level';
import type { PolicyParameters } from '../policy-parameters';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { numberOf } from '../values';

/** Idle sessions end soon. */
export function cooldown({ maxCooldownPeriodInSeconds = DEFAULTS.maxCooldownPeriodInSeconds }: PolicyParameters): ISessionPoolRule {
  return {
    ruleId: 'SessionPoolCooldown',
    kind: PolicyResourceKind.SESSION_POOL,
    level: PolicyLevel.WARNING,
    cause: 'An idle session lives longer than `maxCooldownPeriodInSeconds`.',
    explanation:
      'What ran in a session stays there until it ends: files, memory, processes, for whoever knows the identifier. Idle sessions count ' +
      'against the maximum and are billed.',
    remedy: `set cooldownPeriodInSeconds to at most ${maxCooldownPeriodInSeconds}`,
    check: pool =>
      ['dynamicPoolConfiguration.lifecycleConfiguration.cooldownPeriodInSeconds', 'dynamicPoolConfiguration.cooldownPeriodInSeconds']
        .map(path => numberOf(pool, pool.property(path)))
        .filter(seconds => seconds !== undefined && !(seconds <= maxCooldownPeriodInSeconds))
        .map(seconds => `cooldownPeriodInSeconds is ${Number.isNaN(seconds) ? 'no number' : seconds}`),
  };
}
