import { commonEdits, OTHER_GROUP_ID } from './common-edits';
import type { Context, Edits } from './edit';
import { optional } from './edit';
import type { CustomContainerPoolProps } from '../../../../lib';
import {
  ContainerProbe,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionPoolEnvironment,
} from '../../../../lib';
import { ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../../../support/fixtures';

const TEMPLATE = 'body.properties.customContainerTemplate';
const CONTAINER = `${TEMPLATE}.containers[0]`;
const REGISTRY = `${TEMPLATE}.registryCredentials`;
const LIFECYCLE = 'body.properties.dynamicPoolConfiguration.lifecycleConfiguration';
const SETTINGS = 'body.properties.managedIdentitySettings';
const SECRETS = 'body.properties.secrets';
const [IDENTITY_ID, OTHER_ID] = ['one', 'two'].map(
  name => `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`,
);
const identity = SessionIdentity.userAssigned(IDENTITY_ID);
const other = SessionIdentity.userAssigned(OTHER_ID);
const puller = RegistryCredentials.fromUserAssignedIdentity({ server: 'registry.azurecr.io', identityId: IDENTITY_ID });
const probe = (port: number, options: object = {}) => ContainerProbe.liveness(ProbeHandler.httpGet({ port, ...options }));
const at = (path: string) => ({ added: [path], changed: [path] });

/** The edits of what a custom container pool has beside its container. */
function poolEdits({ provider }: Context): Edits<CustomContainerPoolProps> {
  const [elsewhere, another, far] = ['', '2', '3'].map(suffix =>
    SessionPoolEnvironment.fromEnvironmentId(provider, `environment${suffix}`, `${ENVIRONMENT_ID}${suffix}`),
  );
  return {
    // The endpoint is made of the name and the environment.
    resourceGroupId: [
      {
        title: 'changed',
        after: { resourceGroupId: OTHER_GROUP_ID },
        action: 'replaced',
        paths: ['parent_id'],
        around: ['alert replaced', 'grant replaced'],
      },
    ],
    sessionPoolName: [
      { title: 'changed', after: { sessionPoolName: 'renamed' }, action: 'replaced', paths: [`${CONTAINER}.name`, 'name'] },
    ],
    environment: [
      {
        title: 'changed',
        before: { environment: elsewhere },
        after: { environment: another },
        action: 'replaced',
        paths: ['body.properties.environmentId'],
      },
      {
        title: 'from one of the stack to one from elsewhere',
        after: { environment: elsewhere },
        action: 'replaced',
        paths: ['body.properties.environmentId'],
      },
    ],
    location: [
      {
        title: 'changed',
        before: { environment: elsewhere },
        after: { environment: far, location: 'westus3' },
        action: 'replaced',
        paths: ['body.properties.environmentId', 'location'],
      },
      { title: 'spelled otherwise', after: { location: 'West US 2' }, action: 'no changes' },
    ],
    apiVersion: [
      { title: 'to one without probes', after: { apiVersion: '2026-01-01' }, action: 'in place', paths: ['schema_validation_enabled'] },
      {
        title: 'to one that azapi knows',
        after: { apiVersion: '2025-02-02-preview' },
        action: 'in place',
        paths: ['schema_validation_enabled'],
      },
    ],
    targetPort: [{ title: 'changed', after: { targetPort: 8080 }, action: 'in place', paths: [`${TEMPLATE}.ingress.targetPort`] }],
    readySessionInstances: optional(
      'readySessionInstances',
      [2, 3],
      'in place',
      at('body.properties.scaleConfiguration.readySessionInstances'),
    ),
    lifecycle: [
      {
        title: 'period',
        after: { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 600 }) },
        action: 'in place',
        paths: [`${LIFECYCLE}.cooldownPeriodInSeconds`],
      },
      {
        title: 'type',
        after: { lifecycle: SessionLifecycle.onContainerExit() },
        action: 'in place',
        paths: ['cooldownPeriodInSeconds', 'lifecycleType', 'maxAlivePeriodInSeconds'].map(name => `${LIFECYCLE}.${name}`),
      },
    ],
    identities: [
      { title: 'added', after: { identities: [identity] }, action: 'in place', paths: [`${SETTINGS}[0]`, 'identity[0]'] },
      {
        title: 'one more',
        before: { identities: [identity] },
        after: { identities: [identity, other] },
        action: 'in place',
        paths: [`${SETTINGS}[1]`, 'identity[0].identity_ids'],
      },
      {
        title: 'available in sessions',
        before: { identities: [identity] },
        after: { identities: [SessionIdentity.userAssigned(IDENTITY_ID, { availableInSessions: true })] },
        action: 'in place',
        paths: [`${SETTINGS}[0].lifecycle`],
      },
      { title: 'removed', before: { identities: [identity] }, action: 'in place', paths: [`${SETTINGS}[0]`, 'identity[0]'] },
    ],
  };
}

/** The edits of secrets and of what uses them. */
function secretEdits({ secrets: { one, two } }: Context): Edits<CustomContainerPoolProps> {
  const password = (username: string) =>
    RegistryCredentials.fromUsernamePassword({ server: 'registry.azurecr.io', username, password: one });
  return {
    secretEnvironmentVariables: [
      {
        title: 'added',
        after: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', one)] },
        action: 'in place',
        paths: [`${CONTAINER}.env[0]`, `${SECRETS}[0]`],
      },
      {
        title: 'another secret',
        before: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', one)] },
        after: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', two)] },
        action: 'in place',
        paths: [`${CONTAINER}.env[0].secretRef`, `${SECRETS}[0].name`],
      },
      {
        title: 'removed',
        before: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', one)] },
        action: 'in place',
        paths: [`${CONTAINER}.env[0]`, `${SECRETS}[0]`],
      },
    ],
    secrets: [
      { title: 'added', after: { secrets: [one] }, action: 'in place', paths: [`${SECRETS}[0]`] },
      { title: 'one more', before: { secrets: [one] }, after: { secrets: [one, two] }, action: 'in place', paths: [`${SECRETS}[1]`] },
      {
        title: 'one less',
        before: { secrets: [one, two] },
        after: { secrets: [two] },
        action: 'in place',
        paths: [`${SECRETS}[0].name`, `${SECRETS}[1]`],
      },
      { title: 'removed', before: { secrets: [one] }, action: 'in place', paths: [`${SECRETS}[0]`] },
    ],
    registryCredentials: [
      { title: 'added', after: { registryCredentials: password('a') }, action: 'in place', paths: [REGISTRY, `${SECRETS}[0]`] },
      {
        title: 'changed',
        before: { registryCredentials: password('a') },
        after: { registryCredentials: password('b') },
        action: 'in place',
        paths: [`${REGISTRY}.username`],
      },
      { title: 'removed', before: { registryCredentials: password('a') }, action: 'in place', paths: [REGISTRY, `${SECRETS}[0]`] },
      {
        title: 'removed, identity kept',
        before: { registryCredentials: puller, identities: [identity] },
        after: { identities: [identity] },
        action: 'in place',
        paths: [REGISTRY],
      },
      {
        title: 'from password to identity',
        before: { registryCredentials: password('a') },
        after: { registryCredentials: puller },
        action: 'in place',
        paths: [
          `${SETTINGS}[0]`,
          ...['identity', 'passwordSecretRef', 'username'].map(name => `${REGISTRY}.${name}`),
          `${SECRETS}[0]`,
          'identity[0]',
        ],
      },
    ],
  };
}

/** The edits of the container. */
const CONTAINER_EDITS: Edits<CustomContainerPoolProps> = {
  image: [{ title: 'changed', after: { image: 'registry.azurecr.io/app:1.1' }, action: 'in place', paths: [`${CONTAINER}.image`] }],
  ignoreImage: [
    {
      title: 'another image',
      before: { ignoreImage: true },
      after: { ignoreImage: true, image: 'registry.azurecr.io/app:1.1' },
      action: 'no changes',
    },
    { title: 'added', after: { ignoreImage: true }, action: 'no changes' },
    { title: 'removed', before: { ignoreImage: true }, action: 'no changes' },
  ],
  cpu: optional('cpu', [0.5, 1], 'in place', at(`${CONTAINER}.resources.cpu`)),
  memory: optional('memory', ['1Gi', '2Gi'], 'in place', at(`${CONTAINER}.resources.memory`)),
  containerName: optional('containerName', ['one', 'other'], 'in place', at(`${CONTAINER}.name`)),
  command: optional('command', [['serve'], ['watch']], 'in place', at(`${CONTAINER}.command[0]`)),
  args: optional(
    'args',
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    'in place',
    { added: [`${CONTAINER}.args[0]`, `${CONTAINER}.args[1]`], changed: [`${CONTAINER}.args[1]`] },
  ),
  environmentVariables: optional('environmentVariables', [{ A: '1' }, { A: '2' }], 'in place', {
    added: [`${CONTAINER}.env[0]`],
    changed: [`${CONTAINER}.env[0].value`],
  }),
  probes: [
    ...optional<CustomContainerPoolProps, 'probes'>('probes', [[probe(80)], [probe(81)]], 'in place', {
      added: [`${CONTAINER}.probes[0]`],
      changed: [`${CONTAINER}.probes[0].httpGet.port`],
    }),
    {
      title: 'one option less',
      before: { probes: [probe(80, { path: '/health' })] },
      after: { probes: [probe(80)] },
      action: 'in place',
      paths: [`${CONTAINER}.probes[0].httpGet.path`],
    },
    {
      title: 'in another order',
      before: { probes: [probe(80), ContainerProbe.startup(ProbeHandler.httpGet({ port: 80 }))] },
      after: { probes: [ContainerProbe.startup(ProbeHandler.httpGet({ port: 80 })), probe(80)] },
      action: 'no changes',
    },
  ],
};

export function customContainerEdits(context: Context): Edits<CustomContainerPoolProps> {
  return { ...commonEdits(context), ...poolEdits(context), ...secretEdits(context), ...CONTAINER_EDITS };
}
