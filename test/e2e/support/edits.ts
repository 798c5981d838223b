import type { CodeInterpreterPoolProps, CustomContainerPoolProps, SessionSecret } from '../../../lib';
import {
  CodeInterpreterType,
  ContainerProbe,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionNetworkStatus,
} from '../../../lib';
import { RESOURCE_GROUP_ID } from '../../support/fixtures';

/** One property of a pool before and after, and what the plan says: the action, and the arguments of azapi that differ. */
export interface Edit<Props> {
  readonly title: string;
  readonly before?: Partial<Props>;
  readonly after?: Partial<Props>;
  readonly action: 'in place' | 'replaced' | 'no changes';
  readonly paths?: readonly string[];
}

const CONTAINER = 'body.properties.customContainerTemplate.containers[0]';
const LIFECYCLE = 'body.properties.dynamicPoolConfiguration.lifecycleConfiguration';
const MCP = 'body.properties.mcpServerSettings';
const IDENTITY_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one`;
const OTHER_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/two`;

/** What both kinds of pools have. */
const COMMON: ReadonlyArray<Edit<CodeInterpreterPoolProps & CustomContainerPoolProps>> = [
  { title: 'resourceGroupId', after: { resourceGroupId: `${RESOURCE_GROUP_ID}2` }, action: 'replaced', paths: ['parent_id'] },
  { title: 'location', after: { location: 'westus3' }, action: 'replaced', paths: ['location'] },
  { title: 'location, spelled otherwise', after: { location: 'West US 2' }, action: 'no changes' },
  {
    title: 'maxConcurrentSessions',
    after: { maxConcurrentSessions: 20 },
    action: 'in place',
    paths: ['body.properties.scaleConfiguration.maxConcurrentSessions'],
  },
  {
    title: 'networkStatus',
    after: { networkStatus: SessionNetworkStatus.EGRESS_ENABLED },
    action: 'in place',
    paths: ['body.properties.sessionNetworkConfiguration.status'],
  },
  { title: 'tags: added', after: { tags: { team: 'a' } }, action: 'in place', paths: ['tags'] },
  { title: 'tags: changed', before: { tags: { team: 'a' } }, after: { tags: { team: 'b' } }, action: 'in place', paths: ['tags.team'] },
  { title: 'tags: removed', before: { tags: { team: 'a' } }, action: 'in place', paths: ['tags'] },
  {
    title: 'timeouts',
    before: { timeouts: { create: '61m' } },
    after: { timeouts: { create: '62m' } },
    action: 'in place',
    paths: ['timeouts.create'],
  },
  { title: 'apiVersion', before: { apiVersion: '2025-07-01' }, action: 'no changes' },
  { title: 'preventDestroy', after: { preventDestroy: true }, action: 'no changes' },
  { title: 'adoptExisting', after: { adoptExisting: true }, action: 'no changes' },
  { title: 'acknowledgements', after: { acknowledgements: [{ id: 'egress-enabled', reason: 'a reason' }] }, action: 'no changes' },
];

export const CODE_INTERPRETER_EDITS: ReadonlyArray<Edit<CodeInterpreterPoolProps>> = [
  ...COMMON,
  { title: 'sessionPoolName', after: { sessionPoolName: 'renamedinterpreter' }, action: 'replaced', paths: ['name'] },
  {
    title: 'containerType',
    before: { containerType: CodeInterpreterType.SHELL },
    after: { containerType: CodeInterpreterType.NODE_LTS },
    action: 'replaced',
    paths: ['body.properties.containerType'],
  },
  {
    title: 'containerType, with another api version',
    after: { containerType: CodeInterpreterType.NODE_LTS },
    action: 'replaced',
    paths: ['body.properties.containerType', 'type'],
  },
  {
    title: 'cooldownPeriodInSeconds',
    after: { cooldownPeriodInSeconds: 600 },
    action: 'in place',
    paths: [`${LIFECYCLE}.cooldownPeriodInSeconds`],
  },
  {
    title: 'mcpServer: added',
    after: { mcpServer: {} },
    action: 'in place',
    paths: [MCP, 'response_export_values[2]', 'response_export_values[3]', 'type'],
  },
  {
    title: 'mcpServer: changed',
    before: { mcpServer: {} },
    after: { mcpServer: { apiKeyDisabled: true } },
    action: 'in place',
    paths: [`${MCP}.isMcpServerApiKeyDisabled`],
  },
  {
    title: 'mcpServer: removed',
    before: { mcpServer: {} },
    action: 'in place',
    paths: [MCP, 'response_export_values[2]', 'response_export_values[3]', 'type'],
  },
];

/** Where one secret is enough for all. */
export interface Secrets {
  readonly one: SessionSecret;
  readonly two: SessionSecret;
}

export function customContainerEdits({ one, two }: Secrets): ReadonlyArray<Edit<CustomContainerPoolProps>> {
  const registry = 'body.properties.customContainerTemplate.registryCredentials';
  const settings = 'body.properties.managedIdentitySettings';
  const identity = SessionIdentity.userAssigned(IDENTITY_ID);
  const puller = RegistryCredentials.fromUserAssignedIdentity({ server: 'registry.azurecr.io', identityId: IDENTITY_ID });
  const password = (server: string, username: string) => RegistryCredentials.fromUsernamePassword({ server, username, password: one });
  const probe = (port: number) => ContainerProbe.liveness(ProbeHandler.httpGet({ port }));
  return [
    ...COMMON,
    { title: 'sessionPoolName', after: { sessionPoolName: 'renamedcontainer' }, action: 'replaced', paths: [`${CONTAINER}.name`, 'name'] },
    { title: 'image', after: { image: 'registry.azurecr.io/app:1.1' }, action: 'in place', paths: [`${CONTAINER}.image`] },
    {
      title: 'image, with ignoreImage',
      before: { ignoreImage: true },
      after: { ignoreImage: true, image: 'registry.azurecr.io/app:1.1' },
      action: 'no changes',
    },
    {
      title: 'targetPort',
      after: { targetPort: 8080 },
      action: 'in place',
      paths: ['body.properties.customContainerTemplate.ingress.targetPort'],
    },
    {
      title: 'readySessionInstances',
      after: { readySessionInstances: 3 },
      action: 'in place',
      paths: ['body.properties.scaleConfiguration.readySessionInstances'],
    },
    {
      title: 'lifecycle: period',
      after: { lifecycle: SessionLifecycle.timed({ cooldownPeriodInSeconds: 600 }) },
      action: 'in place',
      paths: [`${LIFECYCLE}.cooldownPeriodInSeconds`],
    },
    {
      title: 'lifecycle: type',
      after: { lifecycle: SessionLifecycle.onContainerExit() },
      action: 'in place',
      paths: [`${LIFECYCLE}.cooldownPeriodInSeconds`, `${LIFECYCLE}.lifecycleType`, `${LIFECYCLE}.maxAlivePeriodInSeconds`],
    },
    { title: 'cpu', after: { cpu: 0.5 }, action: 'in place', paths: [`${CONTAINER}.resources.cpu`] },
    { title: 'memory', after: { memory: '1Gi' }, action: 'in place', paths: [`${CONTAINER}.resources.memory`] },
    { title: 'containerName', after: { containerName: 'other' }, action: 'in place', paths: [`${CONTAINER}.name`] },
    { title: 'command', after: { command: ['serve'] }, action: 'in place', paths: [`${CONTAINER}.command`] },
    { title: 'args', before: { args: ['a', 'b'] }, after: { args: ['a', 'c'] }, action: 'in place', paths: [`${CONTAINER}.args[1]`] },
    { title: 'command: removed', before: { command: ['serve'] }, action: 'in place', paths: [`${CONTAINER}.command`] },
    { title: 'args: removed', before: { args: ['a'] }, action: 'in place', paths: [`${CONTAINER}.args`] },
    {
      title: 'environmentVariables: added',
      after: { environmentVariables: { A: '1' } },
      action: 'in place',
      paths: [`${CONTAINER}.env[0]`],
    },
    {
      title: 'environmentVariables: changed',
      before: { environmentVariables: { A: '1', B: '1' } },
      after: { environmentVariables: { A: '1', B: '2' } },
      action: 'in place',
      paths: [`${CONTAINER}.env[1].value`],
    },
    {
      title: 'environmentVariables: removed',
      before: { environmentVariables: { A: '1' } },
      action: 'in place',
      paths: [`${CONTAINER}.env[0]`],
    },
    {
      title: 'secretEnvironmentVariables: added',
      after: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', one)] },
      action: 'in place',
      paths: [`${CONTAINER}.env[0]`, 'body.properties.secrets'],
    },
    {
      title: 'secretEnvironmentVariables: another secret',
      before: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', one)] },
      after: { secretEnvironmentVariables: [SecretEnvironmentVariable.of('A', two)] },
      action: 'in place',
      paths: [`${CONTAINER}.env[0].secretRef`, 'body.properties.secrets[0].name'],
    },
    {
      title: 'secrets: one more',
      before: { secrets: [one] },
      after: { secrets: [one, two] },
      action: 'in place',
      paths: ['body.properties.secrets[1]'],
    },
    {
      title: 'secrets: one less',
      before: { secrets: [one, two] },
      after: { secrets: [two] },
      action: 'in place',
      paths: ['body.properties.secrets[0].name', 'body.properties.secrets[1]'],
    },
    { title: 'secrets: none left', before: { secrets: [one] }, action: 'in place', paths: ['body.properties.secrets'] },
    {
      title: 'registryCredentials: added',
      after: { registryCredentials: password('registry.azurecr.io', 'a') },
      action: 'in place',
      paths: [registry, 'body.properties.secrets'],
    },
    {
      title: 'registryCredentials: changed',
      before: { registryCredentials: password('registry.azurecr.io', 'a') },
      after: { registryCredentials: password('registry.azurecr.io', 'b') },
      action: 'in place',
      paths: [`${registry}.username`],
    },
    {
      title: 'registryCredentials: removed',
      before: { registryCredentials: password('registry.azurecr.io', 'a') },
      action: 'in place',
      paths: [registry, 'body.properties.secrets'],
    },
    {
      title: 'registryCredentials: removed, identity kept',
      before: { registryCredentials: puller, identities: [identity] },
      after: { identities: [identity] },
      action: 'in place',
      paths: [registry],
    },
    {
      title: 'registryCredentials: from password to identity',
      before: { registryCredentials: password('registry.azurecr.io', 'a') },
      after: { registryCredentials: puller },
      action: 'in place',
      paths: [
        settings,
        ...['identity', 'passwordSecretRef', 'username'].map(name => `${registry}.${name}`),
        'body.properties.secrets',
        'identity[0]',
      ],
    },
    { title: 'identities: added', after: { identities: [identity] }, action: 'in place', paths: [settings, 'identity[0]'] },
    {
      title: 'identities: one more',
      before: { identities: [identity] },
      after: { identities: [identity, SessionIdentity.userAssigned(OTHER_ID)] },
      action: 'in place',
      paths: [`${settings}[1]`, 'identity[0].identity_ids', 'list_unique_id_property'],
    },
    {
      title: 'identities: availableInSessions',
      before: { identities: [identity] },
      after: { identities: [SessionIdentity.userAssigned(IDENTITY_ID, { availableInSessions: true })] },
      action: 'in place',
      paths: [`${settings}[0].lifecycle`],
    },
    { title: 'identities: removed', before: { identities: [identity] }, action: 'in place', paths: [settings, 'identity[0]'] },
    {
      title: 'probes: added',
      after: { probes: [probe(80)] },
      action: 'in place',
      paths: [`${CONTAINER}.probes`, 'response_export_values[2]', 'schema_validation_enabled', 'type'],
    },
    {
      title: 'probes: changed',
      before: { probes: [probe(80)] },
      after: { probes: [probe(81)] },
      action: 'in place',
      paths: [`${CONTAINER}.probes[0].httpGet.port`],
    },
    {
      title: 'probes: one option less',
      before: { probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 80, path: '/health' }), { periodSeconds: 5 })] },
      after: { probes: [probe(80)] },
      action: 'in place',
      paths: [`${CONTAINER}.probes[0].httpGet.path`, `${CONTAINER}.probes[0].periodSeconds`],
    },
    {
      title: 'probes: removed, same api version',
      before: { probes: [probe(80)], apiVersion: '2026-07-01' },
      after: { apiVersion: '2026-07-01' },
      action: 'in place',
      paths: [`${CONTAINER}.probes`, 'response_export_values[2]'],
    },
    {
      title: 'probes: removed',
      before: { probes: [probe(80)] },
      action: 'in place',
      paths: [`${CONTAINER}.probes`, 'response_export_values[2]', 'schema_validation_enabled', 'type'],
    },
  ];
}
