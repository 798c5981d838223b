import type { SessionPool } from '../../lib';
import { VALID_CONTAINERS, VALID_INTERPRETERS } from '../properties/inputs/valid-pools';
import { container, interpreter } from '../support/fixtures';
import { synthesize, warningsOf } from '../support/synth';

function idsOfWarnings(pool: SessionPool): string[] {
  return warningsOf(pool).map(warning => /^\[(.+?)\] /.exec(warning)![1]);
}

test.each(VALID_INTERPRETERS)('a code interpreter pool with %s is accepted', (_, props, ...warnings) => {
  const { resource } = synthesize(stack => {
    expect(idsOfWarnings(interpreter(stack, props(stack)))).toStrictEqual(warnings);
  });
  expect(Object.keys(resource.azapi_resource)).toHaveLength(1);
});

test.each(VALID_CONTAINERS)('a custom container pool with %s is accepted', (_, props, ...warnings) => {
  const { resource } = synthesize(stack => {
    expect(idsOfWarnings(container(stack, props(stack)))).toStrictEqual(warnings);
  });
  expect(Object.keys(resource.azapi_resource)).toHaveLength(1);
});

test('are at least 60', () => {
  const count = VALID_INTERPRETERS.length + VALID_CONTAINERS.length;
  process.stdout.write(`valid pools accepted: ${count}\n`);
  expect(count).toBeGreaterThanOrEqual(60);
});
