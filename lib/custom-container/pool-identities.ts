import type { Construct } from 'constructs';
import type { AzapiIdentity, AzapiResource } from '../azapi';
import type { CustomContainerPoolProps } from './custom-container-pool';
import { roleAssignment } from '../arm/role-assignment';
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

/** Grants AcrPull to the identity that pulls the image, which the pool has to wait for. */
export function grantImagePull(pool: Construct, { registryCredentials, provider }: CustomContainerPoolProps): AzapiResource[] {
  const { registryId, identityPrincipalId } = registryCredentials ?? {};
  return registryId && identityPrincipalId
    ? [
        roleAssignment(pool, {
          scope: registryId,
          principalId: identityPrincipalId,
          principalType: 'ServicePrincipal',
          roleId: ACR_PULL,
          provider,
        }),
      ]
    : [];
}
