import { TerraformStack, TerraformVariable } from 'cdktf';
import { SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { failuresOf } from '../support/failures';
import { container } from '../support/fixtures';
import { parse, testApp } from '../support/synth';

function variable(stack: TerraformStack, id: string): TerraformVariable {
  return new TerraformVariable(stack, id, { type: 'string', sensitive: true });
}

function secret(stack: TerraformStack, name: string): SessionSecret {
  return SessionSecret.fromToken(name, variable(stack, `var-${name}`).stringValue);
}

describe('what is no secret', () => {
  const NAME = "be 1 to 253 lower-case letters, digits and '-', a letter or digit first and last";
  const LITERAL =
    'must come from a TerraformVariable or another resource, got a literal: a literal would be written to the synthesized configuration';
  const NO_VALUE = 'must be given: the value of a TerraformVariable or of another resource';
  const INVALID: Array<[string, (stack: TerraformStack) => object, string[]]> = [
    ['a literal', () => ({ secrets: [SessionSecret.fromToken('a', 'canary')] }), [`secrets[0] ${LITERAL}`]],
    ['an expression in plain text', () => ({ secrets: [SessionSecret.fromToken('a', '${var.canary}')] }), [`secrets[0] ${LITERAL}`]],
    [
      'a literal for a variable',
      () => ({ secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromToken('a', 'canary'))] }),
      [`secretEnvironmentVariables['A'] ${LITERAL}`],
    ],
    [
      'no value',
      () => ({ secrets: [undefined, '', null].map(value => SessionSecret.fromToken('a', value as string)) }),
      [`secrets[0] ${NO_VALUE}`, `secrets[1] ${NO_VALUE}`, `secrets[2] ${NO_VALUE}`],
    ],
    ['no variable', () => ({ secrets: [SessionSecret.fromVariable('a', undefined as never)] }), [`secrets[0] ${NO_VALUE}`]],
    [
      'a name with other characters',
      stack => ({ secrets: ['A', 'a_b', '-a', 'a-', 'a'.repeat(254)].map(name => secret(stack, name)) }),
      ['A', 'a_b', '-a', 'a-']
        .map((name, index) => `the name of secrets[${index}] must ${NAME}, got '${name}'`)
        .concat(`the name of secrets[4] must ${NAME}, got '${'a'.repeat(160)}... (254 characters)'`),
    ],
    [
      'one name for two values',
      stack => ({ secrets: [secret(stack, 'a'), SessionSecret.fromVariable('a', variable(stack, 'other'))] }),
      ["secrets must have each name once, got 'a' for different values"],
    ],
    [
      'one name for two values beside another mistake',
      stack => ({
        targetPort: 0,
        secrets: [secret(stack, 'a')],
        secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromVariable('a', variable(stack, 'other')))],
      }),
      ['targetPort must be between 1 and 65535, got 0', "secrets must have each name once, got 'a' for different values"],
    ],
    [
      'a variable with two values',
      stack => ({ environmentVariables: { A: '1' }, secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secret(stack, 'a'))] }),
      ["secretEnvironmentVariables must have no name of environmentVariables, got 'A' in both"],
    ],
    [
      'a variable with two secrets',
      stack => ({
        secretEnvironmentVariables: ['A', 'B', 'A', 'A'].map((name, index) =>
          SecretEnvironmentVariable.of(name, secret(stack, `s${index}`)),
        ),
      }),
      Array.from({ length: 2 }, () => "secretEnvironmentVariables must have each name once, got 'A' again"),
    ],
    [
      'a name with other characters and a literal, which could be in the place of the name',
      () => ({ secrets: [SessionSecret.fromToken('CANARY', 'canary')] }),
      [`secrets[0] ${LITERAL}`],
    ],
  ];

  test.each(INVALID)('is refused: %s', (_title, props, failures) => {
    const found = failuresOf(stack => container(stack, props(stack)));
    expect(found).toStrictEqual(failures);
    expect(found.join()).not.toContain('canary');
  });

  test('is accepted with the longest and the shortest name', () => {
    expect(failuresOf(stack => container(stack, { secrets: [secret(stack, 'a'), secret(stack, '0'.repeat(253))] }))).toStrictEqual([]);
  });

  const ADDED: Array<[string, (stack: TerraformStack) => SessionSecret, string]> = [
    ['A', stack => secret(stack, 'b'), "secretEnvironmentVariables must have each name once, got 'A' again"],
    ['B=', stack => secret(stack, 'b'), "a name in secretEnvironmentVariables must be one or more characters without =, got 'B='"],
    ['B', () => SessionSecret.fromToken('b', 'canary'), `secretEnvironmentVariables['B'] ${LITERAL}`],
    [
      'B',
      stack => SessionSecret.fromVariable('a', variable(stack, 'other')),
      "secrets must have each name once, got 'a' for different values",
    ],
  ];

  test.each(ADDED)('is not added as %j', (name, added, failure) => {
    const stack = new TerraformStack(testApp(), 'stack');
    const pool = container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secret(stack, 'a'))] });
    const before = parse(stack).resource;
    expect(() => pool.addSecretEnvironmentVariable(name, added(stack))).toThrow(
      new Error(`CustomContainerPool at 'stack/pool' is not valid:\n  - ${failure}`),
    );
    expect(parse(stack).resource).toStrictEqual(before);
  });
});
