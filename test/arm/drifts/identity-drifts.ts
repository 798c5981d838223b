import type { Drift } from './drift';
import { driftsOfType } from './drift';
import { isCustom, POOL_TYPE } from './pool-drifts';
import type { Json, JsonObject } from '../json';
import { asObject, asObjects } from '../json';

const REGISTRY = 'properties.customContainerTemplate.registryCredentials';
const SETTINGS = 'properties.managedIdentitySettings';
const ASSIGNED = 'identity.userAssignedIdentities';
/** An identity that nobody else uses. */
export const INTRUDER =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/intruder';

const { changed, removed, swapped, added } = driftsOfType(POOL_TYPE, 'pool');

const registryOf = (body: JsonObject) => asObject(asObject(asObject(body.properties).customContainerTemplate).registryCredentials);
const secretNames = (body: JsonObject) => asObjects(asObject(body.properties).secrets).map(({ name }) => String(name));
const hasPassword = (body: JsonObject) => registryOf(body).passwordSecretRef !== undefined;
const hasIdentity = (body: JsonObject) => registryOf(body).identity !== undefined;
const kinds = (identity: JsonObject) =>
  String(identity.type ?? 'None')
    .split(/,\s*/)
    .filter(kind => kind !== 'None');

/** Assigns one more user-assigned identity. */
function assign(body: JsonObject, id = INTRUDER): void {
  const identity = asObject(body.identity);
  body.identity = {
    ...identity,
    type: [...new Set([...kinds(identity), 'UserAssigned'])].join(', '),
    userAssignedIdentities: { ...asObject(identity.userAssignedIdentities), [id]: {} },
  };
}

function withoutFirst(assigned: Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(asObject(assigned)).slice(1));
}

/** What can happen to the registry of a pool and to its identities. */
export const IDENTITY_DRIFTS: readonly Drift[] = [
  changed('registry-server', `${REGISTRY}.server`, 'another registry', { to: 'evil.azurecr.io' }),
  changed('registry-user', `${REGISTRY}.username`, 'another user of the registry', { to: 'evil' }),
  changed('registry-password', `${REGISTRY}.passwordSecretRef`, 'another password of the registry', {
    to: (old, body) => secretNames(body).find(name => name !== old) ?? old,
  }),
  swapped('registry-password', REGISTRY, 'the password of the registry is swapped for an identity', {
    to: old => ({ server: asObject(old).server, identity: INTRUDER }),
    when: hasPassword,
    also: assign,
  }),
  swapped('registry-identity', `${REGISTRY}.identity`, 'the identity of the registry is swapped for another', {
    to: INTRUDER,
    also: assign,
  }),
  swapped('registry-identity-for-password', REGISTRY, 'the identity of the registry is swapped for a password', {
    to: old => ({ server: asObject(old).server, username: 'evil', passwordSecretRef: 'intruder' }),
    when: hasIdentity,
    also: body => {
      asObject(body.properties).secrets = [...asObjects(asObject(body.properties).secrets), { name: 'intruder', value: '3' }];
    },
  }),
  removed('registry', REGISTRY, 'the registry credentials are taken away'),
  added('registry', REGISTRY, 'registry credentials are added', {
    to: { server: 'evil.azurecr.io', identity: INTRUDER },
    when: isCustom,
    also: assign,
  }),

  added('identity', ASSIGNED, 'an identity is assigned beside others', { to: old => ({ ...asObject(old), [INTRUDER]: {} }), more: true }),
  added('identities', 'identity', 'an identity is assigned where there is none', {
    to: { type: 'UserAssigned', userAssignedIdentities: { [INTRUDER]: {} } },
    when: isCustom,
  }),
  added('system-identity', 'identity.type', 'the system identity is assigned beside others', {
    to: 'SystemAssigned, UserAssigned',
    more: true,
    when: body => kinds(asObject(body.identity)).join() === 'UserAssigned',
  }),
  removed('identities', 'identity', 'all identities are taken away'),
  removed('identity', ASSIGNED, 'one of the identities is taken away', {
    to: withoutFirst,
    when: body => Object.keys(asObject(asObject(body.identity).userAssignedIdentities)).length > 1,
  }),
  swapped('identity', ASSIGNED, 'an identity is swapped for another', { to: old => ({ ...withoutFirst(old), [INTRUDER]: {} }) }),

  changed('identity-lifecycle', `${SETTINGS}[0].lifecycle`, 'sessions get tokens of an identity, or none any more', {
    to: old => (old === 'Main' ? 'None' : 'Main'),
  }),
  removed('identity-setting', `${SETTINGS}[0]`, 'an identity is for nothing but the image any more', {
    when: body => asObjects(asObject(body.properties).managedIdentitySettings)[0]?.lifecycle === 'Main',
  }),
  swapped('identity-setting', `${SETTINGS}[0].identity`, 'sessions have another identity', { to: INTRUDER, also: assign }),
  added('identity-settings', SETTINGS, 'sessions get tokens where there were none', {
    to: [{ identity: INTRUDER, lifecycle: 'Main' }],
    when: isCustom,
    also: assign,
  }),
  added('identity-setting', `${SETTINGS}[+]`, 'sessions get tokens of one more identity', {
    to: { identity: INTRUDER, lifecycle: 'Main' },
    also: assign,
  }),
];
