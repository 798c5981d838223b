import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import { TerraformVariable } from 'cdktf';
import {
  AzapiProvider,
  CodeInterpreterPoolFleet,
  RegistryCredentials,
  SessionIdentity,
  SessionPoolEnvironment,
  SessionPoolQueryPack,
  SessionSecret,
} from '../../lib';
import { container, environment, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { synthesize } from '../support/synth';
import { temporaryDirectory, terraform } from '../support/terraform';

interface Check {
  readonly condition: string;
  readonly error_message: string;
}

type Build = (stack: TerraformStack, token: string) => unknown;

/** The preconditions of the resource whose name begins with `it`, or of the only one. */
function checksOf(build: Build): Check[] {
  const { resource } = synthesize(stack => void build(stack, new TerraformVariable(stack, 'x', { type: 'string' }).stringValue));
  const resources = Object.entries(resource.azapi_resource) as Array<[string, SynthesizedResource]>;
  const [, found] = resources.find(([id]) => id.startsWith('it')) ?? resources[0];
  return ((found.lifecycle as { precondition?: Check[] } | undefined)?.precondition ?? []).filter(({ condition }) =>
    condition.includes('var.x'),
  );
}

const place = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const ID = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-größe';
const HIDDEN = 'text that is not shown, as it may hold a secret';

/** Where a text can be a token: what Terraform accepts and refuses, and with which message. */
const CHECKED: Array<[string, Build, accepted: string[], refused: string[], message: (got: string) => string]> = [
  [
    'the name of a pool',
    (stack, sessionPoolName) => interpreter(stack, { sessionPoolName }),
    ['abc', 'a-b', 'a'.repeat(63)],
    ['ab', 'A-b', 'a--b', 'a-', '1ab', 'a'.repeat(64)],
    got => `sessionPoolName must be 3 to 63 lower-case letters, digits and single hyphens, a letter first and no hyphen last, got '${got}'`,
  ],
  [
    'the network status',
    (stack, networkStatus) => interpreter(stack, { networkStatus: networkStatus as never }),
    ['EgressDisabled', 'EgressEnabled'],
    ['egressDisabled', 'Off', ''],
    got => `networkStatus must be 'EgressDisabled' or 'EgressEnabled', got '${got}'`,
  ],
  [
    'the region',
    (stack, location) => interpreter(stack, { location }),
    ['westus2', 'West US 2', 'North Central US (Stage)'],
    ['', 'west-us', '2west'],
    got => `location must be a region such as 'westus2' or 'West US 2', got '${got}'`,
  ],
  [
    'the resource group',
    (stack, resourceGroupId) => interpreter(stack, { resourceGroupId }),
    [RESOURCE_GROUP_ID, RESOURCE_GROUP_ID.toUpperCase(), ID],
    ['rg', `${ID}.`, `${ID}/`],
    got => `resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got '${got}'`,
  ],
  [
    'the API version',
    (stack, apiVersion) => interpreter(stack, { apiVersion }),
    ['2026-01-01', '2025-10-02-preview'],
    ['latest', '2026-1-1'],
    got => `apiVersion must have the form '2026-01-01' or '2026-01-01-preview', got '${got}'`,
  ],
  [
    'a timeout',
    (stack, create) => interpreter(stack, { timeouts: { create } }),
    ['90s', '1h30m', '.5h', '1500000us'],
    ['0m', '90', 'PT30M'],
    got => `timeouts.create must be a duration such as '90s', '30m' or '1h30m', got '${got}'`,
  ],
  [
    'the value of a tag',
    (stack, value) => interpreter(stack, { tags: { 'a${b}': value } }),
    ['', 'x\ny', 'x'.repeat(256)],
    ['x'.repeat(257)],
    got => `tags['a\${b}'] must have at most 256 characters, got '${got}'`,
  ],
  [
    'the memory',
    (stack, memory) => container(stack, { memory }),
    ['0.5Gi', '512Mi'],
    ['0Gi', '0.5', '1GB'],
    got => `memory must be an amount above 0 in Gi or Mi, such as '0.5Gi', got '${got}'`,
  ],
  [
    'an identity',
    (stack, id) => container(stack, { identities: [SessionIdentity.userAssigned(id)] }),
    [`${ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`],
    [ID, 'i'],
    got =>
      "identities[0] must have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>', " +
      `got '${got}'`,
  ],
  [
    'the name of a secret',
    (stack, name) => container(stack, { secrets: [SessionSecret.fromToken(name, new TerraformVariable(stack, 'v', {}).stringValue)] }),
    ['a', 'api-key', 'a'.repeat(253)],
    ['API', 'a-', 'a'.repeat(254)],
    got => `the name of secrets[0] must be 1 to 253 lower-case letters, digits and '-', a letter or digit first and last, got '${got}'`,
  ],
  [
    'the registry',
    (stack, server) => container(stack, { registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server }) }),
    ['registry.azurecr.io', 'localhost:5000', '[::1]:5000'],
    ['user:password@registry.io', 'https://registry.io'],
    () => `registryCredentials.server must be the host of a registry such as 'myregistry.azurecr.io', got ${HIDDEN}`,
  ],
  [
    'the environment of a pool',
    (stack, id) => container(stack, { environment: SessionPoolEnvironment.fromEnvironmentId(stack, 'environment', id) }),
    [`${ID}/providers/Microsoft.App/managedEnvironments/env`],
    [ID],
    got =>
      "environment.environmentId must have the form '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>', " +
      `got '${got}'`,
  ],
  [
    'the name of an environment',
    (stack, environmentName) => new SessionPoolEnvironment(stack, 'it', { ...place, environmentName }),
    ['ab', 'A-b'],
    ['a', 'a--b', 'a'.repeat(61)],
    got => `environmentName must be 2 to 60 letters, digits and single hyphens, a letter first and no hyphen last, got '${got}'`,
  ],
  [
    'the region of a query pack',
    (stack, location) => new SessionPoolQueryPack(stack, 'it', { ...place, location }),
    ['westus2'],
    ['west-us'],
    got => `location must be a region such as 'westus2' or 'West US 2', got '${got}'`,
  ],
  [
    'the name of an alert',
    (stack, alertName) => interpreter(stack).metrics.alertWhenPending(stack, 'it', { alertName }),
    ['a b', 'x'.repeat(260)],
    ['a ', 'a.', 'a/b', 'x'.repeat(261)],
    got => `alertName must have 1 to 260 characters without # < > % & : \\ ? /, and no space or dot last, got '${got}'`,
  ],
  [
    'the resource group of an alert',
    (stack, resourceGroupId) => interpreter(stack).metrics.alertWhenPending(stack, 'it', { resourceGroupId }),
    [ID],
    ['rg'],
    got => `resourceGroupId must have the form '/subscriptions/<id>/resourceGroups/<name>', got '${got}'`,
  ],
];

/** The conditions and messages for every text of a row, as resources that need no provider. */
function planned(): string {
  const directory = temporaryDirectory();
  const resources = CHECKED.map(([, build, accepted, refused], index) => {
    const precondition = JSON.parse(JSON.stringify(checksOf(build)).replaceAll('var.x', 'each.value')) as Check[];
    expect(precondition).toHaveLength(1);
    const for_each = `\${toset(jsondecode(file("texts-${index}.json")))}`;
    writeFileSync(join(directory, `texts-${index}.json`), JSON.stringify([...accepted, ...refused]));
    return [`row${index}`, { for_each, lifecycle: { precondition } }];
  });
  writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ resource: { terraform_data: Object.fromEntries(resources) } }));
  const { status, stderr } = terraform(directory, 'plan', '-input=false');
  expect(status).toBe(1);
  return stderr.replace(/\n[│ ]*/g, ' ').replace(/\s+/g, ' ');
}

describe('terraform', () => {
  let output: string;

  beforeAll(() => (output = planned()));

  test.each(CHECKED)('refuses %s with its message', (_, _build, _accepted, refused, message) => {
    expect(refused.map(message).filter(text => !output.includes(text))).toEqual([]);
  });

  test('accepts all others', () => {
    const refused = CHECKED.flatMap(([, , , texts]) => texts).length;
    expect(output.match(/Error: Resource precondition failed/g)).toHaveLength(refused);
  });
});

test('text around a token is checked together with it', () => {
  const [{ condition, error_message: message }] = checksOf((stack, x) => interpreter(stack, { sessionPoolName: `pool-${x}` }));
  expect(condition).toBe('${can(regex("^[a-z](?:-?[a-z0-9])+$", "pool-${var.x}")) && can(regex("^.{3,63}$", "pool-${var.x}"))}');
  expect(message).toContain('got \'${"pool-${var.x}"}\'');
});

test('a name that is a token is checked, and the schema of azapi is applied where it has no hyphen', () => {
  const { resource } = synthesize(stack => {
    interpreter(stack, { sessionPoolName: new TerraformVariable(stack, 'x', { type: 'string' }).stringValue });
  });
  const [pool] = Object.values(resource.azapi_resource) as Array<SynthesizedResource & { lifecycle: { precondition: Check[] } }>;
  expect(pool.schema_validation_enabled).toBe('${!strcontains("${var.x}", "-")}');
  expect(pool.lifecycle.precondition).toHaveLength(1);
});

test('the ID of an environment that this library defines adds no check to the pool', () => {
  const { resource } = synthesize(stack => {
    container(stack, { environment: new SessionPoolEnvironment(stack, 'it', place) });
  });
  expect(JSON.stringify(resource.azapi_resource)).not.toContain('precondition');
});

test('the default resource group of an alert adds no check', () => {
  expect(checksOf((stack, description) => interpreter(stack).metrics.alertWhenPending(stack, 'it', { description }))).toEqual([]);
});

test('a pool of literals has no checks', () => {
  const { resource } = synthesize(stack => {
    new AzapiProvider(stack, 'azapi');
    container(stack, { environment: environment(stack) });
    new CodeInterpreterPoolFleet(stack, 'fleet', { resourceGroupId: RESOURCE_GROUP_ID, sessions: 1, locations: ['westus2'] });
  });
  expect(JSON.stringify(resource.azapi_resource)).not.toContain('precondition');
});
