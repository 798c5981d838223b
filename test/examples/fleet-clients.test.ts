import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { FleetPool } from '../../examples/fleet/client';
import { poolFor, poolsOfTheFleet, ranking } from '../../examples/fleet/client';
import { describeUnless } from '../support/skip';

const SAMPLES = 100_000;
const identifiers = Array.from({ length: SAMPLES }, (_, index) => `session-${index}`);

function fleetOf(...weights: number[]): FleetPool[] {
  return weights.map((weight, index) => ({ name: `agentswestus2p${index + 1}`, endpoint: `https://pool${index + 1}`, weight }));
}

/** The name of the pool of each identifier. */
function assign(pools: FleetPool[]): string[] {
  return identifiers.map(identifier => poolFor(identifier, pools).name);
}

describe('adding a pool of the same size', () => {
  const pools = fleetOf(...Array<number>(9).fill(600));
  let rankings: FleetPool[][];

  beforeAll(() => {
    rankings = identifiers.map(identifier => ranking(identifier, pools));
  });

  /** The score of a pool does not depend on the others, so the ranking among the first n pools is a part of the ranking of all. */
  const first = (index: number, n: number) => rankings[index].find(pool => pools.indexOf(pool) < n)!;

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('to %d pools moves no more than its share of 100,000 identifiers, and those to it only', n => {
    const moves = identifiers.map((_, index) => [first(index, n), first(index, n + 1)]).filter(([before, after]) => before !== after);
    const moved = moves.length;
    expect(new Set(moves.map(([, after]) => after))).toStrictEqual(new Set([pools[n]]));
    expect(moved / SAMPLES).toBeLessThanOrEqual(1.02 / (n + 1));
    expect(moved / SAMPLES).toBeGreaterThanOrEqual(0.98 / (n + 1));
  });

  test('asks for the pool that is first among those that there are', () => {
    for (let n = 1; n <= 9; n++) {
      identifiers.slice(0, 1000).forEach((identifier, index) => expect(poolFor(identifier, pools.slice(0, n))).toBe(first(index, n)));
    }
  });
});

describe('pools of different sizes', () => {
  test.each([[[600, 300]], [[600, 600, 300]], [[600, 600, 600, 200]]])('%j get their shares', weights => {
    const assigned = assign(fleetOf(...weights));
    const total = weights.reduce((sum, weight) => sum + weight);
    weights.forEach((weight, index) => {
      const share = assigned.filter(name => name === `agentswestus2p${index + 1}`).length / SAMPLES;
      expect(Math.abs(share / (weight / total) - 1)).toBeLessThan(0.02);
    });
  });

  test('take over only what they grow by', () => {
    const [before, after] = [assign(fleetOf(600, 600, 100)), assign(fleetOf(600, 600, 400))];
    const moved = after.filter((name, index) => name !== before[index]);
    expect(new Set(moved)).toStrictEqual(new Set(['agentswestus2p3']));
    expect(moved.length / SAMPLES).toBeCloseTo(400 / 1600 - 100 / 1300, 2);
  });
});

describe('the clients', () => {
  const pools = fleetOf(600, 600, 300, 37);
  const samples = ['abcd', 'user-1', 'A'.repeat(128), 'a|-&^%$#(){}[];<>b', ...identifiers.slice(0, 1000)];
  const fleet = JSON.stringify(pools);

  test('read the fleet from the environment', () => {
    process.env.SESSION_POOL_FLEET = fleet;
    try {
      expect(poolsOfTheFleet()).toStrictEqual(pools);
    } finally {
      delete process.env.SESSION_POOL_FLEET;
    }
    expect(poolsOfTheFleet()).toStrictEqual([]);
  });

  test('know the same pool for the same identifier for good', () => {
    expect(samples.slice(0, 4).map(identifier => poolFor(identifier, pools).name)).toStrictEqual([
      'agentswestus2p1',
      'agentswestus2p2',
      'agentswestus2p3',
      'agentswestus2p2',
    ]);
  });

  const python = spawnSync('python3', ['--version']).status === 0;

  describeUnless(
    python ? undefined : 'python3 is not installed',
    'in Python',
    () => {
      test('agree with those in TypeScript', () => {
        const { status, stdout, stderr } = spawnSync('python3', [join(__dirname, '..', '..', 'examples', 'fleet', 'client.py')], {
          input: samples.join('\n'),
          env: { ...process.env, SESSION_POOL_FLEET: fleet },
          encoding: 'utf8',
        });
        expect([status, stderr]).toStrictEqual([0, '']);
        expect(stdout.trim().split('\n')).toStrictEqual(samples.map(identifier => poolFor(identifier, pools).name));
      });
    },
    'REQUIRE_TOOLS',
  );
});
