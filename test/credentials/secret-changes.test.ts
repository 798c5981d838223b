import { Lazy, TerraformLocal, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { container } from '../support/fixtures';
import { CANARY } from '../support/secret-values';
import { parse, testApp } from '../support/synth';

const LITERAL =
  'must come from a TerraformVariable or another resource, got what ends in a literal: a literal would be written to the synthesized configuration';
const DEFAULT =
  "must come from a variable without a default, got variable 'v', whose default is in the synthesized configuration: remove the default";

const variable = (stack: TerraformStack, config: object = {}) => new TerraformVariable(stack, 'v', { type: 'string', ...config });
const v = (stack: TerraformStack) => variable(stack, { sensitive: true }).stringValue;
const local = (stack: TerraformStack, value: unknown) => new TerraformLocal(stack, 'l', value);

describe('what is changed after the pool is defined', () => {
  const literal = SessionSecret.fromToken('b', Lazy.stringValue({ produce: () => CANARY }));

  test('is refused where a variable gets a default', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const given = variable(stack);
    container(stack, { secrets: [SessionSecret.fromVariable('a', given)] });
    expect(() => parse(stack)).not.toThrow();
    given.addOverride('default', CANARY);
    expect(() => parse(stack)).toThrow(`secrets[0] ${DEFAULT}`);
  });

  test('is refused where a variable gets a default in a validation, which comes after the others', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const given = variable(stack);
    container(stack, { secrets: [SessionSecret.fromVariable('a', given)] });
    stack.node.addValidation({ validate: () => (given.addOverride('default', CANARY), []) });
    expect(() => parse(stack)).not.toThrow();
    stack.node.validate();
    expect(() => parse(stack)).toThrow(`secrets[0] ${DEFAULT}`);
  });

  test('is refused where a local gets text', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const given = local(stack, v(stack));
    container(stack, { secrets: [SessionSecret.fromToken('a', given.asString)] });
    given.expression = CANARY;
    expect(() => parse(stack)).toThrow(`secrets[0] ${LITERAL}`);
  });

  test('changes nothing where it is a list or a map that was given', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const given = {
      secrets: [SessionSecret.fromToken('a', v(stack))],
      secretEnvironmentVariables: [] as SecretEnvironmentVariable[],
      environmentVariables: { A: '1' } as { [name: string]: string },
      command: ['a'],
      args: ['a'],
      tags: { a: 'b' } as { [name: string]: string },
    };
    const pool = container(stack, given);
    const before = parse(stack).resource;
    given.secrets.push(literal);
    given.secretEnvironmentVariables.push(SecretEnvironmentVariable.of('B', literal));
    given.environmentVariables.B = CANARY;
    given.command.push(CANARY);
    given.args.push(CANARY);
    given.tags.b = CANARY;
    expect(parse(stack).resource).toStrictEqual(before);
    pool.addEnvironmentVariable('C', '1');
    expect(JSON.stringify(parse(stack))).not.toContain(CANARY);
  });

  test('is refused by the app, which names the pool', () => {
    const app = testApp();
    const stack = new TerraformStack(app, 'stack');
    container(stack, { secrets: [SessionSecret.fromToken('a', local(stack, CANARY).asString)] });
    expect(() => app.synth()).toThrow(`CustomContainerPool at 'stack/pool' is not valid:\n  - secrets[0] ${LITERAL}`);
  });

  test('is refused by an app that skips validations', () => {
    const app = Testing.stubVersion(Testing.app({ fakeCdktfJsonPath: false }));
    Object.defineProperty(app, 'skipValidation', { value: true });
    const stack = new TerraformStack(app, 'stack');
    container(stack, { secrets: [SessionSecret.fromToken('a', local(stack, CANARY).asString)] });
    expect(() => app.synth()).toThrow(`CustomContainerPool at 'stack/pool' is not valid:\n  - secrets[0] ${LITERAL}`);
  });
});
