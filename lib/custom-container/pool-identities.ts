import type { AzapiIdentity } from '../azapi';
import type { SessionIdentity } from '../credentials/session-identity';

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
