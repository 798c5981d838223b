import { guidOf } from './guid';
import type { JsonObject } from './json';
import { asObject } from './json';

/** The ids that Entra gives to an identity: the same for every look at it. */
export function principalIds(resourceId: string): { principalId: string; clientId: string } {
  return { principalId: guidOf(resourceId, 'principal'), clientId: guidOf(resourceId, 'client') };
}

/** `SystemAssigned,UserAssigned` with and without the space. */
export function hasIdentity(identity: JsonObject, kind: 'SystemAssigned' | 'UserAssigned'): boolean {
  return String(identity.type ?? 'None')
    .split(/,\s*/)
    .includes(kind);
}

/** The ids of the assigned identities as managedIdentitySettings spells them: `system`, or the resource id. */
export function assignedIdentities(identity: JsonObject): string[] {
  const userAssigned = hasIdentity(identity, 'UserAssigned') ? Object.keys(asObject(identity.userAssignedIdentities)) : [];
  return hasIdentity(identity, 'SystemAssigned') ? ['system', ...userAssigned] : userAssigned;
}

/** recorded: `{"type":"None"}` when unset. source: CLI test, both kinds are answered with a space between */
export function renderIdentity(identity: JsonObject, resourceId: string, tenantId: string): JsonObject {
  const system = hasIdentity(identity, 'SystemAssigned');
  const user = hasIdentity(identity, 'UserAssigned');
  const assigned = Object.keys(asObject(identity.userAssignedIdentities));
  return {
    type: [...(system ? ['SystemAssigned'] : []), ...(user ? ['UserAssigned'] : [])].join(', ') || 'None',
    ...(system && { principalId: principalIds(resourceId).principalId, tenantId }),
    ...(user && { userAssignedIdentities: Object.fromEntries(assigned.map(id => [id, principalIds(id)])) }),
  };
}
