import { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { TerraformStack, TerraformVariable } from 'cdktf';
import type { RegistryCredentials } from '../../lib';
import { AzapiResource, ImagePullGrant, ImagePullRole } from '../../lib';
import { container, RESOURCE_GROUP_ID } from '../support/fixtures';
import { ACR_PULL, assignmentsOf, credentials } from '../support/pull-grants';
import { testApp } from '../support/synth';

describe('AcrPull and the role', () => {
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
    ['AcrPull', 'nothing is known', () => credentials()],
    ['AcrPull', 'the registry has no mode', stack => credentials({ registryId: azapiRegistry(stack, {}) })],
    [
      'AcrPull',
      'the registry is in the other mode',
      stack => credentials({ registryId: azapiRegistry(stack, { roleAssignmentMode: 'LegacyRegistryPermissions' }) }),
    ],
    [
      'AcrPull',
      'the mode is an expression',
      stack => {
        const mode = new TerraformVariable(stack, 'mode', { type: 'string' }).stringValue;
        return credentials({ registryId: azapiRegistry(stack, { roleAssignmentMode: mode }) });
      },
    ],
    ['RepositoryReader', 'the registry is in ABAC mode', stack => credentials({ registryId: azapiRegistry(stack, ABAC) })],
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
        return credentials({ registryId: registry.id });
      },
    ],
    ['RepositoryReader', 'it is given', () => credentials({ pullGrant: ImagePullGrant.assign({ role: ImagePullRole.REPOSITORY_READER }) })],
    [
      'AcrPull',
      'it is given, whatever the mode',
      stack => credentials({ registryId: azapiRegistry(stack, ABAC), pullGrant: ImagePullGrant.assign({ role: ImagePullRole.ACR_PULL }) }),
    ],
  ])('is %s where %s', (role, _title, make) => {
    const stack = new TerraformStack(testApp(), 'stack');
    container(stack, { registryCredentials: make(stack) });
    const [[id, { body }]] = assignmentsOf(stack);
    expect(id).toBe(`SessionPools_${role}_registry_puller`);
    expect(body.properties.roleDefinitionId).toMatch(new RegExp(`/roleDefinitions/${role === 'AcrPull' ? ACR_PULL : READER}$`));
  });
});
