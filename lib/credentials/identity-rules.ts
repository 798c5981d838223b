import type { Construct } from 'constructs';
import type { RegistryCredentials } from './registry-credentials';
import { SessionIdentity } from './session-identity';
import { IDENTITY_ID } from '../arm/resource-ids';
import { isSameId } from '../terraform/references';
import { isToken } from '../terraform/templates';
import type { Findings } from '../validation/findings';
import { show } from '../validation/findings';
import { checkObject, checkObjectList, has } from '../validation/objects';

const IDENTITY = { type: 'SessionIdentity', use: 'SessionIdentity.systemAssigned or SessionIdentity.userAssigned' };

/** The properties of a pool that name identities. */
export interface IdentityOptions {
  readonly identities?: SessionIdentity[];
  readonly registryCredentials?: RegistryCredentials;
}

/** The identities of a pool. The identity that pulls the image belongs to them. */
export function identitiesOf(pool: Construct, { identities, registryCredentials }: IdentityOptions): SessionIdentity[] {
  const given = identities ?? [];
  const puller = registryCredentials?.identity;
  if (!puller || given.some(({ identity }) => isSameId(pool, identity, puller))) {
    return given;
  }
  return [...given, puller === 'system' ? SessionIdentity.systemAssigned() : SessionIdentity.userAssigned(puller)];
}

/** The identities that are assigned to a pool. */
export function checkIdentities(pool: Construct, { identities }: IdentityOptions, findings: Findings): void {
  if (!checkObjectList('identities', identities, IDENTITY, findings)) {
    return;
  }
  identities.forEach((each, index) => {
    const path = `identities[${index}]`;
    const { identity, availableInSessions } = each ?? {};
    if (
      !checkObject(path, each, has(each, 'identity'), IDENTITY, findings) ||
      !findings.required(path, identity, 'the ARM ID of a user-assigned identity')
    ) {
      return;
    }
    if (identity !== 'system') {
      findings.text(path, identity, IDENTITY_ID);
    }
    findings.boolean(`${path}.availableInSessions`, availableInSessions);
    if (availableInSessions !== false) {
      findings.warn('identity-in-sessions', `${path} is available in sessions: code that is not trusted can do whatever the identity may`);
    }
    if (identities.findIndex(other => other?.identity !== undefined && isSameId(pool, other.identity, identity)) < index) {
      findings.error(`identities must have each identity once, got ${isToken(identity) ? 'one' : show(identity)} again`);
    }
  });
}
