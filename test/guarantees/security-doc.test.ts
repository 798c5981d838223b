import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import { RegistryCredentials, SecretEnvironmentVariable, SessionIdentity, SessionPoolEnvironment, SessionSecret } from '../../lib';
import { WARNINGS } from '../../lib/validation/warnings';
import { container, interpreter, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { Configuration } from '../support/synth';
import { synthesize } from '../support/synth';

interface Row {
  readonly what: string;
  readonly path: string;
  readonly value: string;
}

const TEXT = readFileSync(join(__dirname, '..', '..', 'docs', 'security.md'), 'utf8');
const ROWS: Row[] = [...TEXT.matchAll(/^\| ([^|`]+) \| `([^`|]+)` \| `([^`|]+)` \| [^|]+ \|$/gm)].map(([, what, path, value]) => ({
  what,
  path,
  value,
}));

const IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const SUBNET = `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/subnet`;

function resourceOf(type: string, build: (stack: TerraformStack) => unknown): unknown {
  return Object.values(synthesize(stack => void build(stack)).resource.azapi_resource).find(resource =>
    resource.type.startsWith(`Microsoft.${type}@`),
  );
}

const poolOf = (build: (stack: TerraformStack) => unknown) => resourceOf('App/sessionPools', build);

function environmentOf(props: object): unknown {
  return resourceOf(
    'App/managedEnvironments',
    stack => new SessionPoolEnvironment(stack, 'environment', { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2', ...props }),
  );
}

function pulling(stack: TerraformStack): void {
  container(stack, {
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
      server: 'registry.azurecr.io',
      identityId: IDENTITY,
      identityPrincipalId: RESOURCE_GROUP_ID.split('/')[2],
      registryId: `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`,
    }),
  });
}

function withSecret(stack: TerraformStack): void {
  container(stack, { secretEnvironmentVariables: [SecretEnvironmentVariable.of('API_KEY', SessionSecret.ephemeral(stack, 'api-key'))] });
}

function variableOf({ variable }: Configuration): unknown {
  return variable.api_key;
}

/** What the first column of the tables stands for. */
const SUBJECTS: { readonly [what: string]: unknown[] } = {
  'every pool': [poolOf(stack => interpreter(stack)), poolOf(stack => container(stack))],
  'code interpreter pool': [poolOf(stack => interpreter(stack))],
  'custom container pool': [poolOf(stack => container(stack))],
  'pool that pulls with an identity': [poolOf(pulling)],
  'pool with an identity': [
    poolOf(stack => container(stack, { identities: [SessionIdentity.userAssigned(IDENTITY)] })),
    poolOf(stack => container(stack, { identities: [SessionIdentity.systemAssigned()] })),
  ],
  'pool with a secret': [poolOf(withSecret)],
  'pool with an MCP server': [poolOf(stack => interpreter(stack, { mcpServer: {} }))],
  'variable of a secret': [variableOf(synthesize(withSecret))],
  'AcrPull for an identity': [resourceOf('Authorization/roleAssignments', pulling)],
  environment: [environmentOf({})],
  'environment in a subnet': [environmentOf({ infrastructureSubnetId: SUBNET })],
};

function valueAt(subject: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as { [key: string]: unknown } | undefined)?.[key], subject);
}

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return [path];
  }
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`));
}

describe('docs/security.md', () => {
  test('has as many settings as rows that look like one', () => {
    const [settings] = TEXT.split('## What is refused');
    expect(ROWS).toHaveLength(settings.split('\n').filter(line => line.startsWith('| ') && line.includes('`')).length);
    expect(new Set(ROWS.map(({ what }) => what))).toStrictEqual(new Set(Object.keys(SUBJECTS)));
  });

  test.each(ROWS)('of $what: $path is $value', ({ what, path, value }) => {
    expect(SUBJECTS[what]).not.toContain(undefined);
    for (const subject of SUBJECTS[what]) {
      expect(valueAt(subject, path)).toStrictEqual(value === 'absent' ? undefined : JSON.parse(value));
    }
  });

  /** Settings that somebody has to give, or that guard nothing. */
  const NEUTRAL = [
    'containerType',
    'poolManagementType',
    'environmentId',
    'customContainerTemplate.containers[0].name',
    'customContainerTemplate.containers[0].image',
    'customContainerTemplate.containers[0].resources.cpu',
    'customContainerTemplate.containers[0].resources.memory',
    'customContainerTemplate.ingress.targetPort',
    'workloadProfiles[0].name',
    'workloadProfiles[0].workloadProfileType',
    'vnetConfiguration.infrastructureSubnetId',
  ].map(path => `body.properties.${path}`);

  test.each([
    ['code interpreter pool', 'every pool'],
    ['custom container pool', 'every pool'],
    ['environment'],
    ['environment in a subnet', 'environment'],
  ])('has every default of: %s', (what, ...others) => {
    const listed = ROWS.filter(row => [what, ...others].includes(row.what)).map(({ path }) => path);
    const [{ body }] = SUBJECTS[what] as Array<{ body: { properties: object } }>;
    expect(leavesOf(body.properties, 'body.properties').filter(path => ![...listed, ...NEUTRAL].includes(path))).toStrictEqual([]);
  });

  test('names warnings that exist', () => {
    const [, section] = TEXT.split('## What is refused');
    const named = [...section.split('##')[0].matchAll(/`([a-z-]+)`/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(5);
    expect(Object.keys(WARNINGS)).toEqual(expect.arrayContaining(named));
  });
});
