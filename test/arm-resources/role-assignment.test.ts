import { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { TerraformStack, TerraformVariable } from 'cdktf';
import type { CustomContainerPoolProps, UserAssignedIdentityRegistryOptions } from '../../lib';
import { AzapiProvider, AzapiResource, ImagePullGrant, ImagePullRole, RegistryCredentials } from '../../lib';
import { failuresOf } from '../support/failures';
import { BROKEN_CONNECTION, container, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, testApp, warningsOf } from '../support/synth';

const IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const REGISTRY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const ACR_PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

function credentials(identityPrincipalId = PRINCIPAL, registryId = REGISTRY, server = 'registry.azurecr.io'): RegistryCredentials {
  return RegistryCredentials.fromUserAssignedIdentity({
    server,
    identityId: IDENTITY,
    identityPrincipalId,
    registryId,
  });
}

function ofType(stack: TerraformStack, type: string): Array<[string, SynthesizedResource]> {
  return Object.entries(parse(stack).resource.azapi_resource).filter(([, resource]) => resource.type.startsWith(`${type}@`));
}

function assignmentsFor(...pools: Array<Partial<CustomContainerPoolProps>>): Array<[string, SynthesizedResource]> {
  const stack = new TerraformStack(testApp(), 'stack');
  pools.forEach((props, index) => container(stack, props, `pool${index}`));
  return ofType(stack, 'Microsoft.Authorization/roleAssignments');
}

describe('AcrPull', () => {
  test('is granted to the identity that pulls, under a name that follows from scope, principal and role', () => {
    const [[id, { '//': metadata, ...assignment }], ...others] = assignmentsFor({ registryCredentials: credentials() });
    expect(others).toStrictEqual([]);
    expect(id).toBe('SessionPools_AcrPull_registry_puller');
    expect(assignment).toStrictEqual({
      type: 'Microsoft.Authorization/roleAssignments@2022-04-01',
      name: `\${uuidv5("oid", join("|", ["${REGISTRY}", "${PRINCIPAL}", "${ACR_PULL}"]))}`,
      parent_id: REGISTRY,
      body: {
        properties: {
          principalId: PRINCIPAL,
          principalType: 'ServicePrincipal',
          roleDefinitionId: `/subscriptions/\${split("/", "${REGISTRY}")[2]}/providers/Microsoft.Authorization/roleDefinitions/${ACR_PULL}`,
        },
      },
      response_export_values: [],
      ignore_casing: true,
      retry: { error_message_regex: ['PrincipalNotFound', BROKEN_CONNECTION] },
    });
  });

  test('is there before the pool, beside what the pool waits for anyway', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const provider = new AzapiProvider(stack, 'azapi', { alias: 'other' });
    const before = new UserAssignedIdentity(stack, 'before', { name: 'before', resourceGroupName: 'rg', location: 'westus2' });
    container(stack, { registryCredentials: credentials(), dependsOn: [before], provider });
    const [[id, assignment]] = ofType(stack, 'Microsoft.Authorization/roleAssignments');
    const [[, pool]] = ofType(stack, 'Microsoft.App/sessionPools');
    expect(pool.depends_on).toStrictEqual(['azurerm_user_assigned_identity.before', `azapi_resource.${id}`]);
    expect(assignment.provider).toBe('azapi.other');
  });

  const NONE: Array<[string, RegistryCredentials | undefined]> = [
    ['there are no credentials', undefined],
    ['only the identity is known', RegistryCredentials.fromUserAssignedIdentity({ server: 'registry.azurecr.io', identityId: IDENTITY })],
    ['the pool pulls with its own identity', RegistryCredentials.fromSystemAssignedIdentity({ server: 'registry.azurecr.io' })],
  ];

  test.each(NONE)('is not granted where %s', (_title, registryCredentials) => {
    expect(assignmentsFor({ registryCredentials })).toStrictEqual([]);
  });

  const OTHER = '99999999-2222-3333-4444-555555555555';
  const COUNTS: Array<[string, number, RegistryCredentials[]]> = [
    ['the same identity and registry', 1, [credentials(), credentials()]],
    ['ids that differ by casing only', 1, [credentials(), credentials(PRINCIPAL.toUpperCase(), REGISTRY.toUpperCase())]],
    ['another identity', 2, [credentials(), credentials(OTHER)]],
    ['another registry', 2, [credentials(), credentials(PRINCIPAL, `${REGISTRY}2`, 'registry2.azurecr.io')]],
  ];

  test.each(COUNTS)('for pools with %s is granted %d times', (_title, count, all) => {
    const assignments = assignmentsFor(...all.map(registryCredentials => ({ registryCredentials })));
    expect(assignments).toHaveLength(count);
    expect(new Set(assignments.map(([, { name }]) => name)).size).toBe(count);
  });

  test('keeps its address and gets another name when the principal changes, so that it is replaced', () => {
    const [[[id, { name }]], [[otherId, { name: otherName }]]] = [PRINCIPAL, OTHER].map(each =>
      assignmentsFor({ registryCredentials: credentials(each) }),
    );
    expect(otherId).toBe(id);
    expect(otherName).not.toBe(name);
  });

  const otherIdentity = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/other`;
  const named = (options: Partial<UserAssignedIdentityRegistryOptions>) =>
    RegistryCredentials.fromUserAssignedIdentity({
      server: 'registry.azurecr.io',
      identityId: IDENTITY,
      identityPrincipalId: PRINCIPAL,
      registryId: REGISTRY,
      ...options,
    });
  const addressesFor = (...all: RegistryCredentials[]) =>
    assignmentsFor(...all.map(registryCredentials => ({ registryCredentials }))).map(([id]) => id);

  test('has an address made of the names of registry and identity, whatever pools there are', () => {
    const [one, other] = [named({}), named({ identityId: otherIdentity, identityPrincipalId: OTHER })];
    expect(addressesFor(one, other)).toStrictEqual(['SessionPools_AcrPull_registry_other', 'SessionPools_AcrPull_registry_puller']);
    expect(addressesFor(other, one)).toStrictEqual(addressesFor(one, other));
    expect(addressesFor(other)).toStrictEqual(['SessionPools_AcrPull_registry_other']);
  });

  test.each<[string, (stack: TerraformStack) => RegistryCredentials]>([
    ['literals', () => named({})],
    ['literals in other casing', () => named({ registryId: REGISTRY.toUpperCase(), identityId: IDENTITY.toUpperCase() })],
    ['references', stack => withResources(stack)],
    [
      'a variable for the principal',
      stack => named({ identityPrincipalId: new TerraformVariable(stack, 'principal', { type: 'string' }).stringValue }),
    ],
    [
      'text with a variable for the resource group',
      stack => {
        const group = new TerraformVariable(stack, 'group', { type: 'string' }).stringValue;
        return named({ registryId: `${group}/providers/Microsoft.ContainerRegistry/registries/registry` });
      },
    ],
  ])('has the same address for %s', (_title, make) => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: make(stack) });
    expect(ofType(stack, 'Microsoft.Authorization/roleAssignments').map(([id]) => id)).toStrictEqual([
      'SessionPools_AcrPull_registry_puller',
    ]);
  });

  test.each<[string, string, (stack: TerraformStack) => RegistryCredentials]>([
    ['SessionPools_AcrPull_shared', 'an id', () => named({ pullGrant: ImagePullGrant.assign({ id: 'shared' }) })],
    [
      'SessionPools_AcrPull_shared',
      'an id and variables',
      stack => {
        const value = new TerraformVariable(stack, 'value', { type: 'string' }).stringValue;
        return named({ registryId: value, identityId: value, pullGrant: ImagePullGrant.assign({ id: 'shared' }) });
      },
    ],
    [
      'SessionPools_AcrPull_var-registry-id_puller',
      'a variable for the registry',
      stack => named({ registryId: new TerraformVariable(stack, 'registry_id', { type: 'string' }).stringValue }),
    ],
  ])('has the address %s for %s', (address, _title, make) => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: make(stack) });
    expect(ofType(stack, 'Microsoft.Authorization/roleAssignments').map(([id]) => id)).toStrictEqual([address]);
  });

  test('leaves the logical IDs of the resources that it looks at open for overrides', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const bystander = new UserAssignedIdentity(stack, 'bystander', { name: 'bystander', resourceGroupName: 'rg', location: 'westus2' });
    container(stack, { registryCredentials: withResources(stack) });
    bystander.overrideLogicalId('renamed');
    expect(Object.keys(parse(stack).resource.azurerm_user_assigned_identity)).toStrictEqual(['renamed', 'the-puller']);
  });

  test('warns of another registry or identity of the same name, which makes its address depend on the others', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: credentials() }, 'one');
    const pool = container(stack, { registryCredentials: credentials(OTHER) }, 'other');
    expect(ofType(stack, 'Microsoft.Authorization/roleAssignments').map(([id]) => id)).toStrictEqual([
      'SessionPools_AcrPull_registry_puller',
      expect.stringMatching(/^SessionPools_AcrPull_registry_puller_[0-9a-f]{8}$/),
    ]);
    expect(warningsOf(pool).filter(warning => warning.includes('pull-grant-address'))).toStrictEqual([
      '[pull-grant-address] the stack grants the role on another registry or to another identity of the same name: give each pullGrant an id, ' +
        "ImagePullGrant.assign({ id: 'one' }), so that its address in Terraform does not depend on the others",
    ]);
  });

  describe('and the role', () => {
    const ABAC = { roleAssignmentMode: 'AbacRepositoryPermissions' };
    const READER = 'b93aa761-3e63-49ed-ac28-beffa264f7ac';
    const azapiRegistry = (stack: TerraformStack, properties: object) =>
      new AzapiResource(stack, 'registry', {
        type: 'Microsoft.ContainerRegistry/registries@2025-11-01',
        name: 'registry',
        parentId: RESOURCE_GROUP_ID,
        body: { properties },
      }).id;

    test.each<[string, string, (stack: TerraformStack) => RegistryCredentials]>([
      ['AcrPull', 'nothing is known', () => named({})],
      ['AcrPull', 'the registry has no mode', stack => named({ registryId: azapiRegistry(stack, {}) })],
      [
        'AcrPull',
        'the registry is in the other mode',
        stack => named({ registryId: azapiRegistry(stack, { roleAssignmentMode: 'LegacyRegistryPermissions' }) }),
      ],
      [
        'AcrPull',
        'the mode is an expression',
        stack => {
          const mode = new TerraformVariable(stack, 'mode', { type: 'string' }).stringValue;
          return named({ registryId: azapiRegistry(stack, { roleAssignmentMode: mode }) });
        },
      ],
      ['RepositoryReader', 'the registry is in ABAC mode', stack => named({ registryId: azapiRegistry(stack, ABAC) })],
      [
        'RepositoryReader',
        'a registry of azurerm is in ABAC mode',
        stack => {
          const registry = new ContainerRegistry(stack, 'registry', {
            name: 'registry',
            sku: 'Basic',
            resourceGroupName: 'rg',
            location: 'westus2',
          });
          registry.addOverride('role_assignment_mode', 'AbacRepositoryPermissions');
          return named({ registryId: registry.id });
        },
      ],
      ['RepositoryReader', 'it is given', () => named({ pullGrant: ImagePullGrant.assign({ role: ImagePullRole.REPOSITORY_READER }) })],
      [
        'AcrPull',
        'it is given, whatever the mode',
        stack => named({ registryId: azapiRegistry(stack, ABAC), pullGrant: ImagePullGrant.assign({ role: ImagePullRole.ACR_PULL }) }),
      ],
    ])('is %s where %s', (role, _title, make) => {
      const stack = new TerraformStack(testApp(), 'stack');
      container(stack, { registryCredentials: make(stack) });
      const [[id, { body }]] = ofType(stack, 'Microsoft.Authorization/roleAssignments');
      expect(id).toBe(`SessionPools_${role}_registry_puller`);
      expect(body.properties.roleDefinitionId).toMatch(new RegExp(`/roleDefinitions/${role === 'AcrPull' ? ACR_PULL : READER}$`));
    });
  });

  test('that exists already is imported, and kept from being destroyed', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const pullGrant = ImagePullGrant.assign({ adoptExisting: OTHER, preventDestroy: true });
    container(stack, { registryCredentials: named({ pullGrant }) });
    const { import: imports, terraform } = parse(stack);
    const [[, { name, lifecycle }]] = ofType(stack, 'Microsoft.Authorization/roleAssignments');
    expect({ name, lifecycle, imports, version: terraform.required_version }).toStrictEqual({
      name: OTHER,
      lifecycle: { prevent_destroy: true },
      imports: [
        {
          id: `${REGISTRY}/providers/Microsoft.Authorization/roleAssignments/${OTHER}?api-version=2022-04-01`,
          to: 'azapi_resource.SessionPools_AcrPull_registry_puller',
        },
      ],
      version: '>= 1.5.0',
    });
  });

  test('is not granted with ImagePullGrant.none', () => {
    expect(addressesFor(named({ pullGrant: ImagePullGrant.none() }))).toStrictEqual([]);
  });

  test.each<[string, Partial<UserAssignedIdentityRegistryOptions>, string]>([
    [
      'a grant without a registry',
      { registryId: undefined, identityPrincipalId: undefined, pullGrant: ImagePullGrant.assign() },
      'registryCredentials.registryId must be given with pullGrant: the role is granted on it',
    ],
    [
      'something else than a grant',
      { pullGrant: { id: 'x' } as unknown as ImagePullGrant },
      'registryCredentials.pullGrant must be an ImagePullGrant, got an object: use ImagePullGrant.assign or ImagePullGrant.none',
    ],
    [
      'an id with a space',
      { pullGrant: ImagePullGrant.assign({ id: 'a b' }) },
      "registryCredentials.pullGrant.id must be 1 to 64 letters, digits, hyphens and underscores, got 'a b'",
    ],
    [
      'a role by its name',
      { pullGrant: ImagePullGrant.assign({ role: 'AcrPull' as ImagePullRole }) },
      "registryCredentials.pullGrant.role must be a constant of ImagePullRole, got 'AcrPull'",
    ],
    [
      'a role assignment on another registry',
      { pullGrant: ImagePullGrant.assign({ adoptExisting: `${REGISTRY}2/providers/Microsoft.Authorization/roleAssignments/${OTHER}` }) },
      `registryCredentials.pullGrant.adoptExisting must be on '${REGISTRY}' itself, got a role assignment on '${REGISTRY}2'`,
    ],
  ])('refuses %s', (_title, options, message) => {
    expect(failuresOf(stack => container(stack, { registryCredentials: named(options) }))).toStrictEqual([message]);
  });

  test.each<[string, Partial<UserAssignedIdentityRegistryOptions>, string]>([
    [
      'an id that another identity has',
      { pullGrant: ImagePullGrant.assign({ id: 'shared' }), identityId: otherIdentity, identityPrincipalId: OTHER },
      'registryCredentials.pullGrant.id must be another one for each registry and identity, got one that another pool has',
    ],
    [
      'another role assignment for the same identity',
      { pullGrant: ImagePullGrant.assign({ id: 'shared', adoptExisting: OTHER }) },
      'registryCredentials: adoptExisting and preventDestroy must be the same wherever the same role is granted to the same principal, ' +
        'got others than for azapi_resource.SessionPools_AcrPull_shared',
    ],
  ])('refuses %s, and leaves nothing of the pool behind', (_title, options, message) => {
    expect(
      failuresOf(stack => {
        container(stack, { registryCredentials: named({ pullGrant: ImagePullGrant.assign({ id: 'shared' }) }) }, 'first');
        container(stack, { registryCredentials: named(options) }, 'second');
      }),
    ).toStrictEqual([message]);
  });

  function withResources(stack: TerraformStack): RegistryCredentials {
    const place = { resourceGroupName: 'rg', location: 'westus2' };
    const registry = new ContainerRegistry(stack, 'the-registry', { name: 'registry', sku: 'Basic', ...place });
    const identity = new UserAssignedIdentity(stack, 'the-puller', { name: 'puller', ...place });
    return named({ registryId: registry.id, identityId: identity.id, identityPrincipalId: identity.principalId });
  }

  function resources(stack: TerraformStack): RegistryCredentials {
    const place = { resourceGroupName: 'rg', location: 'westus2' };
    const registry = new ContainerRegistry(stack, 'registry', { name: 'registry', sku: 'Basic', ...place });
    const identity = new UserAssignedIdentity(stack, 'puller', { name: 'puller', ...place });
    return credentials(identity.principalId, registry.id);
  }

  test('is granted once for attributes of other resources, which name it in the plan', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const given = resources(stack);
    const again = credentials(
      (stack.node.findChild('puller') as UserAssignedIdentity).principalId,
      (stack.node.findChild('registry') as ContainerRegistry).id,
    );
    [given, again].forEach((registryCredentials, index) => container(stack, { registryCredentials }, `pool${index}`));
    const assignments = ofType(stack, 'Microsoft.Authorization/roleAssignments');
    const scope = '${azurerm_container_registry.registry.id}';
    expect(assignments.map(([, { name, parent_id, body }]) => ({ name, parent_id, body }))).toStrictEqual([
      {
        name: `\${uuidv5("oid", join("|", ["${scope}", "\${azurerm_user_assigned_identity.puller.principal_id}", "${ACR_PULL}"]))}`,
        parent_id: scope,
        body: {
          properties: {
            principalId: '${azurerm_user_assigned_identity.puller.principal_id}',
            principalType: 'ServicePrincipal',
            roleDefinitionId: `/subscriptions/\${split("/", "${scope}")[2]}/providers/Microsoft.Authorization/roleDefinitions/${ACR_PULL}`,
          },
        },
      },
    ]);
  });

  test('is granted to each of the identities of other stacks that have the same address', () => {
    const app = testApp();
    const stack = new TerraformStack(app, 'pools');
    ['one', 'two'].forEach(id => container(stack, { registryCredentials: resources(new TerraformStack(app, id)) }, id));
    expect(ofType(stack, 'Microsoft.Authorization/roleAssignments')).toHaveLength(2);
  });
});
