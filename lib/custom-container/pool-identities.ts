import type { Construct } from 'constructs';
import type { AzapiIdentity, AzapiResource } from '../azapi';
import type { CustomContainerPoolProps } from './custom-container-pool';
import { findOrDefineRoleAssignment } from '../arm/role-assignment';
import type { SessionIdentity } from '../credentials/session-identity';

const ACR_PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

/** The `identity` block of a pool. */
export function identityBlock(identities: SessionIdentity[]): AzapiIdentity | undefined {
  const identityIds = identities.map(({ identity }) => identity).filter(identity => identity !== 'system');
  const system = identityIds.length < identities.length;
  if (identities.length === 0) {
    return undefined;
  }
  return {
    type: [...(system ? ['SystemAssigned'] : []), ...(identityIds.length > 0 ? ['UserAssigned'] : [])].join(', '),
    ...(identityIds.length > 0 && { identityIds }),
  };
}

/** Grants the role that pulls images to the identity of the registry credentials. The pool has to wait for it. */
export function grantImagePull(pool: Construct, { registryCredentials, provider }: CustomContainerPoolProps): AzapiResource[] {
  const { registryId, identityPrincipalId } = registryCredentials ?? {};
  if (!registryId || !identityPrincipalId) {
    return [];
  }
  const result = findOrDefineRoleAssignment(pool, {
    scope: registryId,
    principalId: identityPrincipalId,
    principalType: 'ServicePrincipal',
    roleId: ACR_PULL,
    provider,
  });
  return 'resource' in result ? [result.resource] : [];
}
