import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../lib';
import { API_VERSION_BAD_INPUTS } from '../properties/inputs/api-versions';
import type { BadInput } from '../properties/inputs/bad-input';
import { COMMON_BAD_INPUTS } from '../properties/inputs/common';
import { CUSTOM_CONTAINER_BAD_INPUTS } from '../properties/inputs/custom-container';
import { MAP_AND_TEXT_BAD_INPUTS } from '../properties/inputs/maps-and-text';
import { PROBE_BAD_INPUTS } from '../properties/inputs/probes';
import { REGISTRY_BAD_INPUTS } from '../properties/inputs/registries';
import { container, interpreter } from '../support/fixtures';
import { synthesize } from '../support/synth';

const TOPICS: { [topic: string]: BadInput[] } = {
  common: COMMON_BAD_INPUTS,
  'custom container': CUSTOM_CONTAINER_BAD_INPUTS,
  probes: PROBE_BAD_INPUTS,
  'api versions': API_VERSION_BAD_INPUTS,
  'maps and text': MAP_AND_TEXT_BAD_INPUTS,
  registries: REGISTRY_BAD_INPUTS,
};

/** The message of the error with which the pool is refused, and the ids of what is left in the stack. */
function refusal({ pool, props }: BadInput): { message?: string; left: string[] } {
  let message: string | undefined;
  let left: string[] = [];
  synthesize(stack => {
    try {
      if (pool === 'CodeInterpreterPool') {
        interpreter(stack, props as Partial<CodeInterpreterPoolProps>);
      } else {
        container(stack, props as Partial<CustomContainerPoolProps>);
      }
    } catch (error) {
      message = `${error}`;
    }
    left = stack.node.children.map(({ node }) => node.id);
  });
  return { message, left };
}

describe.each(Object.entries(TOPICS))('bad inputs: %s', (_, inputs) => {
  test.each(inputs.map(input => [`${input.pool}: ${input.failures.join(' | ')}`.slice(0, 200), input] as const))('%s', (_name, input) => {
    const { message, left } = refusal(input);
    expect(message).toBe(
      [`ValidationError: ${input.pool} at 'stack/pool' is not valid:`, ...input.failures.map(failure => `  - ${failure}`)].join('\n'),
    );
    expect(left).not.toContain('pool');
  });
});

test('are at least 150', () => {
  const count = Object.values(TOPICS).flat().length;
  process.stdout.write(`bad inputs refused with their exact message: ${count}\n`);
  expect(count).toBeGreaterThanOrEqual(150);
});
