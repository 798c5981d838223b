import { ContainerRegistry } from '@cdktf/provider-azurerm/lib/container-registry';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { TerraformStack } from 'cdktf';
import { container, RESOURCE_GROUP_ID } from './fixtures';
import { assignmentsById } from './role-assignments';
import type { SynthesizedResource } from './synth';
import { parse, testApp } from './synth';
import type { UserAssignedIdentityRegistryOptions } from '../../lib';
import { RegistryCredentials } from '../../lib';

export const IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
export const OTHER_IDENTITY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/other`;
export const REGISTRY = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
export const PRINCIPAL = '11111111-2222-3333-4444-555555555555';
export const ACR_PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

/** Credentials that pull with IDENTITY from REGISTRY, but for the options. */
export function credentials(options: Partial<UserAssignedIdentityRegistryOptions> = {}): RegistryCredentials {
  return RegistryCredentials.fromUserAssignedIdentity({
    server: 'registry.azurecr.io',
    identityId: IDENTITY,
    identityPrincipalId: PRINCIPAL,
    registryId: REGISTRY,
    ...options,
  });
}

/** Credentials that are made of azurerm's resources. */
export function credentialsOfResources(stack: TerraformStack): RegistryCredentials {
  const place = { resourceGroupName: 'rg', location: 'westus2' };
  const registry = new ContainerRegistry(stack, 'the-registry', { name: 'registry', sku: 'Basic', ...place });
  const identity = new UserAssignedIdentity(stack, 'the-puller', { name: 'puller', ...place });
  return credentials({ registryId: registry.id, identityId: identity.id, identityPrincipalId: identity.principalId });
}

export const assignmentsOf = (stack: TerraformStack) => assignmentsById(parse(stack));

/** The role assignments by the logical IDs, of a stack with a pool for each of the credentials. */
export function assignmentsFor(...all: Array<RegistryCredentials | undefined>): Array<[string, SynthesizedResource]> {
  const stack = new TerraformStack(testApp(), 'stack');
  all.forEach((registryCredentials, index) => container(stack, { registryCredentials }, `pool${index}`));
  return assignmentsOf(stack);
}
