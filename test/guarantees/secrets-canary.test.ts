import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import type { AzapiResource, CustomContainerPool } from '../../lib';
import {
  AzapiProvider,
  EnvironmentLogs,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionPoolEnvironment,
  SessionSecret,
} from '../../lib';
import { container, ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../support/fixtures';
import { describeWithProviders, temporaryDirectory, terraform, terraformSucceeds } from '../support/terraform';
import { unzip } from '../support/zip';

const CANARIES = { api_key: 'canary7Qx2apikey', registry: 'canary7Qx2registry', log_key: 'canary7Qx2logkey' };
const VARIABLES = Object.entries(CANARIES).map(([name, value]) => `-var=${name}=${value}`);

type SecretOf = (stack: TerraformStack, name: string) => SessionSecret;

const ephemeral: SecretOf = (stack, name) => SessionSecret.ephemeral(stack, name);

const sensitive: SecretOf = (stack, name) => {
  const variable = new TerraformVariable(stack, `variable-${name}`, { type: 'string', sensitive: true });
  variable.overrideLogicalId(name.replace('-', '_'));
  return SessionSecret.fromVariable(name, variable);
};

/** Synthesizes a pool and an environment with the secrets into a directory, as the CLI does. */
function synthesizeInto(outdir: string, secretOf: SecretOf, change: (pool: CustomContainerPool) => void = () => {}): void {
  const app = Testing.stubVersion(new App({ outdir }));
  const stack = new TerraformStack(app, 'stack');
  new AzapiProvider(stack, 'azapi', {
    useCli: false,
    tenantId: ENVIRONMENT_ID.split('/')[2],
    clientId: ENVIRONMENT_ID.split('/')[2],
    clientSecret: 'x',
  });
  change(
    container(stack, {
      apiVersion: '2026-01-01',
      environment: new SessionPoolEnvironment(stack, 'environment', {
        resourceGroupId: RESOURCE_GROUP_ID,
        location: 'westus2',
        logs: EnvironmentLogs.logAnalytics({ customerId: ENVIRONMENT_ID.split('/')[2], sharedKey: secretOf(stack, 'log-key').value }),
      }),
      secretEnvironmentVariables: [SecretEnvironmentVariable.of('API_KEY', secretOf(stack, 'api-key'))],
      registryCredentials: RegistryCredentials.fromUsernamePassword({
        server: 'registry.azurecr.io',
        username: 'u',
        password: secretOf(stack, 'registry'),
      }),
    }),
  );
  app.synth();
}

/** Where the canaries are found, as text, in base64 or in hexadecimal digits. */
function canariesIn(places: { [place: string]: Buffer | string }): string[] {
  return Object.entries(places).flatMap(([place, content]) => {
    const text = content.toString('latin1');
    return Object.entries(CANARIES)
      .filter(([, value]) =>
        [value, Buffer.from(value).toString('base64').replace(/=+$/, ''), Buffer.from(value).toString('hex')].some(each =>
          text.includes(each),
        ),
      )
      .map(([name]) => `${place}: ${name}`);
  });
}

describeWithProviders(['azapi'], 'the value of a secret', () => {
  const outdir = temporaryDirectory();
  const directory = temporaryDirectory();

  /** Everything that is written down or printed on the way to a plan. */
  function traces(secretOf: SecretOf): { [place: string]: Buffer | string } {
    synthesizeInto(outdir, secretOf);
    copyFileSync(join(outdir, 'stacks', 'stack', 'cdk.tf.json'), join(directory, 'cdk.tf.json'));
    terraformSucceeds(directory, 'init', '-input=false');
    const text = terraformSucceeds(directory, 'plan', '-input=false', '-out=plan.bin', ...VARIABLES);
    const files = unzip(readFileSync(join(directory, 'plan.bin'))).map(({ content }) => content);
    expect(files.some(file => file.includes('Microsoft.App/sessionPools'))).toBe(true);
    return {
      configuration: readFileSync(join(directory, 'cdk.tf.json')),
      manifest: readFileSync(join(outdir, 'manifest.json')),
      'text of the plan': text,
      'plan file': Buffer.concat([readFileSync(join(directory, 'plan.bin')), ...files]),
      'plan in JSON': terraformSucceeds(directory, 'show', '-json', 'plan.bin'),
      'plan shown': terraformSucceeds(directory, 'show', 'plan.bin'),
    };
  }

  test('that an ephemeral variable has is in nothing that is written or printed', () => {
    expect(canariesIn(traces(ephemeral))).toStrictEqual([]);
  });

  test('that another sensitive variable has is in the plan file: the search does find it', () => {
    const found = canariesIn(traces(sensitive));
    expect(found).toEqual(
      expect.arrayContaining(['plan file: api_key', 'plan file: registry', 'plan file: log_key', 'plan in JSON: api_key']),
    );
    expect(found.filter(place => /^(configuration|manifest|text of the plan|plan shown)/.test(place))).toStrictEqual([]);
  });

  const MISTAKES: Array<[string, (resource: AzapiResource) => void, string]> = [
    ['an unknown property', resource => resource.addOverride('body.properties.unknown', 1), 'unknown'],
    [
      'an unknown property beside the secret',
      resource => resource.addOverride('sensitive_body.properties.secrets.0.unknown', 1),
      'unknown',
    ],
    [
      'a value of another type',
      resource => resource.addOverride('sensitive_body.properties.secrets.0.value', ['${var.api_key}']),
      'secrets',
    ],
    [
      'a failed precondition',
      resource =>
        resource.addOverride('lifecycle.precondition', [{ condition: '${var.api_key == ""}', error_message: 'refused on purpose' }]),
      'refused on purpose',
    ],
  ];

  test.each(MISTAKES)(
    'is in no error message of a plan with %s',
    (_title, mistake, mentioned) => {
      synthesizeInto(outdir, ephemeral, pool => mistake(pool.node.defaultChild as AzapiResource));
      copyFileSync(join(outdir, 'stacks', 'stack', 'cdk.tf.json'), join(directory, 'cdk.tf.json'));
      const { status, stdout, stderr } = terraform(directory, 'plan', '-input=false', ...VARIABLES);
      expect(status).toBe(1);
      expect(stderr).toContain(mentioned);
      expect(canariesIn({ output: stdout, errors: stderr })).toStrictEqual([]);
    },
    60_000,
  );
});
