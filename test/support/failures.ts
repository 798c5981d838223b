import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { testApp } from './synth';

/**
 * What an error says is wrong with a construct, without the line that names the construct; nothing where there is no error.
 * A construct that is refused must leave nothing of itself behind.
 */
export function failuresOf(build: (stack: TerraformStack) => unknown, subject = /^\w+ at 'stack[^']*' is not valid:$/): string[] {
  const stack = new TerraformStack(testApp(), 'stack');
  try {
    build(stack);
    return [];
  } catch (error) {
    const { name, message } = error as Error;
    const [title, ...failures] = message.split('\n  - ');
    expect({ name, message }).toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(/^.* is not valid:\n {2}- /) as string,
    });
    expect(title).toMatch(subject);
    const refused = /at 'stack\/([^']+)'/.exec(title)?.[1];
    expect(refused && pathsOf(stack)).not.toContain(refused);
    return failures;
  }
}

function pathsOf(stack: TerraformStack): string[] {
  return stack.node.findAll().map(({ node }: IConstruct) => node.path.replace(/^stack\//, ''));
}
