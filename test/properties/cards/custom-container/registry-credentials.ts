import { RegistryCredentials, SessionIdentity } from '../../../../lib';
import { container } from '../../card';
import { IDENTITY_ID, secretOf } from '../../values';

const PATH = 'properties.customContainerTemplate.registryCredentials';
const SECRETS = 'body.properties.secrets[0]';
const server = 'registry.azurecr.io';
const identities = [SessionIdentity.userAssigned(IDENTITY_ID)];
const byIdentity = RegistryCredentials.fromUserAssignedIdentity({ server, identityId: IDENTITY_ID });
const byPassword = (username: string, password = secretOf('password')) =>
  RegistryCredentials.fromUsernamePassword({ server, username, password });

export default container('registryCredentials', {
  armPath: PATH,
  valid: [['a user and a password of a registry', byPassword('user')]],
  invalid: [
    [
      { server, username: 5, password: {} },
      'registryCredentials.username must be a string, got a number',
      'registryCredentials.password must be a SessionSecret, got an object: use SessionSecret.ephemeral, fromVariable or fromToken',
    ],
  ],
  edits: ({ one }) => [
    {
      title: 'registryCredentials: added',
      after: { registryCredentials: byPassword('a', one) },
      action: 'in place',
      paths: [`body.${PATH}`, SECRETS],
    },
    {
      title: 'registryCredentials: changed',
      before: { registryCredentials: byPassword('a', one) },
      after: { registryCredentials: byPassword('b', one) },
      action: 'in place',
      paths: [`body.${PATH}.username`],
    },
    {
      title: 'registryCredentials: removed',
      before: { registryCredentials: byPassword('a', one) },
      action: 'in place',
      paths: [`body.${PATH}`, SECRETS],
    },
    {
      title: 'registryCredentials: removed, identity kept',
      before: { registryCredentials: byIdentity, identities },
      after: { identities },
      action: 'in place',
      paths: [`body.${PATH}`],
    },
    {
      title: 'registryCredentials: from password to identity',
      before: { registryCredentials: byPassword('a', one) },
      after: { registryCredentials: byIdentity },
      action: 'in place',
      paths: [
        'body.properties.managedIdentitySettings[0]',
        ...['identity', 'passwordSecretRef', 'username'].map(name => `body.${PATH}.${name}`),
        SECRETS,
        'identity[0]',
      ],
    },
  ],
  drift: [{ id: 'pool/registry-server/changed', props: { registryCredentials: byIdentity }, paths: [`body.${PATH}.server`] }],
});
