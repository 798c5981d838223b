import { Fn, Token } from 'cdktf';
import { SessionPoolEnvironment } from '../../lib';
import { container } from '../support/fixtures';
import { synthesize, synthesizeResource } from '../support/synth';

function refusal(action: () => void): string {
  try {
    action();
  } catch (error) {
    return `${error}`;
  }
  return 'accepted';
}

const MESSAGE = "ValidationError: CustomContainerPool at 'stack/pool' is not valid:\n";

test('a variable that the pool was defined with cannot be added', () => {
  synthesize(stack => {
    const pool = container(stack, { environmentVariables: { A: '1' } });
    expect(refusal(() => pool.addEnvironmentVariable('A', '2'))).toBe(
      `${MESSAGE}  - environmentVariables must have each name once, got 'A' again`,
    );
  });
});

test('a variable cannot be added twice', () => {
  synthesize(stack => {
    const pool = container(stack);
    pool.addEnvironmentVariable('A', '1');
    expect(refusal(() => pool.addEnvironmentVariable('A', '1'))).toBe(
      `${MESSAGE}  - environmentVariables must have each name once, got 'A' again`,
    );
  });
});

test.each([
  ['', 'v', "  - a name in environmentVariables must be one or more characters without =, got ''"],
  ['A=B', 'v', "  - a name in environmentVariables must be one or more characters without =, got 'A=***'"],
  ['A', undefined as unknown as string, "  - environmentVariables['A'] is required (may be an empty string)"],
  ['A', 5 as unknown as string, "  - environmentVariables['A'] must be a string, got a number"],
  [
    'A',
    '\ud800',
    "  - environmentVariables['A'] must be well-formed Unicode, got text that is not shown, as it may hold a secret: Terraform would replace half of a character",
  ],
])('the variable %j with the value %j cannot be added', (name, value, failure) => {
  synthesize(stack => {
    const pool = container(stack);
    expect(refusal(() => pool.addEnvironmentVariable(name, value))).toBe(`${MESSAGE}${failure}`);
    expect(stack.node.tryFindChild('pool')).toBe(pool);
  });
});

test('names that differ by case are two variables', () => {
  const { body } = synthesizeResource(stack => {
    const pool = container(stack, { environmentVariables: { path: '1' } });
    pool.addEnvironmentVariable('PATH', '2');
    return pool;
  });
  expect(JSON.stringify(body)).toContain('[{"name":"path","value":"1"},{"name":"PATH","value":"2"}]');
});

test('a variable is added to a map that is a token', () => {
  const { body } = synthesizeResource(stack => {
    const pool = container(stack, { environmentVariables: Token.asStringMap(Fn.tomap({ A: '1' })) });
    pool.addEnvironmentVariable('B', '${x}');
    return pool;
  });
  expect(JSON.stringify(body)).toContain('tomap({');
  expect(JSON.stringify(body)).toContain('$${x}');
});

test('an environment that is not one is refused where it is defined', () => {
  synthesize(stack => {
    const define = (id: unknown) => refusal(() => void SessionPoolEnvironment.fromEnvironmentId(stack, 'env', id as string));
    const form = '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>';
    const message = "ValidationError: SessionPoolEnvironment at 'stack/env' is not valid:\n";
    expect(define('env')).toBe(`${message}  - environmentId must have the form '${form}', got 'env'`);
    expect(define(undefined)).toBe(`${message}  - environmentId must be given: '${form}'`);
  });
});
