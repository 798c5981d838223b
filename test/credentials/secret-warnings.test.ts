import { Aspects, Fn, TerraformResource, TerraformStack, Testing, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { SessionPool } from '../../lib';
import {
  CodeInterpreterPoolFleet,
  ContainerProbe,
  DataAzapiResource,
  EnvironmentLogs,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionPoolQueryPack,
  SessionSecret,
  TaggableAzapiResource,
} from '../../lib';
import { container, interpreter, POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import { CANARY, local, v, variable } from '../support/secret-values';
import type { ValueOf } from '../support/secret-values';
import { parse, testApp, warningsOf } from '../support/synth';

describe('warnings of a secret', () => {
  const PLAN_FILE =
    '[secret-in-plan-file] secrets[0] comes from a variable that is not ephemeral: its value is in every saved plan file; use SessionSecret.ephemeral';
  const TEXT =
    '[text-in-secret] secrets[0] has literal text beside the reference, which is in the synthesized configuration: make sure that the text is no secret';

  function warnings(secretOf: (stack: TerraformStack) => SessionSecret): string[] {
    const stack = new TerraformStack(testApp(), 'stack');
    const pool = container(stack, { secrets: [secretOf(stack)] });
    parse(stack);
    parse(stack);
    return warningsOf(pool).filter(text => !text.startsWith('[unused-secret]'));
  }

  const token = (value: ValueOf) => (stack: TerraformStack) => SessionSecret.fromToken('a', value(stack));
  const ephemeral: ValueOf = stack => SessionSecret.ephemeral(stack, 'x').value;

  test.each<[string, (stack: TerraformStack) => SessionSecret, string[]]>([
    ['a variable', stack => SessionSecret.fromVariable('a', variable(stack, { sensitive: true })), [PLAN_FILE]],
    ['the token of a variable', token(v), [PLAN_FILE]],
    ['the token of a variable that is not sensitive', token(stack => variable(stack).stringValue), [PLAN_FILE]],
    ['a variable in a function', token(stack => Fn.base64encode(v(stack))), [PLAN_FILE]],
    ['a variable in a local', token(stack => local(stack, v(stack)).asString), [PLAN_FILE]],
    ['an ephemeral secret', stack => SessionSecret.ephemeral(stack, 'a'), []],
    ['a connection string', token(stack => `postgres://app:${ephemeral(stack)}@db`), [TEXT]],
    ['text in front', token(stack => `${CANARY}${ephemeral(stack)}`), [TEXT]],
    ['joined text', token(stack => Fn.join('', [CANARY, ephemeral(stack)])), [TEXT]],
    [
      'the default of another variable',
      token(stack => Fn.join(':', [ephemeral(stack), variable(stack, { default: CANARY }).stringValue])),
      [TEXT],
    ],
    ['separators', token(stack => `${ephemeral(stack)}:${SessionSecret.ephemeral(stack, 'y').value}`), []],
    ['a separator of a function', token(stack => Fn.join('://', [ephemeral(stack), SessionSecret.ephemeral(stack, 'y').value])), []],
    ['a part of a list', token(stack => Token.asString(Fn.element(Fn.split('\n', ephemeral(stack)), 10))), []],
    ['a format', token(stack => Fn.format('%s', [ephemeral(stack)])), []],
  ])('are these for %s, once', (_what, secretOf, expected) => {
    expect(warnings(secretOf)).toStrictEqual(expected);
  });
});

describe('a sensitive value in a plain place', () => {
  function warnings(define: (stack: TerraformStack) => Construct): string[] {
    const stack = new TerraformStack(testApp(), 'stack');
    const construct = define(stack);
    parse(stack);
    Testing.synthHcl(stack);
    return warningsOf(construct).filter(text => text.startsWith('[sensitive-in-plain]'));
  }

  const says = (prop: string, source = "variable 'v'") =>
    `[sensitive-in-plain] ${prop} has the value of ${source}, which is sensitive: it is in saved plans and in the state in clear`;

  const changed = (pool: SessionPool, path: string, value: unknown) => {
    (pool.node.defaultChild as TerraformResource).addOverride(path, value);
    return pool;
  };

  const PLACES: Array<[prop: string, define: (stack: TerraformStack, value: string) => Construct]> = [
    ["environmentVariables['A']", (stack, value) => container(stack, { environmentVariables: { A: value } })],
    [
      "environmentVariables['A']",
      (stack, value) => {
        const pool = container(stack);
        pool.addEnvironmentVariable('A', value);
        return pool;
      },
    ],
    ["tags['t']", (stack, value) => container(stack, { tags: { t: value } })],
    ['a name in tags', (stack, value) => interpreter(stack, { tags: { [value]: 't' } })],
    ['a name in environmentVariables', (stack, value) => container(stack, { environmentVariables: { [value]: 't' } })],
    [
      'secrets[0].name',
      (stack, value) => container(stack, { secrets: [SessionSecret.fromToken(value, SessionSecret.ephemeral(stack, 'x').value)] }),
    ],
    [
      'body.properties.customContainerTemplate.containers.0.env[0].value',
      (stack, value) => changed(container(stack), 'body.properties.customContainerTemplate.containers.0.env', [{ name: 'A', value }]),
    ],
    ["tags['t']", (stack, value) => changed(interpreter(stack), 'tags', { t: value })],
    [
      "tags['t']",
      (stack, value) => {
        Aspects.of(stack).add({
          visit: node => void (node instanceof TaggableAzapiResource && (node.tags = { ...node.tagsInput, t: value })),
        });
        return interpreter(stack);
      },
    ],
    ["tags['t']", (stack, value) => interpreter(stack, { tags: { t: value } })],
    ['command[1]', (stack, value) => container(stack, { command: ['a', value] })],
    ['args[0]', (stack, value) => container(stack, { args: [`--key=${value}`] })],
    ['image', (stack, value) => container(stack, { image: value })],
    ['sessionPoolName', (stack, value) => interpreter(stack, { sessionPoolName: value })],
    ['containerName', (stack, value) => container(stack, { containerName: value })],
    [
      'registryCredentials.username',
      (stack, value) =>
        container(stack, {
          registryCredentials: RegistryCredentials.fromUsernamePassword({
            server: 'registry.azurecr.io',
            username: value,
            password: SessionSecret.ephemeral(stack, 'password'),
          }),
        }),
    ],
    [
      'probes[0].handler.httpGetOptions.httpHeaders[0].value',
      (stack, value) =>
        container(stack, {
          probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, httpHeaders: [{ name: 'Authorization', value }] }))],
        }),
    ],
    [
      'environmentName',
      (stack, value) =>
        new SessionPoolEnvironment(stack, 'environment', {
          resourceGroupId: RESOURCE_GROUP_ID,
          location: 'westus2',
          environmentName: value,
        }),
    ],
    ['description', (stack, value) => interpreter(stack).metrics.alertWhenNoneReady(stack, 'alert', { description: value })],
    [
      "tags['t']",
      (stack, value) =>
        new SessionPoolQueryPack(stack, 'pack', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', tags: { t: value } }),
    ],
  ];

  test.each(PLACES)('is a warning: %s', (prop, define) => {
    expect(warnings(stack => define(stack, v(stack)))).toStrictEqual([says(prop)]);
  });

  test('is a warning for each pool of a fleet', () => {
    const fleet = (stack: TerraformStack) =>
      new CodeInterpreterPoolFleet(stack, 'fleet', {
        resourceGroupId: RESOURCE_GROUP_ID,
        locations: ['westus2', 'eastus'],
        sessions: 1200,
        tags: { t: v(stack) },
      });
    expect(warnings(fleet)).toStrictEqual([says("tags['t']"), says("tags['t']")]);
  });

  test.each<[string, ValueOf, string]>([
    ['an ephemeral variable', stack => SessionSecret.ephemeral(stack, 'v').value, "variable 'v'"],
    ['a local of a sensitive variable', stack => local(stack, v(stack)).asString, "variable 'v'"],
    ['a sensitive variable in a function', stack => Fn.base64encode(v(stack)), "variable 'v'"],
    ['an expression that is sensitive', stack => Token.asString(Fn.sensitive(variable(stack).stringValue)), 'an expression'],
    [
      'a password',
      stack => new TerraformResource(stack, 'p', { terraformResourceType: 'random_password' }).getStringAttribute('result'),
      'random_password.p.result',
    ],
    [
      'an attribute that is a key',
      stack =>
        new TerraformResource(stack, 'w', { terraformResourceType: 'azurerm_log_analytics_workspace' }).getStringAttribute(
          'primary_shared_key',
        ),
      'azurerm_log_analytics_workspace.w.primary_shared_key',
    ],
  ])('is %s', (_what, value, source) => {
    expect(warnings(stack => container(stack, { environmentVariables: { A: value(stack) } }))).toStrictEqual([
      says("environmentVariables['A']", source),
    ]);
  });

  test.each<[string, (stack: TerraformStack) => Construct]>([
    ['another variable', stack => container(stack, { environmentVariables: { A: variable(stack).stringValue } })],
    ['an attribute', stack => container(stack, { args: [new DataAzapiResource(stack, 'd', { type: 'A/b@1', resourceId: POOL_ID }).id] })],
    ['a value that is nonsensitive', stack => container(stack, { environmentVariables: { A: Token.asString(Fn.nonsensitive(v(stack))) } })],
    ['text that looks like one', stack => (v(stack), container(stack, { args: ['${var.v}', '${sensitive("a")}'] }))],
    [
      'secrets',
      stack =>
        container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromToken('a', v(stack)))] }),
    ],
    [
      'a shared key',
      stack =>
        new SessionPoolEnvironment(stack, 'environment', {
          resourceGroupId: RESOURCE_GROUP_ID,
          location: 'westus2',
          logs: EnvironmentLogs.logAnalytics({ customerId: SUBSCRIPTION, sharedKey: v(stack) }),
        }),
    ],
  ])('is not: %s', (_what, define) => {
    expect(warnings(define)).toStrictEqual([]);
  });

  test('is one of another stack, of which cdktf makes an output', () => {
    const define = (stack: TerraformStack) => interpreter(stack, { tags: { t: v(new TerraformStack(stack.node.root, 'other')) } });
    expect(warnings(define)).toStrictEqual([says("tags['t']", "variable 'v' of stack 'other'")]);
  });

  test('is not in the part of the body that is sensitive', () => {
    const define = (stack: TerraformStack) => changed(container(stack), 'sensitive_body.properties.x', v(stack));
    expect(warnings(define)).toStrictEqual([]);
  });

  test('can be acknowledged', () => {
    const acknowledgements = [{ id: 'sensitive-in-plain', reason: 'a public key' }];
    expect(warnings(stack => interpreter(stack, { tags: { t: v(stack) }, acknowledgements }))).toStrictEqual([]);
  });
});
