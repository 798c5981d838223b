import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { SessionSecret } from '../../lib';
import { parse, testApp } from '../support/synth';
import { temporaryDirectory, terraform } from '../support/terraform';

const TWICE = "variableName must be used once in a stack, got 'api_key' again: rename the other variable";
const DEFAULT = "variable 'api_key' must have no default, which would be in the synthesized configuration: remove the default";

describe('the variable of an ephemeral secret', () => {
  const LATER: Array<[string, (stack: TerraformStack, variable: TerraformVariable) => unknown, string[]]> = [
    ['another variable of its name', stack => new TerraformVariable(stack, 'api_key', { default: 'canary' }), [TWICE, DEFAULT]],
    ['one without a default', stack => new TerraformVariable(stack, 'api_key', {}), [TWICE]],
    ['one that is renamed', stack => new TerraformVariable(stack, 'other', {}).overrideLogicalId('api_key'), [TWICE]],
    ['one in the overrides of the stack', stack => stack.addOverride('variable.api_key', { type: 'string' }), [TWICE]],
    ['a default', (_stack, variable) => variable.addOverride('default', 'canary'), [DEFAULT]],
    ['an empty default', (_stack, variable) => variable.addOverride('default', ''), [DEFAULT]],
  ];

  test.each(LATER)('is refused with %s that is defined later', (_title, later, failures) => {
    const stack = new TerraformStack(testApp(), 'stack');
    SessionSecret.ephemeral(stack, 'api-key');
    const variable = stack.node.findChild('Secret-api-key') as TerraformVariable;
    later(stack, variable);
    expect(variable.node.validate()).toStrictEqual(failures);
    for (const synthesize of [() => parse(stack), () => Testing.synthHcl(stack)]) {
      expect(synthesize).toThrow(
        `SessionSecret at 'stack/Secret-api-key' is not valid:\n${failures.map(failure => `  - ${failure}`).join('\n')}`,
      );
    }
  });

  test('is accepted beside one of its name in another stack', () => {
    const app = testApp();
    const [one, two] = ['one', 'two'].map(id => new TerraformStack(app, id));
    SessionSecret.ephemeral(one, 'api-key');
    new TerraformVariable(two, 'api_key', { default: 'x' });
    expect(parse(one).variable).toHaveProperty('api_key');
  });

  /** What a plan says of the configuration of a secret, in JSON or HCL. */
  function plan(format: 'json' | 'hcl', options: object, ...args: string[]): { status: number | null; output: string } {
    const stack = new TerraformStack(testApp(), 'stack');
    SessionSecret.ephemeral(stack, 'api-key', options);
    const directory = temporaryDirectory();
    const [name, text] = format === 'json' ? ['cdk.tf.json', Testing.synth(stack)] : ['cdk.tf', Testing.synthHcl(stack)];
    writeFileSync(join(directory, name), text);
    const { status, stdout, stderr } = terraform(directory, 'plan', '-no-color', ...args);
    return { status, output: stdout + stderr };
  }

  test.each(['json', 'hcl'] as const)('fails a plan in which it is empty, with its name, in %s', format => {
    const { status, output } = plan(format, {}, '-input=false', '-var=api_key=');
    expect(status).toBe(1);
    expect(output).toContain('api_key must not be empty: set TF_VAR_api_key');
  });

  test.each(['json', 'hcl'] as const)('is taken with a value, which is not shown, in %s', format => {
    const { status, output } = plan(format, {}, '-input=false', '-var=api_key=canary');
    expect({ status, output }).toMatchObject({ status: 0, output: expect.not.stringContaining('canary') as string });
  });

  test.each(['json', 'hcl'] as const)('cannot be null, in %s', format => {
    expect(plan(format, {}, '-input=false').output).toContain('No value for required variable');
  });

  test.each(['a "quoted" word', 'a ${var.x} and %{if true}', '$${x} %%{y}', 'two\nlines\tand a tab', 'a \\ backslash', 'EOF\n<<EOF\n"'])(
    'has any description, which Terraform asks for the value with, in JSON and in HCL: %j',
    description => {
      for (const format of ['json', 'hcl'] as const) {
        const { output } = plan(format, { description });
        expect({ format, output }).toMatchObject({ output: expect.stringContaining(description.replace(/\n/g, '\n  ')) as string });
      }
    },
  );
});
