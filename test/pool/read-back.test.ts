import { Fn, TerraformOutput, TerraformStack, TerraformVariable, Token } from 'cdktf';
import {
  CodeInterpreterPoolFleet,
  CodeInterpreterType,
  ContainerType,
  SecretEnvironmentVariable,
  SessionPool,
  SessionSecret,
} from '../../lib';
import { container, environment, interpreter, POOL_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, testApp } from '../support/synth';

const stack = () => new TerraformStack(testApp(), 'stack');

describe('a code interpreter pool reads back', () => {
  test('what it was given', () => {
    const pool = interpreter(stack(), { location: 'West US 2', maxConcurrentSessions: 100, containerType: CodeInterpreterType.SHELL });
    expect(pool).toMatchObject({ location: 'West US 2', maxConcurrentSessions: 100 });
    expect(pool.containerType).toBe(CodeInterpreterType.SHELL);
  });

  test('its defaults', () => {
    const pool = interpreter(stack());
    expect(pool.maxConcurrentSessions).toBe(10);
    expect(pool.containerType).toBe(CodeInterpreterType.PYTHON_LTS);
  });

  test('tokens', () => {
    const { output } = synthesize(scope => {
      const variable = new TerraformVariable(scope, 'variable', {});
      const pool = interpreter(scope, { location: variable.stringValue, maxConcurrentSessions: variable.numberValue });
      new TerraformOutput(scope, 'o', { value: [pool.location, pool.maxConcurrentSessions], staticId: true });
    });
    expect(output.o.value).toStrictEqual(['${var.variable}', '${var.variable}']);
  });

  test('what an existing pool of another stack is known by', () => {
    const pool = interpreter(stack(), { containerType: CodeInterpreterType.SHELL });
    const { location, containerType } = pool;
    const existing = SessionPool.fromSessionPoolAttributes(stack(), 'pool', { sessionPoolId: POOL_ID, location, containerType });
    expect(existing.endpoints.apiVersion).toBe(pool.endpoints.apiVersion);
  });
});

describe('a custom container pool reads back', () => {
  test('what it was given', () => {
    const scope = stack();
    const given = environment(scope);
    const pool = container(scope, { environment: given, maxConcurrentSessions: 20, environmentVariables: { A: '1' } });
    expect(pool).toMatchObject({ location: 'westus2', maxConcurrentSessions: 20, environmentVariables: { A: '1' } });
    expect(pool.environment).toBe(given);
    expect(pool.containerType).toBe(ContainerType.CUSTOM_CONTAINER);
  });

  test('its defaults', () => {
    expect(container(stack())).toMatchObject({ maxConcurrentSessions: 10, environmentVariables: {} });
  });

  test('environment variables that were added, without secrets', () => {
    const scope = stack();
    const secret = SessionSecret.ephemeral(scope, 'secret');
    const pool = container(scope, {
      environmentVariables: { A: '1' },
      secretEnvironmentVariables: [SecretEnvironmentVariable.of('SECRET', secret)],
    });
    pool.addEnvironmentVariable('B', '');
    pool.addSecretEnvironmentVariable('OTHER', secret);
    expect(pool.environmentVariables).toStrictEqual({ A: '1', B: '' });
  });

  test('environment variables as a copy', () => {
    const pool = container(stack(), { environmentVariables: { A: '1' } });
    pool.environmentVariables.B = '2';
    expect(pool.environmentVariables).toStrictEqual({ A: '1' });
  });

  test.each([
    ['a token', false, '${tomap({"A" = "1"})}'],
    ['a token with what was added', true, '${merge("${tomap({"A" = "1"})}", {\n"B" = "$${b}"\n})}'],
  ])('environment variables that are %s', (_, adds, expected) => {
    const { output } = synthesize(scope => {
      const pool = container(scope, { environmentVariables: Token.asStringMap(Fn.tomap({ A: '1' })) });
      if (adds) {
        pool.addEnvironmentVariable('B', '${b}');
      }
      new TerraformOutput(scope, 'o', { value: pool.environmentVariables, staticId: true });
    });
    expect(output.o.value).toBe(expected);
  });

  test('environment variables that another pool takes as they are', () => {
    const environmentVariables = { A: '${HOME}', constructor: 'c' } as unknown as { [name: string]: string };
    const { resource } = synthesize(scope => {
      const pool = container(scope, { environmentVariables });
      container(scope, { environmentVariables: pool.environmentVariables, environment: pool.environment }, 'other');
    });
    const [one, other] = Object.values(resource.azapi_resource).map(({ body }) => body.properties.customContainerTemplate);
    expect((other as { containers: Array<{ env: unknown }> }).containers[0].env).toStrictEqual(
      (one as { containers: Array<{ env: unknown }> }).containers[0].env,
    );
  });
});

test('the members of a fleet weigh what their pools read back', () => {
  const fleet = new CodeInterpreterPoolFleet(stack(), 'fleet', {
    sessions: 700,
    locations: ['westus2', 'West Europe'],
    resourceGroupId: RESOURCE_GROUP_ID,
  });
  expect(fleet.members.map(({ weight }) => weight)).toStrictEqual([600, 100]);
  expect(fleet.pools.map(({ maxConcurrentSessions }) => maxConcurrentSessions)).toStrictEqual([600, 100]);
  expect(fleet.pools.map(({ location }) => location)).toStrictEqual(['westus2', 'West Europe']);
});
