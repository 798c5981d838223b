import type { CodeInterpreterPoolProps, CustomContainerPoolProps } from '../../lib';
import type { BadInput } from '../properties/cards';
import { BAD_INPUTS } from '../properties/cards';
import { CONFLICTS } from '../properties/conflicts';
import { container, interpreter } from '../support/fixtures';
import { synthesize } from '../support/synth';

const ALL = [...BAD_INPUTS, ...CONFLICTS];
const TOPICS = [...new Set(ALL.map(({ topic }) => topic))].map(topic => [topic, ALL.filter(input => input.topic === topic)] as const);

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

describe.each(TOPICS)('bad inputs: %s', (_, inputs) => {
  test.each(inputs.map(input => [`${input.pool}: ${input.failures.join(' | ')}`.slice(0, 200), input] as const))('%s', (_name, input) => {
    const { message, left } = refusal(input);
    expect(message).toBe(
      [`ValidationError: ${input.pool} at 'stack/pool' is not valid:`, ...input.failures.map(failure => `  - ${failure}`)].join('\n'),
    );
    expect(left).not.toContain('pool');
  });
});

test('are at least 150', () => {
  const count = ALL.length;
  process.stdout.write(`bad inputs refused with their exact message: ${count}\n`);
  expect(count).toBeGreaterThanOrEqual(150);
});
