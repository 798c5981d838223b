import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { entriesOf, isExpression, isFilled, isGiven } from '../values';

/** No password for the registry. */
export const IMAGE_PULLED_BY_IDENTITY: ISessionPoolRule = {
  ruleId: 'SessionPoolImagePulledByIdentity',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause: 'The registry credentials have a user name or a password, or no identity. A pool without registry credentials passes.',
  explanation: 'A password has to be stored, handed over and rotated, and opens the registry to everybody who gets hold of it.',
  remedy: 'use RegistryCredentials.fromUserAssignedIdentity',
  check: pool => {
    const credentials = pool.property('customContainerTemplate.registryCredentials');
    if (!isGiven(credentials) || isExpression(pool, credentials)) {
      return [];
    }
    const given = entriesOf(credentials);
    const passwords = ['username', 'passwordSecretRef'].filter(name => isFilled(given[name]) && pool.isKnown(given[name]));
    if (passwords.length > 0) {
      return [`registryCredentials has ${passwords.join(' and ')}`];
    }
    const mayHaveIdentity = isFilled(given.identity) || pool.isPartial || !pool.isKnown(credentials);
    return mayHaveIdentity ? [] : ['registryCredentials has no identity'];
  },
};
