import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fn, TerraformStack, TerraformVariable } from 'cdktf';
import type { CustomContainerPool } from '../../lib';
import { EnvironmentLogs, RegistryCredentials, SecretEnvironmentVariable, SessionPoolEnvironment, SessionSecret } from '../../lib';
import { container, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesizeHcl, testApp } from '../support/synth';
import { temporaryDirectory, terraform, terraformSucceeds } from '../support/terraform';

interface Check {
  readonly condition: string;
  readonly error_message: string;
}

type Define = (stack: TerraformStack, value: string) => unknown;

const variable = (stack: TerraformStack, id = 'api_key', config: object = {}) =>
  new TerraformVariable(stack, id, { type: 'string', sensitive: true, ...config });

/** The preconditions of the only resource of azapi, and the variables. */
function checksOf(define: (stack: TerraformStack) => unknown): { checks: Check[] | undefined; variable: object } {
  const stack = new TerraformStack(testApp(), 'stack');
  define(stack);
  const { resource, variable: variables } = parse(stack);
  const [{ lifecycle }] = Object.values(resource.azapi_resource) as unknown as Array<
    SynthesizedResource & { lifecycle?: { precondition?: Check[] } }
  >;
  return { checks: lifecycle?.precondition, variable: variables };
}

const PLACES: Array<[place: string, what: string, define: Define]> = [
  ['secrets', "secret 'a'", (stack, value) => container(stack, { secrets: [SessionSecret.fromToken('a', value)] })],
  [
    'addSecretEnvironmentVariable',
    "secret 'a'",
    (stack, value) => container(stack).addSecretEnvironmentVariable('A', SessionSecret.fromToken('a', value)),
  ],
  [
    'registryCredentials',
    "secret 'a'",
    (stack, value) =>
      container(stack, {
        registryCredentials: RegistryCredentials.fromUsernamePassword({
          server: 'registry.azurecr.io',
          username: 'u',
          password: SessionSecret.fromToken('a', value),
        }),
      }),
  ],
  [
    'logs',
    'logs.sharedKey',
    (stack, value) =>
      new SessionPoolEnvironment(stack, 'environment', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        logs: EnvironmentLogs.logAnalytics({ customerId: SUBSCRIPTION, sharedKey: value }),
      }),
  ],
];

describe.each(PLACES)('a secret in %s', (_place, what, define) => {
  const message = `variable api_key, the value of ${what}, must not be empty: set TF_VAR_api_key`;

  test('has a precondition', () => {
    expect(checksOf(stack => define(stack, variable(stack).stringValue)).checks).toStrictEqual([
      { condition: '${var.api_key != null && var.api_key != ""}', error_message: message },
    ]);
  });

  test.each([
    ['an empty value', {}, '', false],
    ['null', { nullable: true }, 'null', false],
    ['a value', {}, '"canary"', true],
  ])('is checked by a plan with %s, which does not show it', (_value, config, value, passes) => {
    const { checks, variable: variables } = checksOf(stack => define(stack, variable(stack, 'api_key', config).stringValue));
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'main.tf.json'),
      JSON.stringify({ variable: variables, resource: { terraform_data: { pool: { lifecycle: { precondition: checks } } } } }),
    );
    writeFileSync(join(directory, 'terraform.tfvars'), `api_key = ${value || '""'}\n`);
    terraformSucceeds(directory, 'init', '-input=false');
    const { status, stdout, stderr } = terraform(directory, 'plan', '-no-color', '-input=false');
    expect(status).toBe(passes ? 0 : 1);
    expect(stdout + stderr).not.toContain('canary');
    expect((stdout + stderr).replace(/\s+/g, ' ')).toEqual(
      passes ? expect.not.stringContaining(message) : expect.stringContaining(message),
    );
  });
});

describe('the check of a secret', () => {
  test.each<[string, (stack: TerraformStack) => SessionSecret, Check]>([
    [
      'a function',
      stack => SessionSecret.fromToken('a', Fn.trimspace(variable(stack).stringValue)),
      {
        condition: '${"${trimspace(var.api_key)}" != null && "${trimspace(var.api_key)}" != ""}',
        error_message: "the value of secret 'a' must not be empty",
      },
    ],
    [
      'a secret whose name is a token',
      stack => SessionSecret.fromToken(variable(stack, 'name').stringValue, variable(stack).stringValue),
      {
        condition: '${var.api_key != null && var.api_key != ""}',
        error_message: 'variable api_key, the value of a secret, must not be empty: set TF_VAR_api_key',
      },
    ],
  ])('of %s', (_what, secretOf, check) => {
    const { checks } = checksOf(stack => container(stack, { secrets: [secretOf(stack)] }));
    expect(checks?.filter(({ condition }) => !condition.includes('regex('))).toStrictEqual([check]);
  });

  test('is left to the variable of an ephemeral secret', () => {
    expect(checksOf(stack => container(stack, { secrets: [SessionSecret.ephemeral(stack, 'a')] })).checks).toBeUndefined();
  });

  test('is there once for a secret that is used twice, and beside other checks', () => {
    const define = (stack: TerraformStack): CustomContainerPool => {
      const secret = SessionSecret.fromVariable('a', variable(stack));
      const pool = container(stack, {
        secrets: [secret],
        secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secret)],
        maxConcurrentSessions: new TerraformVariable(stack, 'max', { type: 'number' }).numberValue,
      });
      pool.addSecretEnvironmentVariable('B', secret);
      return pool;
    };
    expect(checksOf(define).checks?.filter(({ condition }) => condition.includes('api_key'))).toHaveLength(1);
    expect(checksOf(define).checks).toHaveLength(3);
    expect(synthesizeHcl(define)).toContain('condition = "${var.api_key != null && var.api_key != ""}"');
  });
});
