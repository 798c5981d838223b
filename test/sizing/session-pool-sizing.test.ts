import { TerraformVariable } from 'cdktf';
import type { SessionPoolLoad } from '../../lib';
import { SessionPoolSizing } from '../../lib';
import { container } from '../support/fixtures';
import { synthesize, synthesizeResource } from '../support/synth';

/**
 * Offered traffic in erlangs by servers and loss probability, from the table of the Erlang loss formula that textbooks on teletraffic
 * print, for instance R. L. Freeman, Telecommunication System Engineering.
 */
const PUBLISHED: Array<[servers: number, loss: number, erlangs: string]> = [
  [1, 0.01, '0.0101'],
  [1, 0.05, '0.0526'],
  [1, 0.1, '0.1111'],
  [2, 0.01, '0.1526'],
  [2, 0.02, '0.2235'],
  [2, 0.05, '0.3813'],
  [5, 0.001, '0.7621'],
  [5, 0.01, '1.361'],
  [5, 0.02, '1.657'],
  [5, 0.05, '2.2185'],
  [10, 0.001, '3.092'],
  [10, 0.01, '4.4612'],
  [10, 0.02, '5.084'],
  [10, 0.05, '6.216'],
  [20, 0.01, '12.031'],
  [20, 0.02, '13.182'],
  [20, 0.05, '15.249'],
  [50, 0.001, '32.51'],
  [50, 0.01, '37.90'],
  [50, 0.05, '44.53'],
  [100, 0.001, '75.24'],
  [100, 0.01, '84.064'],
  [100, 0.02, '87.97'],
  [100, 0.05, '95.24'],
  // The manual of the calculators at erlang.com.
  [15, 0.01, '8.108'],
  // "Erlang-B capacity table, 2 % blocking" of Lucent Technologies, whose last digits are sound up to 31 servers.
  [7, 0.02, '2.935'],
  [11, 0.02, '5.842'],
  [13, 0.02, '7.402'],
  [17, 0.02, '10.656'],
  [19, 0.02, '12.333'],
  [21, 0.02, '14.036'],
  [23, 0.02, '15.761'],
  [25, 0.02, '17.505'],
  [31, 0.02, '22.827'],
];

/** The traffic at which the formula gives the loss. */
function offeredFor(servers: number, loss: number): number {
  let [low, high] = [0, 2 * servers];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    [low, high] = SessionPoolSizing.refusalShareOf(middle, servers) < loss ? [middle, high] : [low, middle];
  }
  return low;
}

function sizing(load: Partial<SessionPoolLoad> = {}): SessionPoolSizing {
  return SessionPoolSizing.forLoad({ arrivalsPerMinute: 10, meanSessionDurationInSeconds: 600, ...load });
}

describe('the Erlang B formula', () => {
  test.each(PUBLISHED)('gives the published traffic of %d servers at loss %d: %s', (servers, loss, erlangs) => {
    expect(offeredFor(servers, loss).toFixed(erlangs.split('.')[1].length)).toBe(erlangs);
  });

  test.each([
    [1, 1, 1 / 2],
    [2, 2, 2 / 5],
    [5, 3, 125 / 6 / (1 + 5 + 25 / 2 + 125 / 6)],
    [0, 0, 1],
    [0, 4, 0],
  ])('of %d erlangs and %d servers is what the definition gives', (erlangs, servers, loss) => {
    expect(SessionPoolSizing.refusalShareOf(erlangs, servers)).toBeCloseTo(loss, 14);
  });

  // Logarithms that Mathematica gives, in the tests of the public package capacity_planning.
  test.each([
    [120, 100, -1.62826407041],
    [12_000, 10_000, -1.78927734649],
    [20, 100, -84.1661482002],
    [10_000, 100, -0.01004931575],
  ])('of %d erlangs and %d servers has the published logarithm', (erlangs, servers, logarithm) => {
    expect(Math.log(SessionPoolSizing.refusalShareOf(erlangs, servers))).toBeCloseTo(logarithm, 8);
  });

  test('is stable where factorials overflow', () => {
    expect(SessionPoolSizing.refusalShareOf(600, 1_000_000)).toBe(0);
  });

  test.each([
    [-1, 5, 'offeredSessions must be at least 0, got -1'],
    [NaN, 5, 'offeredSessions must be at least 0, got NaN'],
    [1, 2.5, 'maxConcurrentSessions must be a whole number, got 2.5'],
    [1, -1, 'maxConcurrentSessions must be at least 0, got -1'],
    [1, 1_000_001, 'maxConcurrentSessions must be between 0 and 1000000, got 1000001'],
  ])('refuses %d erlangs and %d servers', (erlangs, servers, message) => {
    expect(() => SessionPoolSizing.refusalShareOf(erlangs, servers)).toThrow(`SessionPoolSizing is not valid:\n  - ${message}`);
  });
});

describe('maxConcurrentSessions', () => {
  test.each(PUBLISHED.filter(([servers]) => servers > 2))('is %d at loss %d just below the published traffic', (servers, loss) => {
    const { maxConcurrentSessions, refusalShare, offeredSessions } = sizing({
      arrivalsPerMinute: 60 * 0.999 * offeredFor(servers, loss),
      meanSessionDurationInSeconds: 1,
      acceptedRefusalShare: loss,
      replenishTimeInSeconds: 0,
    });
    expect(maxConcurrentSessions).toBe(servers);
    expect(refusalShare).toBeLessThanOrEqual(loss);
    expect(SessionPoolSizing.refusalShareOf(offeredSessions, servers - 1)).toBeGreaterThan(loss);
  });

  test('follows from arrivals and session time', () => {
    expect(sizing()).toMatchObject({ offeredSessions: 100, maxConcurrentSessions: 117 });
    expect(sizing({ acceptedRefusalShare: 0.001 }).maxConcurrentSessions).toBe(128);
    expect(sizing({ arrivalsPerMinute: 50, meanSessionDurationInSeconds: 540 }).maxConcurrentSessions).toBe(476);
  });
});

describe('readySessionInstances', () => {
  // The chance that a Poisson variable is at most x: tables of the cumulative Poisson distribution.
  test.each([
    [1, 0.981, 4, 0.019],
    [2, 0.9834, 6, 0.0166],
    [5, 0.9863, 11, 0.0137],
    [10, 0.9857, 18, 0.0143],
  ])('with a mean of %d has the published chance %d', (mean, _cumulative, ready, tail) => {
    const sized = sizing({ arrivalsPerMinute: mean, replenishTimeInSeconds: 60, acceptedColdStartShare: 0.02 });
    expect(sized.readySessionInstances).toBe(ready);
    expect(sized.coldStartShare.toFixed(4)).toBe(tail.toFixed(4));
  });

  test('grows with the time to replenish and with what is not accepted', () => {
    const ready = (load: Partial<SessionPoolLoad>) => sizing(load).readySessionInstances;
    expect(ready({ replenishTimeInSeconds: 120 })).toBeGreaterThan(ready({ replenishTimeInSeconds: 60 }));
    expect(ready({ acceptedColdStartShare: 0.0001 })).toBeGreaterThan(ready({ acceptedColdStartShare: 0.1 }));
  });

  test('keeps its digits where the mean is large and the share is small', () => {
    const { readySessionInstances, coldStartShare } = sizing({
      arrivalsPerMinute: 60_000,
      replenishTimeInSeconds: 10,
      acceptedColdStartShare: 1e-12,
    });
    expect(readySessionInstances).toBeGreaterThan(10_000 + 6 * 100);
    expect(readySessionInstances).toBeLessThan(10_000 + 8 * 100);
    expect(coldStartShare).toBeGreaterThan(1e-13);
    expect(coldStartShare).toBeLessThanOrEqual(1e-12);
  });
});

test.each([
  { arrivalsPerMinute: 0.001, meanSessionDurationInSeconds: 1 },
  { arrivalsPerMinute: 1, meanSessionDurationInSeconds: 1, replenishTimeInSeconds: 0 },
  { arrivalsPerMinute: 1, meanSessionDurationInSeconds: 1, replenishTimeInSeconds: 3600 },
  { arrivalsPerMinute: 1, meanSessionDurationInSeconds: 300, acceptedRefusalShare: 0.999, acceptedColdStartShare: 0.999 },
  { arrivalsPerMinute: 1000, meanSessionDurationInSeconds: 3600, acceptedRefusalShare: 1e-9 },
])('sizes for %j are those of a pool that Azure accepts', load => {
  const { readySessionInstances, maxConcurrentSessions, refusalShare } = SessionPoolSizing.forLoad(load);
  expect(readySessionInstances).toBeGreaterThan(0);
  expect(readySessionInstances).toBeLessThan(maxConcurrentSessions);
  expect(refusalShare).toBe(
    SessionPoolSizing.refusalShareOf((load.arrivalsPerMinute / 60) * load.meanSessionDurationInSeconds, maxConcurrentSessions),
  );
});

test('sizes fit into a pool', () => {
  const { maxConcurrentSessions, readySessionInstances } = sizing();
  const properties = synthesizeResource(stack => container(stack, { maxConcurrentSessions, readySessionInstances })).body.properties;
  expect(properties.scaleConfiguration).toStrictEqual({ maxConcurrentSessions: 117, readySessionInstances: 19 });
});

describe('a load that is not valid', () => {
  test('is refused with everything that is wrong with it', () => {
    expect(() =>
      SessionPoolSizing.forLoad({
        arrivalsPerMinute: 0,
        meanSessionDurationInSeconds: -5,
        acceptedRefusalShare: 1,
        replenishTimeInSeconds: -1,
        acceptedColdStartShare: 0,
      }),
    ).toThrow(
      [
        'SessionPoolSizing is not valid:',
        '  - arrivalsPerMinute must be above 0 (per minute), got 0',
        '  - meanSessionDurationInSeconds must be above 0 (seconds), got -5',
        '  - replenishTimeInSeconds must be at least 0 (seconds), got -1',
        '  - acceptedRefusalShare must be above 0 and below 1, got 1',
        '  - acceptedColdStartShare must be above 0 and below 1, got 0',
      ].join('\n'),
    );
  });

  test.each([undefined, {}])('such as %j names what must be given', load => {
    expect(() => SessionPoolSizing.forLoad(load as SessionPoolLoad)).toThrow(
      [
        'SessionPoolSizing is not valid:',
        '  - arrivalsPerMinute must be given: the sizes are computed from it',
        '  - meanSessionDurationInSeconds must be given: the sizes are computed from it',
      ].join('\n'),
    );
  });

  test('that is a token is refused, since nothing can be computed from it', () => {
    synthesize(stack => {
      const arrivalsPerMinute = new TerraformVariable(stack, 'arrivals', { type: 'number' }).numberValue;
      expect(() => sizing({ arrivalsPerMinute })).toThrow(
        '  - arrivalsPerMinute must be known when the configuration is written, got a token: the sizes are computed from it',
      );
    });
  });

  test('that asks for too many sessions is refused', () => {
    expect(() => sizing({ arrivalsPerMinute: 1e9 })).toThrow(
      '  - arrivalsPerMinute (1000000000) with meanSessionDurationInSeconds (600) and replenishTimeInSeconds (60) must not make more than 1000000 sessions, got 10000000000',
    );
  });
});
