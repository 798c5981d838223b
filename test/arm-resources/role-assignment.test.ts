import type { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { TerraformStack } from 'cdktf';
import { AzapiProvider, ImagePullGrant, RegistryCredentials } from '../../lib';
import { BROKEN_CONNECTION, container } from '../support/fixtures';
import {
  ACR_PULL,
  assignmentsFor,
  assignmentsOf,
  credentials,
  credentialsOfResources,
  IDENTITY,
  PRINCIPAL,
  REGISTRY,
} from '../support/pull-grants';
import { OTHER } from '../support/role-assignments';
import { parse, testApp } from '../support/synth';

describe('AcrPull', () => {
  test('is granted to the identity that pulls, under a name that follows from scope, principal and role', () => {
    const [[id, { '//': metadata, ...assignment }], ...others] = assignmentsFor(credentials());
    expect(others).toStrictEqual([]);
    expect(id).toBe('SessionPools_AcrPull_registry_puller');
    expect(assignment).toStrictEqual({
      type: 'Microsoft.Authorization/roleAssignments@2022-04-01',
      name: `\${uuidv5("oid", join("|", ["${REGISTRY}", "${PRINCIPAL}", "${ACR_PULL}"]))}`,
      parent_id: REGISTRY,
      replace_triggers_refs: ['properties.principalId', 'properties.roleDefinitionId'],
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
    const [[id, assignment]] = assignmentsOf(stack);
    const [[, pool]] = Object.entries(parse(stack).resource.azapi_resource).filter(([, { type }]) =>
      type.startsWith('Microsoft.App/sessionPools@'),
    );
    expect(pool.depends_on).toStrictEqual(['azurerm_user_assigned_identity.before', `azapi_resource.${id}`]);
    expect(assignment.provider).toBe('azapi.other');
  });

  const NONE: Array<[string, RegistryCredentials | undefined]> = [
    ['there are no credentials', undefined],
    ['only the identity is known', RegistryCredentials.fromUserAssignedIdentity({ server: 'registry.azurecr.io', identityId: IDENTITY })],
    ['the pool pulls with its own identity', RegistryCredentials.fromSystemAssignedIdentity({ server: 'registry.azurecr.io' })],
  ];

  test.each(NONE)('is not granted where %s', (_title, registryCredentials) => {
    expect(assignmentsFor(registryCredentials)).toStrictEqual([]);
  });

  const COUNTS: Array<[string, number, RegistryCredentials[]]> = [
    ['the same identity and registry', 1, [credentials(), credentials()]],
    [
      'ids that differ by casing only',
      1,
      [credentials(), credentials({ identityPrincipalId: PRINCIPAL.toUpperCase(), registryId: REGISTRY.toUpperCase() })],
    ],
    ['another identity', 2, [credentials(), credentials({ identityPrincipalId: OTHER })]],
    ['another registry', 2, [credentials(), credentials({ server: 'registry2.azurecr.io', registryId: `${REGISTRY}2` })]],
  ];

  test.each(COUNTS)('for pools with %s is granted %d times', (_title, count, all) => {
    const assignments = assignmentsFor(...all);
    expect(assignments).toHaveLength(count);
    expect(new Set(assignments.map(([, { name }]) => name)).size).toBe(count);
  });

  test('keeps its address and gets another name when the principal changes, so that it is replaced', () => {
    const [[[id, { name }]], [[otherId, { name: otherName }]]] = [PRINCIPAL, OTHER].map(each =>
      assignmentsFor(credentials({ identityPrincipalId: each })),
    );
    expect(otherId).toBe(id);
    expect(otherName).not.toBe(name);
  });

  test('is not granted with ImagePullGrant.none', () => {
    expect(assignmentsFor(credentials({ pullGrant: ImagePullGrant.none() }))).toStrictEqual([]);
  });

  test('is granted once for attributes of other resources, which name it in the plan', () => {
    const stack = new TerraformStack(testApp(), 'stack');
    const given = credentialsOfResources(stack);
    const again = credentials({
      identityPrincipalId: (stack.node.findChild('the-puller') as UserAssignedIdentity).principalId,
      registryId: (stack.node.findChild('the-registry') as ContainerRegistry).id,
    });
    [given, again].forEach((registryCredentials, index) => container(stack, { registryCredentials }, `pool${index}`));
    const assignments = assignmentsOf(stack);
    const scope = '${azurerm_container_registry.the-registry.id}';
    expect(assignments.map(([, { name, parent_id, body }]) => ({ name, parent_id, body }))).toStrictEqual([
      {
        name: `\${uuidv5("oid", join("|", ["${scope}", "\${azurerm_user_assigned_identity.the-puller.principal_id}", "${ACR_PULL}"]))}`,
        parent_id: scope,
        body: {
          properties: {
            principalId: '${azurerm_user_assigned_identity.the-puller.principal_id}',
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
    ['one', 'two'].forEach(id => container(stack, { registryCredentials: credentialsOfResources(new TerraformStack(app, id)) }, id));
    expect(assignmentsOf(stack)).toHaveLength(2);
  });
});
