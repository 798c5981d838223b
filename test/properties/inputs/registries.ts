import type { BadInput } from './bad-input';
import { badInputs } from './bad-input';
import { RegistryCredentials, SecretEnvironmentVariable, SessionSecret } from '../../../lib';
import { RESOURCE_GROUP_ID } from '../../support/fixtures';

const SERVER = "registryCredentials.server must be the host of a registry such as 'myregistry.azurecr.io', got";
const PRINCIPAL = 'registryCredentials.identityPrincipalId must be the object id of an identity, a GUID, got';
const GUID = '00000000-0000-0000-0000-000000000000';
const identityId = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/puller`;
const registryId = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;

function withServer(server: string): object {
  return { registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server }) };
}

function withPrincipal(identityPrincipalId: string): object {
  return {
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
      server: 'registry.azurecr.io',
      identityId,
      registryId,
      identityPrincipalId,
    }),
  };
}

/** Registries, secrets and flags that a custom container pool refuses. */
export const REGISTRY_BAD_INPUTS: BadInput[] = badInputs('CustomContainerPool', [
  ...[
    '',
    'https://registry.azurecr.io',
    'registry.azurecr.io/',
    '-registry.azurecr.io',
    'registry-.azurecr.io',
    'registry..io',
    'registry.io:x',
    'a.b-',
  ].map((server): [object, string] => [withServer(server), `${SERVER} '${server}'`]),
  ...['me', `x${GUID}`, `${GUID}0`, GUID.replace('-', '')].map((id): [object, string] => [withPrincipal(id), `${PRINCIPAL} '${id}'`]),
  [
    { registryCredentials: { server: 'registry.azurecr.io', username: 5, password: {} } },
    'registryCredentials.username must be a string, got 5',
    "password of registry 'registry.azurecr.io' must be a SessionSecret, got an object: use SessionSecret.ephemeral, fromVariable or fromToken",
  ],
  [{ ignoreImage: 'yes' }, "ignoreImage must be true or false, got 'yes'"],
  [
    { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A=B', SessionSecret.fromToken('a', ''))] },
    "a name in secretEnvironmentVariables must be one or more characters without =, got 'A=B'",
    "secretEnvironmentVariables['A=B'] must be given: the value of a TerraformVariable or of another resource",
  ],
]);
