import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import { TerraformVariable } from 'cdktf';
import { AzapiProvider, AzapiResource, Principal, SecretEnvironmentVariable, SessionPoolEnvironment, SessionSecret } from '../../lib';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import { synthesize, synthesizeHcl } from '../support/synth';
import { describeWithProviders, temporaryDirectory, terraform } from '../support/terraform';

type Build = (stack: TerraformStack) => unknown;

const GUID = '11111111-1111-4111-8111-111111111111';
const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const withSecret: Build = stack =>
  container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('KEY', SessionSecret.ephemeral(stack, 'key'))] });

/** What needs which Terraform. */
const FEATURES: ReadonlyArray<[feature: string, version: string | undefined, build: Build]> = [
  [
    'a resource of azapi',
    undefined,
    stack =>
      new AzapiResource(stack, 'lock', { type: 'Microsoft.Authorization/locks@2020-05-01', name: 'keep', parentId: RESOURCE_GROUP_ID }),
  ],
  ['a pool, for its check', '1.5.0', stack => interpreter(stack)],
  [
    'an adopted environment',
    '1.5.0',
    stack => new SessionPoolEnvironment(stack, 'it', { ...PLACE, environmentName: 'env', adoptExisting: true }),
  ],
  [
    'an adopted grant whose ID is an expression',
    '1.6.0',
    stack => {
      const resourceGroupId = new TerraformVariable(stack, 'group', { type: 'string' }).stringValue;
      interpreter(stack, { resourceGroupId }).grants.execute(Principal.user(GUID), { adoptExisting: GUID });
    },
  ],
  ['a secret', '1.11.0', withSecret],
  ['a variable of a secret that nobody uses', '1.11.0', stack => SessionSecret.ephemeral(stack, 'key')],
  [
    'several of these, whatever comes last',
    '1.11.0',
    stack => [withSecret(stack), interpreter(stack, { adoptExisting: true, sessionPoolName: 'last' }, 'last')],
  ],
];

const withProvider = (build: Build) => (stack: TerraformStack) => {
  new AzapiProvider(stack, 'azapi');
  build(stack);
};

test.each(FEATURES)('%s requires Terraform %s, in JSON and in HCL', (_feature, version, build) => {
  expect(synthesize(withProvider(build)).terraform.required_version).toBe(version && `>= ${version}`);
  const required = [...synthesizeHcl(withProvider(build)).matchAll(/required_version = (.*)/g)].map(([, constraint]) => constraint);
  expect(required).toEqual(version ? [`">= ${version}"`] : []);
});

describeWithProviders(['azapi'], 'terraform', () => {
  test.each(FEATURES.slice(1, 2))('reads the version of %s from HCL', (_feature, version, build) => {
    const directory = temporaryDirectory();
    const hcl = synthesizeHcl(withProvider(build));
    writeFileSync(join(directory, 'main.tf'), hcl);
    expect(terraform(directory, 'init', '-input=false')).toMatchObject({ status: 0 });
    writeFileSync(join(directory, 'main.tf'), hcl.replace(`>= ${version}`, '>= 99.0.0'));
    expect(terraform(directory, 'validate').stderr).toContain('Unsupported Terraform Core version');
  });
});
