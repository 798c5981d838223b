import { erlangB, fewestPlaces, poissonTail, rareCount } from './erlang';
import { Findings } from '../validation/findings';
import { knownNumber } from '../validation/known-numbers';
import { checkProperties } from '../validation/property-rules';
import { throwErrors } from '../validation/report';

const MOST_SESSIONS = 1_000_000;

/**
 * What is known of the load on a pool.
 */
export interface SessionPoolLoad {
  /**
   * New sessions that are asked for in a minute, in the busiest hour. Above 0.
   */
  readonly arrivalsPerMinute: number;

  /**
   * Mean seconds for which a session holds its place, above 0: from its first request to its last one, plus the cooldown of the
   * pool. A session of four minutes in a pool with a cooldown of 300 seconds counts 540.
   */
  readonly meanSessionDurationInSeconds: number;

  /**
   * The share of new sessions that may be refused because the pool is full, above 0 and below 1.
   * @default 0.01
   */
  readonly acceptedRefusalShare?: number;

  /**
   * Seconds until a ready session that was taken is replaced by another one, 0 or more: the time in which the image is pulled and
   * the container starts. Measure it for your image.
   * @default 60
   */
  readonly replenishTimeInSeconds?: number;

  /**
   * The share of new sessions that may find no ready session and wait for one to start, above 0 and below 1.
   * @default 0.01
   */
  readonly acceptedColdStartShare?: number;
}

/**
 * The sizes of a pool for a load.
 *
 * `maxConcurrentSessions` is the smallest N whose refusal share by the Erlang B formula, A. K. Erlang 1917, is accepted:
 *
 * B(N, A) = (A^N / N!) / (sum of A^i / i! for i from 0 to N)
 *
 * with A = arrivals per second x mean session seconds, computed by the recursion B(0, A) = 1,
 * B(n, A) = A B(n-1, A) / (n + A B(n-1, A)). Arrivals are taken as independent of each other (a Poisson process); how session times
 * are distributed does not matter, and a refused request is not repeated.
 *
 * `readySessionInstances` is the smallest r that a Poisson variable with the mean arrivals per second x replenish seconds reaches
 * with the accepted cold start share: so many ready sessions are being replaced when the next request arrives.
 *
 * @see https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_B_formula
 */
export class SessionPoolSizing {
  /**
   * The sizes for a load. There is always at least one ready session, and one session more than are ready.
   *
   * @param load what is known of the load; everything that is wrong with it is named in the error. More than 1,000,000 sessions at
   * a time are refused
   */
  public static forLoad(load: SessionPoolLoad): SessionPoolSizing {
    const { arrivalsPerMinute, meanSessionDurationInSeconds, acceptedRefusalShare, replenishTimeInSeconds, acceptedColdStartShare } =
      validate(load);
    const offeredSessions = (arrivalsPerMinute / 60) * meanSessionDurationInSeconds;
    const replenishing = (arrivalsPerMinute / 60) * replenishTimeInSeconds;
    const ready = rareCount(replenishing, acceptedColdStartShare);
    const max = Math.max(fewestPlaces(offeredSessions, acceptedRefusalShare), ready + 1);
    return new SessionPoolSizing(offeredSessions, max, ready, erlangB(offeredSessions, max), poissonTail(replenishing, ready));
  }

  /**
   * The Erlang B formula: the share of new sessions that is refused.
   *
   * @param offeredSessions the sessions that there would be on average if none was refused, in erlangs; 0 or more
   * @param maxConcurrentSessions the sessions that there can be, a whole number, 0 or more
   */
  public static refusalShareOf(offeredSessions: number, maxConcurrentSessions: number): number {
    const findings = new Findings();
    knownNumber('offeredSessions', offeredSessions, WHY, { min: 0 }, findings);
    if (knownNumber('maxConcurrentSessions', maxConcurrentSessions, WHY, { min: 0 }, findings)) {
      findings.integer('maxConcurrentSessions', maxConcurrentSessions, { min: 0, max: MOST_SESSIONS });
    }
    throwErrors('SessionPoolSizing', undefined, findings);
    return erlangB(offeredSessions, maxConcurrentSessions);
  }

  private constructor(
    /** The sessions that there would be on average if none was refused, in erlangs. */
    public readonly offeredSessions: number,
    /** The number of sessions that can exist at the same time. A code interpreter pool has up to 600: `CodeInterpreterPoolFleet` has more. */
    public readonly maxConcurrentSessions: number,
    /** The number of sessions that are kept ready, at least 1 and less than `maxConcurrentSessions`. Only custom container pools have it. */
    public readonly readySessionInstances: number,
    /** The share of new sessions that is refused with `maxConcurrentSessions`. */
    public readonly refusalShare: number,
    /** The share of new sessions that finds no ready session with `readySessionInstances`. */
    public readonly coldStartShare: number,
  ) {}
}

const WHY = 'the sizes are computed from it';

function validate(given: SessionPoolLoad): Required<SessionPoolLoad> {
  const load = {
    ...given,
    acceptedRefusalShare: given?.acceptedRefusalShare ?? 0.01,
    replenishTimeInSeconds: given?.replenishTimeInSeconds ?? 60,
    acceptedColdStartShare: given?.acceptedColdStartShare ?? 0.01,
  };
  const findings = new Findings();
  checkProperties(given, 'SessionPoolLoad', 'SessionPoolLoad', findings);
  const arrivals = knownNumber('arrivalsPerMinute', load.arrivalsPerMinute, WHY, { above: 0, unit: 'per minute' }, findings);
  const session = knownNumber(
    'meanSessionDurationInSeconds',
    load.meanSessionDurationInSeconds,
    WHY,
    { above: 0, unit: 'seconds' },
    findings,
  );
  const replenish = knownNumber('replenishTimeInSeconds', load.replenishTimeInSeconds, WHY, { min: 0, unit: 'seconds' }, findings);
  knownNumber('acceptedRefusalShare', load.acceptedRefusalShare, WHY, { above: 0, below: 1 }, findings);
  knownNumber('acceptedColdStartShare', load.acceptedColdStartShare, WHY, { above: 0, below: 1 }, findings);
  const sessions = (load.arrivalsPerMinute / 60) * Math.max(load.meanSessionDurationInSeconds, load.replenishTimeInSeconds);
  if (arrivals && session && replenish && sessions > MOST_SESSIONS) {
    findings.error(
      `arrivalsPerMinute (${load.arrivalsPerMinute}) with meanSessionDurationInSeconds (${load.meanSessionDurationInSeconds}) and ` +
        `replenishTimeInSeconds (${load.replenishTimeInSeconds}) must not make more than ${MOST_SESSIONS} sessions, got ${Math.round(sessions)}`,
    );
  }
  throwErrors('SessionPoolSizing', undefined, findings);
  return load;
}
