import { TerraformStack, TerraformVariable } from 'cdktf';
import type { CustomContainerPool } from '../../lib';
import { AzapiProvider, RegistryCredentials, SessionNetworkStatus, SecretEnvironmentVariable, SessionSecret } from '../../lib';
import { container, interpreter } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, synthesize, synthesizeHcl, synthesizeResource, testApp, warningsOf } from '../support/synth';

const EGRESS = { networkStatus: SessionNetworkStatus.EGRESS_ENABLED };

function variable(stack: TerraformStack, id: string): TerraformVariable {
  return new TerraformVariable(stack, id, { type: 'string', sensitive: true });
}

function ephemeral(stack: TerraformStack, id: string): TerraformVariable {
  const defined = variable(stack, id);
  defined.addOverride('ephemeral', true);
  return defined;
}

function secret(stack: TerraformStack, name: string): SessionSecret {
  return SessionSecret.fromToken(name, ephemeral(stack, `var-${name}`).stringValue);
}

function secretsIn({ body, sensitive_body }: SynthesizedResource): unknown[] {
  return [body.properties.secrets, (sensitive_body as SynthesizedResource['body'] | undefined)?.properties.secrets];
}

function warningsAfterSynth(build: (stack: TerraformStack) => CustomContainerPool): string[] {
  const stack = new TerraformStack(testApp(), 'stack');
  const pool = build(stack);
  parse(stack);
  return warningsOf(pool);
}

describe('the secrets of a pool', () => {
  test('have their names in the body and their values beside it only, sorted by name, and are always sent in full', () => {
    const resource = synthesizeResource(stack =>
      container(stack, {
        secrets: [secret(stack, 'z'), secret(stack, 'a-b')],
        secretEnvironmentVariables: [SecretEnvironmentVariable.of('B', secret(stack, 'm'))],
        registryCredentials: RegistryCredentials.fromUsernamePassword({
          server: 'registry.azurecr.io',
          username: 'u',
          password: secret(stack, 'a'),
        }),
      }),
    );
    expect(secretsIn(resource)).toStrictEqual([
      [{ name: 'a' }, { name: 'a-b' }, { name: 'm' }, { name: 'z' }],
      [
        { name: 'a', value: '${var.var-a}' },
        { name: 'a-b', value: '${var.var-a-b}' },
        { name: 'm', value: '${var.var-m}' },
        { name: 'z', value: '${var.var-z}' },
      ],
    ]);
    expect(JSON.stringify(resource.body)).not.toContain('${var.');
    expect(resource).not.toHaveProperty('sensitive_body_version');
  });

  test('are an empty list where there are none, so that one from elsewhere is seen', () => {
    const resource = synthesizeResource(stack => container(stack, { secrets: [], secretEnvironmentVariables: [] }));
    expect(secretsIn(resource)).toStrictEqual([[], undefined]);
    expect(resource).not.toHaveProperty('sensitive_body');
  });

  test('ask for the terraform that has write-only arguments, and only they do', () => {
    expect(
      synthesize(stack => container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secret(stack, 'a'))] }))
        .terraform,
    ).toMatchObject({
      required_version: '>= 1.11.0',
    });
    const others = synthesize(stack => {
      new AzapiProvider(stack, 'azapi');
      container(stack);
      interpreter(stack, {}, 'interpreter');
    });
    expect(others.terraform).toMatchObject({ required_version: '>= 1.5.0' });
  });

  test('ask for that terraform whatever is defined after them', () => {
    const { terraform } = synthesize(stack => {
      container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', secret(stack, 'a'))] });
      interpreter(stack, {}, 'interpreter');
    });
    expect(terraform).toMatchObject({ required_version: '>= 1.11.0' });
  });

  test('can be added after the pool is defined', () => {
    const resource = synthesizeResource(stack => {
      const pool = container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('M', secret(stack, 'm'))] });
      pool.addSecretEnvironmentVariable('B', secret(stack, 'b'));
      pool.addEnvironmentVariable('A', '1');
      return pool;
    });
    expect(secretsIn(resource)).toStrictEqual([
      [{ name: 'b' }, { name: 'm' }],
      [
        { name: 'b', value: '${var.var-b}' },
        { name: 'm', value: '${var.var-m}' },
      ],
    ]);
    expect(resource.body.properties).toMatchObject({
      customContainerTemplate: {
        containers: [
          {
            env: [
              { name: 'M', secretRef: 'm' },
              { name: 'B', secretRef: 'b' },
              { name: 'A', value: '1' },
            ],
          },
        ],
      },
    });
  });

  test('can be added to a pool that had none', () => {
    const { resource, terraform } = synthesize(stack => container(stack).addSecretEnvironmentVariable('A', secret(stack, 'a')));
    expect(secretsIn(Object.values(resource.azapi_resource)[0])).toStrictEqual([[{ name: 'a' }], [{ name: 'a', value: '${var.var-a}' }]]);
    expect(terraform).toMatchObject({ required_version: '>= 1.11.0' });
  });

  test('are one where they are used twice, or are made twice from one variable', () => {
    expect(
      secretsIn(
        synthesizeResource(stack => {
          const one = variable(stack, 'one');
          const shared = SessionSecret.fromVariable('a', one);
          return container(stack, {
            secrets: [shared, SessionSecret.fromVariable('a', one)],
            secretEnvironmentVariables: [
              SecretEnvironmentVariable.of('A', shared),
              SecretEnvironmentVariable.of('B', SessionSecret.fromToken('a', one.stringValue)),
            ],
          });
        }),
      ),
    ).toStrictEqual([[{ name: 'a' }], [{ name: 'a', value: '${var.one}' }]]);
  });

  test('can be shared by two pools', () => {
    const { resource } = synthesize(stack => {
      const shared = secret(stack, 'a');
      container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', shared)] }, 'first');
      container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('B', shared)] }, 'second');
    });
    expect(Object.values(resource.azapi_resource).map(secretsIn)).toStrictEqual(
      Array(2).fill([[{ name: 'a' }], [{ name: 'a', value: '${var.var-a}' }]]),
    );
  });

  test('can have a name that is a token, and are in the order of what it stands for', () => {
    const resource = synthesizeResource(stack => {
      const second = variable(stack, 'b').stringValue;
      const first = variable(stack, 'a').stringValue;
      const [B, A] = [second, first].map(token => SessionSecret.fromToken(token, token));
      return container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('B', B), SecretEnvironmentVariable.of('A', A)] });
    });
    expect(secretsIn(resource)).toStrictEqual([
      [{ name: '${var.a}' }, { name: '${var.b}' }],
      [
        { name: '${var.a}', value: '${var.a}' },
        { name: '${var.b}', value: '${var.b}' },
      ],
    ]);
  });

  test('have values in which literal text beside a token is not evaluated', () => {
    expect(
      secretsIn(
        synthesizeResource(stack =>
          container(stack, {
            secretEnvironmentVariables: [
              SecretEnvironmentVariable.of(
                'A',
                SessionSecret.fromToken('a', `${variable(stack, 'a').stringValue}\${file("/etc/hostname")}`),
              ),
            ],
          }),
        ),
      )[1],
    ).toStrictEqual([{ name: 'a', value: '${var.a}${"$"}{file("/etc/hostname")}' }]);
  });

  test('are references in HCL too', () => {
    const hcl = synthesizeHcl(stack =>
      container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.ephemeral(stack, 'api-key'))] }),
    );
    expect(hcl).toContain(
      'variable "api_key" {\ndescription = "The value of the secret api-key"\ntype = string\nsensitive = true\nvalidation {',
    );
    expect(hcl).toContain('sensitive_body = {\n"properties" = {\n"secrets" = [{\n"name" = "api-key"\n"value" = "${var.api_key}"\n}]\n}\n}');
    expect(hcl).toContain('ephemeral = true\nnullable = false');
    expect(hcl.match(/var\.api_key/g)).toHaveLength(2);
  });
});

describe('a warning', () => {
  const unused = "[unused-secret] secret 'a' is used by no environment variable and no registry";
  const planFile =
    "[secret-in-plan-file] secretEnvironmentVariables['A'] comes from a variable that is not ephemeral: " +
    'its value is in every saved plan file; use SessionSecret.ephemeral';
  const egress = (names: string) =>
    `[secret-with-egress] secrets ${names} can be read by code in the sessions, which can send them to the internet`;
  const internet =
    '[egress-enabled] networkStatus is EgressEnabled: code in the sessions can reach the internet, attack others and carry data away';
  const password = (stack: TerraformStack) =>
    RegistryCredentials.fromUsernamePassword({ server: 'registry.azurecr.io', username: 'u', password: secret(stack, 'a') });
  const WARNINGS: Array<[string, (stack: TerraformStack) => object, string[]]> = [
    ['for a secret that nothing uses', stack => ({ secrets: [secret(stack, 'a')] }), [unused]],
    [
      'not for one that a variable uses',
      stack => {
        const used = secret(stack, 'a');
        return { secrets: [used], secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', used)] };
      },
      [],
    ],
    [
      'not for one that is used, but made twice',
      stack => {
        const one = ephemeral(stack, 'one').stringValue;
        return {
          secrets: [SessionSecret.fromToken('a', one)],
          secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromToken('a', one))],
        };
      },
      [],
    ],
    [
      'not for the password of a registry',
      stack => {
        const registryCredentials = password(stack);
        return { secrets: [registryCredentials.password], registryCredentials };
      },
      [],
    ],
    [
      'for secrets that can be carried away',
      stack => ({
        ...EGRESS,
        secretEnvironmentVariables: [
          SecretEnvironmentVariable.of('A', secret(stack, 'a')),
          SecretEnvironmentVariable.of('B', secret(stack, 'b')),
        ],
      }),
      [internet, egress("'a', 'b'")],
    ],
    [
      'not for the password of a registry, which stays out of the sessions',
      stack => ({ ...EGRESS, registryCredentials: password(stack) }),
      [internet],
    ],
    [
      'for a variable that is not ephemeral',
      stack => ({
        secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromVariable('a', variable(stack, 'one')))],
      }),
      [planFile],
    ],
    [
      'not for a variable that an override makes ephemeral',
      stack => {
        const one = variable(stack, 'one');
        one.addOverride('ephemeral', true);
        return { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromVariable('a', one))] };
      },
      [],
    ],
    [
      'not for an ephemeral secret',
      stack => ({ secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.ephemeral(stack, 'a'))] }),
      [],
    ],
    [
      'not where it is acknowledged',
      stack => ({
        ...EGRESS,
        secrets: [secret(stack, 'b')],
        secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromVariable('a', variable(stack, 'one')))],
        acknowledgements: ['unused-secret', 'secret-in-plan-file', 'secret-with-egress', 'egress-enabled'].map(id => ({
          id,
          reason: 'known',
        })),
      }),
      [],
    ],
  ];

  test.each(WARNINGS)('is given %s', (_title, props, warnings) => {
    expect(warningsAfterSynth(stack => container(stack, props(stack)))).toStrictEqual(warnings);
  });

  test('is not given for a secret that a later variable uses, and is given for one that it exposes', () => {
    expect(
      warningsAfterSynth(stack => {
        const a = secret(stack, 'a');
        const pool = container(stack, { ...EGRESS, secrets: [a] });
        pool.addSecretEnvironmentVariable('A', a);
        return pool;
      }),
    ).toStrictEqual([internet, egress("'a'")]);
  });
});
