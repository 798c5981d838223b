import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { App, Fn, Lazy, TerraformLocal, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  AzapiProvider,
  EnvironmentLogs,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import { container, ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { CANARY } from '../support/secret-values';
import { warningsOf } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraformSucceeds } from '../support/terraform';
import { unzip } from '../support/zip';

const GUID = ENVIRONMENT_ID.split('/')[2];

type ValueOf = (stack: TerraformStack, id: string) => string;

const variable = (stack: TerraformStack, id: string, config: object = {}) =>
  new TerraformVariable(stack, id, { type: 'string', sensitive: true, ...config });
const local = (scope: Construct, value: string) => new TerraformLocal(scope, 'local', value).asString;
const ephemeral: ValueOf = (stack, id) => SessionSecret.ephemeral(stack, id).value;
const token = (value: unknown) => Token.asString({ resolve: () => value, creationStack: [], toString: () => '', toJSON: () => '' });

/** Where the value is a canary in the program or in the default of a variable; synthesis refuses all of them. */
const LITERALS: Array<[source: string, value: ValueOf]> = [
  ['a literal', () => CANARY],
  ['a variable with a default', (stack, id) => variable(stack, id, { default: CANARY }).stringValue],
  ['a local', stack => local(stack, CANARY)],
  ['a local of a variable with a default', (stack, id) => local(stack, variable(stack, id, { default: CANARY }).stringValue)],
  ['a function', () => Fn.join('', [CANARY, ''])],
  ['a function that hides it', () => Fn.base64encode(CANARY)],
  ['a function of a lazy', () => Fn.base64encode(Lazy.stringValue({ produce: () => CANARY }))],
  ['raw text', () => Token.asString(Fn.rawString(CANARY))],
  ['a lazy', () => Lazy.stringValue({ produce: () => CANARY })],
  ['a token', () => token(CANARY)],
  ['a token of a token', () => token(token(CANARY))],
];

/** Where another stack has the value, which has no canary in the program. */
const OTHER_STACKS: Array<[source: string, value: ValueOf]> = [
  ['a sensitive variable of another stack', (stack, id) => variable(new TerraformStack(stack.node.root, 'other'), id).stringValue],
  ['an ephemeral secret of another stack', (stack, id) => ephemeral(new TerraformStack(stack.node.root, 'other'), id)],
];

const SAVED = ['plan file', 'plan in JSON'];

/** What is accepted, and what the value is then found in. */
const ACCEPTED: Array<[source: string, value: ValueOf, places: string[]]> = [
  ['an ephemeral secret', ephemeral, []],
  ['a local of an ephemeral secret', (stack, id) => local(new Construct(stack, `in-${id}`), ephemeral(stack, id)), []],
  ['a function of an ephemeral secret', (stack, id) => Fn.trimspace(ephemeral(stack, id)), []],
  ['a sensitive variable', (stack, id) => variable(stack, id).stringValue, SAVED],
  ['a local of a sensitive variable', (stack, id) => local(new Construct(stack, `in-${id}`), variable(stack, id).stringValue), SAVED],
];

interface Factory {
  readonly make: (value: string) => object;
  readonly use: (stack: TerraformStack, made: never, id: string) => unknown;
}

const useSecret = (stack: TerraformStack, secret: SessionSecret, id: string) => container(stack, { secrets: [secret] }, id);

const FACTORIES: { readonly [name: string]: Factory } = {
  'SessionSecret.fromToken': { make: value => SessionSecret.fromToken('a', value), use: useSecret },
  'SessionSecret.fromVariable': {
    make: value => SessionSecret.fromVariable('a', { stringValue: value } as TerraformVariable),
    use: useSecret,
  },
  'SecretEnvironmentVariable.of': {
    make: value => SecretEnvironmentVariable.of('A', SessionSecret.fromToken('a', value)),
    use: (stack, secret: SecretEnvironmentVariable, id) => container(stack, { secretEnvironmentVariables: [secret] }, id),
  },
  addSecretEnvironmentVariable: {
    make: value => SessionSecret.fromToken('a', value),
    use: (stack, secret: SessionSecret, id) => container(stack, {}, id).addSecretEnvironmentVariable('A', secret),
  },
  'RegistryCredentials.fromUsernamePassword': {
    make: value =>
      RegistryCredentials.fromUsernamePassword({
        server: 'registry.azurecr.io',
        username: 'u',
        password: SessionSecret.fromToken('a', value),
      }),
    use: (stack, registryCredentials: RegistryCredentials, id) => container(stack, { registryCredentials }, id),
  },
  'EnvironmentLogs.logAnalytics': {
    make: value => EnvironmentLogs.logAnalytics({ customerId: GUID, sharedKey: value }),
    use: (stack, logs: EnvironmentLogs, id) =>
      new SessionPoolEnvironment(stack, id, { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', logs }),
  },
};
const NAMES = Object.keys(FACTORIES);

/** Where a canary is, as text, in base64 or in hexadecimal digits. */
function placesWith(artefacts: { readonly [place: string]: Buffer | string }, canary = CANARY): string[] {
  const bytes = Buffer.from(canary);
  const forms = [canary, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')];
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

/** An object as it is printed and logged. */
function printed(object: object): { [form: string]: string } {
  return { toString: String(object), JSON: JSON.stringify(object), inspect: inspect(object, { depth: 9 }) };
}

interface Attempt {
  readonly app: App;
  readonly stack: TerraformStack;
  readonly outdir: string;
}

function start(): Attempt {
  const outdir = temporaryDirectory();
  const app = Testing.stubVersion(new App({ outdir }));
  const stack = new TerraformStack(app, 'stack');
  new AzapiProvider(stack, 'azapi', { useCli: false, tenantId: GUID, clientId: GUID, clientSecret: 'x' });
  return { app, stack, outdir };
}

function errorOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return `${String(error)}\n${inspect(error)}`;
  }
}

const SYNTHESES: Array<[string, (attempt: Attempt) => unknown]> = [
  ['app.synth', ({ app }) => app.synth()],
  ['app.synth without validation', ({ app }) => (Object.assign(app, { skipValidation: true }), app.synth())],
  ['app.synth to HCL', ({ app }) => (Object.assign(app, { hclOutput: true }), app.synth())],
  ['Testing.synth', ({ stack }) => Testing.synth(stack)],
  ['Testing.synthHcl', ({ stack }) => Testing.synthHcl(stack)],
  ['Testing.fullSynth', ({ stack }) => Testing.fullSynth(stack)],
];

const counts = { refused: 0, printed: 0, accepted: 0 };

afterAll(() =>
  process.stdout.write(
    `secrets refused: ${counts.refused}, objects printed without them: ${counts.printed}, values from outside followed: ${counts.accepted}\n`,
  ),
);

describe.each(NAMES)('%s', name => {
  const { make, use } = FACTORIES[name];

  describe.each([...LITERALS, ...OTHER_STACKS])('with %s', (_source, value) => {
    test.each(SYNTHESES)('is refused by %s, and the value is nowhere', (_synthesis, synthesize) => {
      const attempt = start();
      const error = errorOf(() => {
        use(attempt.stack, make(value(attempt.stack, 'given')) as never, 'pool');
        synthesize(attempt);
      });
      expect(error).toMatch(/stack\/pool'?\]? [^]*must come from/);
      expect(placesWith({ error, warnings: warningsOf(attempt.stack).join(), ...filesIn(attempt.outdir) })).toStrictEqual([]);
      counts.refused++;
    });

    test('prints no value', () => {
      const made = make(value(start().stack, 'given'));
      expect(placesWith(printed(made))).toStrictEqual([]);
      expect(inspect(made)).toMatch(/^\w+ \{/);
      counts.printed++;
    });
  });
});

test('the search finds what is plain', () => {
  const { app, stack, outdir } = start();
  container(stack, { environmentVariables: { A: CANARY }, tags: { a: Buffer.from(CANARY).toString('base64') } });
  app.synth();
  expect(placesWith({ ...printed({ a: CANARY }), ...filesIn(outdir) })).toStrictEqual([
    'JSON',
    'inspect',
    join(outdir, 'stacks', 'stack', 'cdk.tf.json'),
  ]);
});

describeWithProviders(['azapi'], 'a value from outside', () => {
  test.each(ACCEPTED)(
    'that %s gives is where it is said to be',
    (_source, value, places) => {
      const { app, stack, outdir } = start();
      const canaries = NAMES.map((_, index) => `${CANARY}f${index}`);
      NAMES.forEach((name, index) =>
        FACTORIES[name].use(stack, FACTORIES[name].make(value(stack, `given${index}`)) as never, `pool${index}`),
      );
      app.synth();
      const workspace = join(outdir, 'stacks', 'stack');
      terraformSucceeds(workspace, 'init', '-input=false');
      const variables = canaries.map((canary, index) => `-var=given${index}=${canary}`);
      const text = terraformSucceeds(workspace, 'plan', '-input=false', '-out=plan.bin', ...variables);
      const plan = readFileSync(join(workspace, 'plan.bin'));
      const show = (...more: string[]) => terraformSucceeds(workspace, 'show', ...more, 'plan.bin');
      const artefacts = {
        configuration: readFileSync(join(workspace, 'cdk.tf.json')),
        HCL: Testing.synthHcl(stack),
        manifest: readFileSync(join(outdir, 'manifest.json')),
        'text of the plan': text,
        'plan file': Buffer.concat(unzip(plan).map(({ content }) => content)),
        'plan in JSON': show('-json'),
        'plan shown': show(),
      };
      expect(canaries.map(canary => placesWith(artefacts, canary))).toStrictEqual(NAMES.map(() => places));
      counts.accepted += NAMES.length;
    },
    240_000,
  );
});
