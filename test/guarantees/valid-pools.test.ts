import type { SessionPool } from '../../lib';
import type { PoolKind } from '../properties/card';
import { validPools } from '../properties/cards';
import { pools } from '../properties/conflicts';
import { realPools } from '../properties/real-pools';
import { container, interpreter } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

const poolsOf = (pool: PoolKind) =>
  [...pools(pool), ...validPools(pool), ...realPools(pool)].map(({ name, props, warnings }) => [name, props, warnings] as const);
const INTERPRETERS = poolsOf('CodeInterpreterPool');
const CONTAINERS = poolsOf('CustomContainerPool');

function idsOfWarnings(pool: SessionPool): string[] {
  return warningsOf(pool).map(warning => /^\[(.+?)\] /.exec(warning)![1]);
}

test.each(INTERPRETERS)('a code interpreter pool with %s is accepted', (_, props, warnings) => {
  const { resource } = synthesize(stack => {
    expect(idsOfWarnings(interpreter(stack, props(stack))).sort()).toStrictEqual([...warnings].sort());
  });
  expect(Object.keys(resource.azapi_resource)).toHaveLength(1);
});

test.each(CONTAINERS)('a custom container pool with %s is accepted', (_, props, warnings) => {
  const { resource } = synthesize(stack => {
    expect(idsOfWarnings(container(stack, props(stack))).sort()).toStrictEqual([...warnings].sort());
  });
  expect(Object.keys(resource.azapi_resource)).toHaveLength(1);
});

test('are at least 300', () => {
  const count = INTERPRETERS.length + CONTAINERS.length;
  process.stdout.write(`valid pools accepted: ${count}\n`);
  expect(count).toBeGreaterThanOrEqual(300);
});
