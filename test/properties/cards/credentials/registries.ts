import type {
  ImagePullGrantOptions,
  SystemAssignedIdentityRegistryOptions,
  UserAssignedIdentityRegistryOptions,
  UsernamePasswordRegistryOptions,
} from '../../../../lib';
import { ImagePullGrant, ImagePullRole, RegistryCredentials } from '../../../../lib';
import { RESOURCE_GROUP_ID, SUBSCRIPTION } from '../../../support/fixtures';
import { elsewhere, inside, withProps } from '../../card';
import { IDENTITY_ID, secretOf } from '../../values';

const PATH = 'properties.customContainerTemplate.registryCredentials';
const PULL_GRANT = 'registryCredentials.pullGrant';
const SERVER = "registryCredentials.server must be the host of a registry such as 'myregistry.azurecr.io', got";
const PRINCIPAL = 'registryCredentials.identityPrincipalId must be the object id of an identity, a GUID, got';
const registryId = `${RESOURCE_GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/registry`;
const server = 'registry.azurecr.io';
const place = { in: 'registryCredentials', pool: 'CustomContainerPool' } as const;

const systemAssigned = inside<SystemAssignedIdentityRegistryOptions>('SystemAssignedIdentityRegistryOptions', {
  ...place,
  since: 'identities',
  props: given => ({ registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server, ...given }) }),
});
const userAssigned = inside<UserAssignedIdentityRegistryOptions>('UserAssignedIdentityRegistryOptions', {
  ...place,
  since: 'identities',
  props: given => ({
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
      server,
      identityId: IDENTITY_ID,
      ...('identityPrincipalId' in given && { registryId }),
      ...('registryId' in given && { identityPrincipalId: SUBSCRIPTION }),
      ...given,
    }),
  }),
});
const password = inside<UsernamePasswordRegistryOptions>('UsernamePasswordRegistryOptions', {
  ...place,
  props: given => ({
    registryCredentials: RegistryCredentials.fromUsernamePassword({ server, username: 'u', password: secretOf('password'), ...given }),
  }),
});

const NO_SERVERS = [
  '',
  'https://registry.azurecr.io',
  'registry.azurecr.io/',
  '-registry.azurecr.io',
  'registry-.azurecr.io',
  'registry..io',
  'registry.io:x',
  'a.b-',
];
const NO_PRINCIPALS = ['me', `x${SUBSCRIPTION}`, `${SUBSCRIPTION}0`, SUBSCRIPTION.replace('-', '')];

export default [
  systemAssigned('server', {
    armPath: `${PATH}.server`,
    valid: [
      ['a registry and the system-assigned identity', server, 'system-identity-pull'],
      [
        'a registry with short names',
        withProps({
          image: 'a.b-c.d:1/app:1',
          registryCredentials: RegistryCredentials.fromSystemAssignedIdentity({ server: 'a.b-c.d:1' }),
        }),
        'system-identity-pull',
      ],
    ],
    invalid: NO_SERVERS.map(each => [each, `${SERVER} '${each}'`] as const),
  }),
  userAssigned('server', {
    armPath: `${PATH}.server`,
    valid: [['a registry and a user-assigned identity', server]],
    invalid: [['', `${SERVER} ''`]],
  }),
  userAssigned('identityId', {
    armPath: `${PATH}.identity`,
    valid: [['a user-assigned identity that pulls the image', IDENTITY_ID]],
    invalid: [],
  }),
  userAssigned('identityPrincipalId', {
    valid: [],
    invalid: NO_PRINCIPALS.map(id => [id, `${PRINCIPAL} '${id}'`] as const),
  }),
  userAssigned('pullGrant', {
    valid: [['an identity that has the role to pull', ImagePullGrant.none()]],
    invalid: [],
    suite: 'test/arm-resources/role-assignment.test.ts',
  }),
  ...elsewhere<ImagePullGrantOptions>('ImagePullGrantOptions', 'test/arm-resources/role-assignment.test.ts', {
    role: { valid: [ImagePullRole.REPOSITORY_READER] },
    id: { valid: ['shared'], invalid: [['a b', `${PULL_GRANT}.id must be 1 to 64 letters, digits, hyphens and underscores, got 'a b'`]] },
    adoptExisting: {
      valid: [SUBSCRIPTION],
      invalid: [['x', `${PULL_GRANT}.adoptExisting must be the GUID or the ARM ID of a role assignment, got 'x'`]],
    },
    preventDestroy: { valid: [true, false] },
  }),
  userAssigned('registryId', { valid: [], invalid: [], suite: 'test/credentials/registry-credentials.test.ts' }),
  password('server', {
    armPath: `${PATH}.server`,
    valid: [['a registry with a password', server]],
    invalid: [['', `${SERVER} ''`]],
  }),
  password('username', {
    armPath: `${PATH}.username`,
    valid: [['a user of a registry', 'user']],
    invalid: [[5, 'registryCredentials.username must be a string, got a number']],
  }),
  password('password', {
    armPath: `${PATH}.passwordSecretRef`,
    valid: [['a password of a registry', secretOf('password')]],
    invalid: [],
  }),
];
