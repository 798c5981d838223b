import {
  DataResource,
  DataTerraformRemoteStateLocal,
  Fn,
  Lazy,
  TerraformHclModule,
  TerraformIterator,
  TerraformResource,
  TerraformStack,
  Testing,
  Token,
  conditional,
} from 'cdktf';
import {
  AzapiResource,
  DataAzapiResource,
  EnvironmentLogs,
  McpServerApiKey,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionSecret,
  TerraformExpression,
} from '../../lib';
import { container, interpreter, POOL_ID, RESOURCE_GROUP_ID, SUBSCRIPTION } from '../support/fixtures';
import { CANARY, local, v, variable } from '../support/secret-values';
import type { ValueOf } from '../support/secret-values';
import { parse, testApp } from '../support/synth';

function otherStack(stack: TerraformStack): TerraformStack {
  return new TerraformStack(stack.node.root, 'other');
}

const LITERAL =
  'must come from a TerraformVariable or another resource, got what ends in a literal: a literal would be written to the synthesized configuration';
const DEFAULT =
  "must come from a variable without a default, got variable 'v', whose default is in the synthesized configuration: remove the default";
const OTHER =
  "must come from stack 'stack', got a value of stack 'other', whose state would hold it in clear: define the secret in stack 'stack'";
const UNREADABLE = 'must be a reference or functions of references, got an expression that cannot be checked';

const token = (value: unknown) => ({ resolve: () => value, creationStack: [], toString: () => '', toJSON: () => '' });
const remoteState = (stack: TerraformStack, defaults: { [output: string]: string }) =>
  new DataTerraformRemoteStateLocal(stack, 'state', { path: 'x', defaults });

const REFUSED: Array<[what: string, value: ValueOf, failure: string]> = [
  ['a variable with a default', stack => variable(stack, { default: CANARY }).stringValue, DEFAULT],
  ['a variable with an empty default', stack => variable(stack, { default: '' }).stringValue, DEFAULT],
  [
    'a variable whose default becomes null',
    stack => {
      const given = variable(stack);
      given.addOverride('default', null);
      return given.stringValue;
    },
    DEFAULT,
  ],
  [
    'a variable with a default that is lazy',
    stack => variable(stack, { default: Lazy.stringValue({ produce: () => CANARY }) }).stringValue,
    DEFAULT,
  ],
  [
    'a variable that is given a default later',
    stack => {
      const given = variable(stack);
      given.addOverride('default', CANARY);
      return given.stringValue;
    },
    DEFAULT,
  ],
  [
    'a variable that the stack gives a default',
    stack => {
      stack.addOverride('variable.v.default', CANARY);
      return v(stack);
    },
    DEFAULT,
  ],
  [
    'a variable of whose name another one has a default',
    stack => {
      variable(stack, { default: CANARY }, 'w').overrideLogicalId('v');
      return v(stack);
    },
    DEFAULT,
  ],
  ['an ephemeral variable with a default', stack => variable(stack, { default: CANARY, ephemeral: true }).stringValue, DEFAULT],
  ['a local', stack => local(stack, CANARY).asString, LITERAL],
  ['a local of a local', stack => local(stack, local(stack, CANARY, 'm').asString).asString, LITERAL],
  ['a local of a variable with a default', stack => local(stack, variable(stack, { default: CANARY }).stringValue).asString, DEFAULT],
  ['a local in an override', stack => (stack.addOverride('locals.x', CANARY), TerraformExpression.raw('local.x')), LITERAL],
  ['a local of itself', stack => local(stack, TerraformExpression.raw('local.l')).asString, LITERAL],
  [
    'the literal of a local that has a reference beside it',
    stack => Fn.lookup(local(stack, { a: v(stack), b: CANARY }).asStringMap, 'b', CANARY) as string,
    LITERAL,
  ],
  ['joined text', () => Fn.join('', [CANARY, CANARY]), LITERAL],
  ['text in base64', () => Fn.base64encode(CANARY), LITERAL],
  ['raw text', () => Token.asString(Fn.rawString(CANARY)), LITERAL],
  ['text that is sensitive', () => Token.asString(Fn.sensitive(CANARY)), LITERAL],
  ['an item of a list of text', () => Token.asString(Fn.element([CANARY], 0)), LITERAL],
  ['a file', () => Fn.file('/etc/hostname'), LITERAL],
  ['lazy text', () => Lazy.stringValue({ produce: () => CANARY }), LITERAL],
  ['a token of text', () => Token.asString(token(CANARY)), LITERAL],
  ['a token of a number', () => Token.asString(token(12345)), LITERAL],
  ['an expression of text', () => TerraformExpression.raw(`"${CANARY}"`), LITERAL],
  ['a value of the workspace', () => TerraformExpression.raw('terraform.workspace'), LITERAL],
  ['a value of an iterator', () => Token.asString(TerraformIterator.fromList([CANARY]).value), LITERAL],
  ['text where a variable is empty', stack => Fn.coalesce([v(stack), CANARY]) as string, LITERAL],
  ['text where a variable fails', stack => Token.asString(Fn.try([v(stack), CANARY])), LITERAL],
  ['text in one branch', stack => Token.asString(conditional(TerraformExpression.raw('true'), v(stack), CANARY)), LITERAL],
  ['text of a map', stack => Token.asString(Fn.lookup({ a: CANARY }, 'a', v(stack))), LITERAL],
  ['text of a loop over a variable', stack => TerraformExpression.raw(`[for x in ${v(stack)} : "${CANARY}"][0]`), LITERAL],
  ['an argument of a resource', stack => Token.asString(new DataResource(stack, 'd', { input: CANARY as never }).output), LITERAL],
  ['the literal name of a resource', stack => new AzapiResource(stack, 'r', { type: 'A/b@1', name: CANARY }).name, LITERAL],
  ['lazy text in a function', () => Fn.base64encode(Lazy.stringValue({ produce: () => CANARY })), LITERAL],
  ['lazy text with dots in a function', () => Fn.base64encode(Lazy.stringValue({ produce: () => `ey.${CANARY}.sig` })), LITERAL],
  ['lazy text in a list in a function', () => Fn.join('', [Lazy.stringValue({ produce: () => CANARY })]), LITERAL],
  ['lazy text in an object in a function', () => Fn.jsonencode({ a: Lazy.anyValue({ produce: () => CANARY }) }), LITERAL],
  ['a token of text in a function', () => Fn.upper(Token.asString(token(CANARY))), LITERAL],
  ['an item of a map token', () => Token.asString(Fn.lookup(Token.asStringMap(token({ a: CANARY })), 'a', '')), LITERAL],
  ['a word', () => TerraformExpression.raw(CANARY), LITERAL],
  ['text without what a variable is', stack => Fn.trimprefix(CANARY, v(stack)), LITERAL],
  ['as much text as a variable says', stack => Fn.substr(CANARY, 0, variable(stack, { type: 'number' }).numberValue), LITERAL],
  ['an item of text that a variable splits', stack => Token.asString(Fn.element(Fn.split(v(stack), CANARY), 0)), LITERAL],
  ['what a variable finds in text', stack => Token.asString(Fn.regex(v(stack), CANARY)), LITERAL],
  ['the default of an output of another state', stack => remoteState(stack, { k: CANARY }).getString('k'), LITERAL],
  ['a template with a directive', stack => TerraformExpression.raw(`"%{ if true }${v(stack)}%{ endif }"`), UNREADABLE],
  ['a variable of another stack', stack => v(otherStack(stack)), OTHER],
  ['an ephemeral secret of another stack', stack => SessionSecret.ephemeral(otherStack(stack), 'x').value, OTHER],
  ['a resource of another stack', stack => new AzapiResource(otherStack(stack), 'r', { type: 'A/b@1' }).id, OTHER],
  ['a variable of another stack beside text', stack => `a-${v(otherStack(stack))}`, OTHER],
  ['a variable of another stack in a function', stack => Fn.base64encode(v(otherStack(stack))), OTHER],
  ['a variable of another stack in a local', stack => local(stack, v(otherStack(stack))).asString, OTHER],
];

const ACCEPTED: Array<[what: string, value: ValueOf]> = [
  ['a variable', v],
  ['a variable with a type only', stack => variable(stack).stringValue],
  ['a property of a variable', stack => Token.asString(Fn.element(variable(stack, { type: 'list(string)' }).listValue, 0))],
  ['an ephemeral variable', stack => SessionSecret.ephemeral(stack, 'x').value],
  ['a local of a variable', stack => local(stack, v(stack)).asString],
  ['a local of a local of a variable', stack => local(stack, local(stack, v(stack), 'm').asString).asString],
  ['the variable of a local with text', stack => TerraformExpression.raw(`${local(stack, { a: v(stack), b: 'text' }).asString}.a`)],
  ['a variable in base64', stack => Fn.base64encode(v(stack))],
  ['a variable joined with another', stack => Fn.join(':', [v(stack), variable(stack, {}, 'w').stringValue])],
  ['a part of a variable', stack => Token.asString(Fn.element(Fn.split(',', v(stack)), 0))],
  ['variables of which one is taken', stack => Fn.coalesce([v(stack), variable(stack, {}, 'w').stringValue]) as string],
  [
    'a lazy variable',
    stack => {
      const value = v(stack);
      return Lazy.stringValue({ produce: () => value });
    },
  ],
  ['a data source', stack => new DataAzapiResource(stack, 'd', { type: 'A/b@1', resourceId: POOL_ID }).getStringAttribute('output.key')],
  ['a resource', stack => new AzapiResource(stack, 'r', { type: 'A/b@1', name: 'x' }).getStringAttribute('output.key')],
  ['a resource in an argument of another', stack => Token.asString(new DataResource(stack, 'd', { input: v(stack) as never }).output)],
  [
    'a resource of any provider',
    stack => new TerraformResource(stack, 'p', { terraformResourceType: 'random_password' }).getStringAttribute('result'),
  ],
  ['an ephemeral resource', stack => new McpServerApiKey(stack, 'key', { pool: interpreter(stack, { mcpServer: {} }, 'mcp') }).value],
  ['an output of another state', stack => remoteState(stack, { other: 'text' }).getString('k')],
  ['a variable without a prefix', stack => Fn.trimprefix(v(stack), 'prefix')],
  ['a variable without what another one is', stack => Fn.trimsuffix(v(stack), variable(stack, {}, 'w').stringValue)],
  [
    'a lazy variable in a function',
    stack => {
      const value = v(stack);
      return Fn.base64encode(Lazy.stringValue({ produce: () => value }));
    },
  ],
  ['an expression in a function', stack => Fn.base64encode(TerraformExpression.raw(`${v(stack)}`))],
  ['a module', stack => new TerraformHclModule(stack, 'm', { source: 'acme/secret/azure' }).getString('password')],
  ['an expression', () => TerraformExpression.raw('random_password.elsewhere.result')],
];

const PLACES: Array<[place: string, label: string, define: (stack: TerraformStack, value: ValueOf) => unknown]> = [
  ['secrets', 'secrets[0]', (stack, value) => container(stack, { secrets: [SessionSecret.fromToken('a', value(stack))] })],
  [
    'secretEnvironmentVariables',
    "secretEnvironmentVariables['A']",
    (stack, value) =>
      container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromToken('a', value(stack)))] }),
  ],
  [
    'addSecretEnvironmentVariable',
    "secretEnvironmentVariables['A']",
    (stack, value) => container(stack).addSecretEnvironmentVariable('A', SessionSecret.fromToken('a', value(stack))),
  ],
  [
    'registryCredentials',
    "password of registry 'registry.azurecr.io'",
    (stack, value) =>
      container(stack, {
        registryCredentials: RegistryCredentials.fromUsernamePassword({
          server: 'registry.azurecr.io',
          username: 'u',
          password: SessionSecret.fromToken('a', value(stack)),
        }),
      }),
  ],
  [
    'logs',
    'logs.sharedKey',
    (stack, value) =>
      new SessionPoolEnvironment(stack, 'pool', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        logs: EnvironmentLogs.logAnalytics({ customerId: SUBSCRIPTION, sharedKey: value(stack) }),
      }),
  ],
];

describe.each(PLACES)('a secret in %s', (_place, label, define) => {
  test.each(REFUSED)('is refused as %s, when validated and when rendered', (_what, value, failure) => {
    const stack = new TerraformStack(testApp(), 'stack');
    define(stack, value);
    expect(stack.node.findChild('pool').node.validate()).toStrictEqual([`${label} ${failure}`]);
    for (const synthesize of [() => Testing.synth(stack), () => Testing.synthHcl(stack)]) {
      expect(synthesize).toThrow(new RegExp(`^\\w+ at 'stack/pool' is not valid:\\n {2}- ${escaped(`${label} ${failure}`)}$`));
    }
    expect(failure).not.toContain(CANARY);
  });

  test.each(ACCEPTED)('is accepted as %s', (_what, value) => {
    const stack = new TerraformStack(testApp(), 'stack');
    define(stack, value);
    expect(stack.node.findChild('pool').node.validate()).toStrictEqual([]);
    expect(parse(stack).resource).toHaveProperty('azapi_resource');
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
