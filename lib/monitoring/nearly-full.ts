import { Token } from 'cdktf';
import type { ISessionPoolRef } from '../session-pool-ref';
import type { SessionPoolAlertProps } from './session-pool-alert';
import type { NearlyFullAlertOptions } from './session-pool-metrics';
import { operand } from '../terraform/plan-time-checks';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { knownNumber } from '../validation/known-numbers';

const DEFAULT_SHARE = 0.8;
/** What a product of decimal fractions may be too large by. */
const ROUNDING = 0.000001;

/** What the threshold of an alert is computed from. */
export interface NearlyFull {
  /** The share of the sessions that are in use. */
  readonly share: number;
  /** The number of sessions that the alert was given. */
  readonly givenSessions: number | undefined;
  /** The number of sessions that the pool can have, unless neither pool nor alert says it. */
  readonly sessions: number | undefined;
}

/** Properties of an alert whose threshold is computed. */
export type NearlyFullAlertProps = SessionPoolAlertProps & { readonly nearlyFull: NearlyFull };

/** When a pool is nearly full. */
export function nearlyFullOf(pool: ISessionPoolRef, { share, maxConcurrentSessions }: NearlyFullAlertOptions): NearlyFull {
  const givenSessions = maxConcurrentSessions ?? undefined;
  return { share: share ?? DEFAULT_SHARE, givenSessions, sessions: givenSessions ?? sessionsOf(pool) };
}

/** The number of sessions at which a pool is nearly full: a whole number, rounded up; not a number where it cannot be computed. */
export function nearlyFullThreshold({ share, sessions = NaN }: NearlyFull): number {
  return isToken(sessions) || isToken(share)
    ? Token.asNumber(`\${ceil(${operand(sessions)} * ${operand(share)} - ${ROUNDING})}`)
    : Math.ceil(sessions * share - ROUNDING);
}

/** What the threshold is computed from. */
export function checkNearlyFull({ share, givenSessions, sessions }: NearlyFull, findings: Findings): void {
  if (isToken(share)) {
    const value = operand(share);
    findings.checkAtPlan(`${value} > 0 && ${value} <= 1`, `share must be above 0 and at most 1, got \${${value}}`);
  } else if (knownNumber('share', share, 'the threshold is computed from it', { above: 0 }, findings) && share > 1) {
    findings.error(`share must be at most 1, got ${share}`);
  }
  if (findings.required('maxConcurrentSessions', sessions, 'the size of an imported pool is unknown')) {
    findings.integer('maxConcurrentSessions', givenSessions, { min: 1 });
  }
}

/** The pools that this library defines say how many sessions they can have. */
function sessionsOf(pool: ISessionPoolRef): number | undefined {
  return (pool as { readonly maxConcurrentSessions?: number }).maxConcurrentSessions;
}
