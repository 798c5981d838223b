import { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { TerraformStack } from 'cdktf';
import type { CustomContainerPoolProps } from '../../lib';
import { AzapiProvider, RegistryCredentials } from '../../lib';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import type { SynthesizedResource } from '../support/synth';
import { parse, testApp } from '../support/synth';

const IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const REGISTRY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
const ACR_PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

function credentials(identityPrincipalId = PRINCIPAL, registryId = REGISTRY): RegistryCredentials {
  return RegistryCredentials.fromUserAssignedIdentity({
    server: 'registry.azurecr.io',
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
    expect(id).toBe('SessionPools_ImagePull');
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
      retry: { error_message_regex: ['PrincipalNotFound', 'EOF', 'connection reset'] },
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
    ['another registry', 2, [credentials(), credentials(PRINCIPAL, `${REGISTRY}2`)]],
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

  test('has an address of its own for a second identity', () => {
    const [[first], [second]] = assignmentsFor({ registryCredentials: credentials() }, { registryCredentials: credentials(OTHER) });
    expect(first).toBe('SessionPools_ImagePull');
    expect(second).toMatch(/^SessionPools_ImagePull_[0-9a-f]{16}$/);
  });

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
