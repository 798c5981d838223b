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

const PLACEHOLDER = 'mcr.microsoft.com/k8se/quickstart:1.0';
const pulledFrom = (host: string) => RegistryCredentials.fromUserAssignedIdentity({ server: host, identityId: IDENTITY_ID });
const pulled = pulledFrom(server);

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
        'identity-pull',
        'system-identity-pull',
      ],
    ],
    invalid: NO_SERVERS.map(each => [each, `${SERVER} '${each}'`] as const),
  }),
  userAssigned('server', {
    armPath: `${PATH}.server`,
    valid: [
      ['a registry and a user-assigned identity', server],
      [
        'the registry of an image that is not there yet',
        withProps({ ignoreImage: true, image: PLACEHOLDER, registryCredentials: pulled }),
        'other-registry',
      ],
      ['a registry of another cloud', withProps({ image: 'a.azurecr.cn/app:1', registryCredentials: pulledFrom('a.azurecr.cn') })],
      [
        'a registry with a host name of its own',
        withProps({ image: 'registry.contoso.com/app:1', registryCredentials: pulledFrom('registry.contoso.com') }),
        'identity-pull',
      ],
    ],
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
    valid: [
      ['a registry with a password', server],
      [
        'a registry with a password, for an image that is not there yet',
        withProps({
          image: PLACEHOLDER,
          registryCredentials: RegistryCredentials.fromUsernamePassword({ server, username: 'u', password: secretOf('password') }),
        }),
        'other-registry',
      ],
      [
        'a private registry with a port',
        withProps({
          image: 'registry.contoso.com:5000/app:1',
          registryCredentials: RegistryCredentials.fromUsernamePassword({
            server: 'registry.contoso.com:5000',
            username: 'u',
            password: secretOf('password'),
          }),
        }),
      ],
    ],
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
