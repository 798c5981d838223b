import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App, Fn, Lazy, TerraformLocal, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import {
  AzapiProvider,
  EnvironmentLogs,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import { container, ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { warningsOf } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../support/terraform';
import { unzip } from '../support/zip';

const CANARY = 'canary7Qx2';
const GUID = ENVIRONMENT_ID.split('/')[2];

type ValueOf = (stack: TerraformStack) => string;

const variable = (stack: TerraformStack, config: object = {}) =>
  new TerraformVariable(stack, 'given', { type: 'string', sensitive: true, ...config });
const ephemeral: ValueOf = stack => SessionSecret.ephemeral(stack, 'given').value;

/** Where the value is a canary in the program or in the default of a variable; synthesis refuses all of them. */
const LITERALS: Array<[source: string, value: ValueOf]> = [
  ['a literal', () => CANARY],
  ['a variable with a default', stack => variable(stack, { default: CANARY }).stringValue],
  ['a local', stack => new TerraformLocal(stack, 'l', CANARY).asString],
  [
    'a local of a variable with a default',
    stack => new TerraformLocal(stack, 'l', variable(stack, { default: CANARY }).stringValue).asString,
  ],
  ['a function', () => Fn.join('', [CANARY, ''])],
  ['a function that hides it', () => Fn.base64encode(CANARY)],
  ['raw text', () => Token.asString(Fn.rawString(CANARY))],
  ['a lazy', () => Lazy.stringValue({ produce: () => CANARY })],
  ['a token', () => Token.asString({ resolve: () => CANARY, creationStack: [], toString: () => '', toJSON: () => '' })],
];

/** Where another stack has the value, which has no canary in the program. */
const OTHER_STACKS: Array<[source: string, value: ValueOf]> = [
  ['a sensitive variable of another stack', stack => variable(new TerraformStack(stack.node.root, 'other')).stringValue],
  ['an ephemeral secret of another stack', stack => ephemeral(new TerraformStack(stack.node.root, 'other'))],
];

/** What is accepted, and what the value is then found in. */
const ACCEPTED: Array<[source: string, value: ValueOf, places: string[]]> = [
  ['an ephemeral secret', ephemeral, []],
  ['a local of an ephemeral secret', stack => new TerraformLocal(stack, 'l', ephemeral(stack)).asString, []],
  ['a function of an ephemeral secret', stack => Fn.trimspace(ephemeral(stack)), []],
  ['a sensitive variable', stack => variable(stack).stringValue, ['plan file', 'plan in JSON']],
  [
    'a local of a sensitive variable',
    stack => new TerraformLocal(stack, 'l', variable(stack).stringValue).asString,
    ['plan file', 'plan in JSON'],
  ],
];

const FACTORIES: Array<[factory: string, define: (stack: TerraformStack, value: string) => unknown]> = [
  ['secrets', (stack, value) => container(stack, { secrets: [SessionSecret.fromToken('a', value)] })],
  [
    'SecretEnvironmentVariable.of',
    (stack, value) =>
      container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', SessionSecret.fromToken('a', value))] }),
  ],
  [
    'addSecretEnvironmentVariable',
    (stack, value) => container(stack).addSecretEnvironmentVariable('A', SessionSecret.fromToken('a', value)),
  ],
  [
    'RegistryCredentials.fromUsernamePassword',
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
    'EnvironmentLogs.logAnalytics',
    (stack, value) =>
      new SessionPoolEnvironment(stack, 'environment', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        logs: EnvironmentLogs.logAnalytics({ customerId: GUID, sharedKey: value }),
      }),
  ],
];

/** Where the canary is, as text, in base64 or in hexadecimal digits. */
function placesWith(artefacts: { readonly [place: string]: Buffer | string }): string[] {
  const forms = [CANARY, Buffer.from(CANARY).toString('base64').replace(/=+$/, ''), Buffer.from(CANARY).toString('hex')];
  return Object.entries(artefacts)
    .filter(([, content]) => forms.some(form => content.toString('latin1').includes(form)))
    .map(([place]) => place);
}

function filesIn(directory: string): { [path: string]: Buffer } {
  return existsSync(directory)
    ? Object.fromEntries(
        readdirSync(directory, { recursive: true })
          .map(path => join(directory, String(path)))
          .filter(path => statSync(path).isFile())
          .map(path => [path, readFileSync(path)]),
      )
    : {};
}

interface Attempt {
  readonly app: App;
  readonly stack: TerraformStack;
  readonly outdir: string;
}

function start(context: object = {}): Attempt {
  const outdir = temporaryDirectory();
  const app = Testing.stubVersion(new App({ outdir, context: { ...context } }));
  const stack = new TerraformStack(app, 'stack');
  new AzapiProvider(stack, 'azapi', { useCli: false, tenantId: GUID, clientId: GUID, clientSecret: 'x' });
  return { app, stack, outdir };
}

function errorOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return String(error);
  }
}

describe.each(FACTORIES)('%s', (_factory, define) => {
  const SYNTHESES: Array<[string, object, (attempt: Attempt) => unknown]> = [
    ['app.synth', {}, ({ app }) => app.synth()],
    ['app.synth without validation', {}, ({ app }) => (Object.assign(app, { skipValidation: true }), app.synth())],
    ['app.synth to HCL', { hclOutput: true }, ({ app }) => (Object.assign(app, { hclOutput: true }), app.synth())],
    ['Testing.synth', {}, ({ stack }) => Testing.synth(stack)],
    ['Testing.synthHcl', {}, ({ stack }) => Testing.synthHcl(stack)],
    ['Testing.fullSynth', {}, ({ stack }) => Testing.fullSynth(stack)],
  ];

  describe.each([...LITERALS, ...OTHER_STACKS])('with %s', (_source, value) => {
    test.each(SYNTHESES)('is refused by %s, and the value is nowhere', (_synthesis, context, synthesize) => {
      const attempt = start(context);
      const error = errorOf(() => {
        define(attempt.stack, value(attempt.stack));
        synthesize(attempt);
      });
      expect(error).toMatch(/stack\/(pool|environment)'?\]? [^]*must come from/);
      expect(placesWith({ error, warnings: warningsOf(attempt.stack).join(), ...filesIn(attempt.outdir) })).toStrictEqual([]);
    });
  });
});

describeWithProviders(['azapi'], 'a value from outside', () => {
  test.each(
    FACTORIES.flatMap(([factory, define]) => ACCEPTED.map(([source, value, places]) => ({ factory, source, define, value, places }))),
  )(
    'that $source gives to $factory is where it is said to be',
    ({ define, value, places }) => {
      const { app, stack, outdir } = start();
      define(stack, value(stack));
      app.synth();
      const workspace = join(outdir, 'stacks', 'stack');
      const args = ['-input=false', `-var=given=${CANARY}`];
      terraformSucceeds(workspace, 'init', '-input=false');
      const text = terraformSucceeds(workspace, 'plan', '-out=plan.bin', ...args);
      const plan = readFileSync(join(workspace, 'plan.bin'));
      const show = (...more: string[]) => terraformSucceeds(workspace, 'show', ...more, 'plan.bin');
      expect(
        placesWith({
          configuration: readFileSync(join(workspace, 'cdk.tf.json')),
          HCL: Testing.synthHcl(stack),
          manifest: readFileSync(join(outdir, 'manifest.json')),
          'text of the plan': text,
          'plan file': Buffer.concat(unzip(plan).map(({ content }) => content)),
          'plan in JSON': show('-json'),
          'plan shown': show(),
        }),
      ).toStrictEqual(places);
    },
    120_000,
  );
});
