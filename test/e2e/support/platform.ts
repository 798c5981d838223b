import type { TerraformStack } from 'cdktf';
import { TerraformOutput } from 'cdktf';
import {
  CodeInterpreterPool,
  CodeInterpreterPoolFleet,
  CodeInterpreterType,
  ContainerProbe,
  CustomContainerPool,
  ImagePullGrant,
  Principal,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionPoolEnvironment,
  SessionPoolQueryPack,
  SessionSecret,
} from '../../../lib';
import { RESOURCE_GROUP_ID } from '../../support/fixtures';
import { hostileStrings } from '../../support/hostile-strings';

export const PLATFORM_SECRETS = ['api-token', 'signing-key', 'dsn'];

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
const TAGS = { team: 'agents', 'cost "center"': '${x}' };
const PRINCIPAL = '11111111-1111-4111-8111-111111111111';
const idOf = (type: string, name: string) => `${RESOURCE_GROUP_ID}/providers/${type}/${name}`;
const identity = (name: string) => idOf('Microsoft.ManagedIdentity/userAssignedIdentities', name);
const actionGroupIds = ['on-call', 'reports'].map(name => idOf('Microsoft.Insights/actionGroups', name));

/** One in so many of the texts that programs get wrong, each as a variable of a container. */
const STEP = 40;

function hostileVariables(): { [name: string]: string } {
  const texts = hostileStrings().filter((_, index) => index % STEP === 0);
  return Object.fromEntries(texts.map((text, index) => [`TEXT_${index}`, text]));
}

/** What a platform team defines: two pools of an environment in a network, an interpreter with an MCP server, a fleet, and who may use them. */
export function buildPlatform(stack: TerraformStack): void {
  const environment = new SessionPoolEnvironment(stack, 'environment', {
    ...PLACE,
    environmentName: 'platform',
    infrastructureSubnetId: `${idOf('Microsoft.Network/virtualNetworks', 'network')}/subnets/sandboxes`,
    zoneRedundant: true,
    tags: TAGS,
  });
  const secrets = PLATFORM_SECRETS.map(name => SessionSecret.ephemeral(stack, name));
  const sandbox = new CustomContainerPool(stack, 'sandbox', {
    ...PLACE,
    sessionPoolName: 'sandbox',
    environment,
    image: 'registry.azurecr.io/sandbox:1.0',
    targetPort: 8080,
    command: ['serve'],
    args: ['--quiet', ''],
    maxConcurrentSessions: 40,
    readySessionInstances: 4,
    environmentVariables: hostileVariables(),
    secretEnvironmentVariables: secrets.map((secret, index) => SecretEnvironmentVariable.of(`SECRET_${index}`, secret)),
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({
      server: 'registry.azurecr.io',
      identityId: identity('puller'),
      identityPrincipalId: '22222222-2222-4222-8222-222222222222',
      registryId: idOf('Microsoft.ContainerRegistry/registries', 'registry'),
      pullGrant: ImagePullGrant.assign(),
    }),
    identities: [SessionIdentity.userAssigned(identity('session'), { availableInSessions: true })],
    probes: [
      ContainerProbe.liveness(ProbeHandler.httpGet({ port: 8080, path: '/healthz' }), { periodSeconds: 20 }),
      ContainerProbe.startup(ProbeHandler.tcpSocket({ port: 8080 })),
    ],
    tags: TAGS,
  });
  const jobs = new CustomContainerPool(stack, 'jobs', {
    ...PLACE,
    sessionPoolName: 'jobs',
    environment,
    image: 'mcr.microsoft.com/k8se/quickstart:1.0',
    targetPort: 80,
    lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 3600 }),
  });
  const shell = new CodeInterpreterPool(stack, 'shell', {
    ...PLACE,
    sessionPoolName: 'shell',
    containerType: CodeInterpreterType.SHELL,
    mcpServer: { apiKeyDisabled: true },
    tags: TAGS,
  });
  const node = new CodeInterpreterPool(stack, 'node', {
    ...PLACE,
    sessionPoolName: 'node',
    containerType: CodeInterpreterType.NODE_LTS,
    cooldownPeriodInSeconds: 600,
  });
  const fleet = new CodeInterpreterPoolFleet(stack, 'fleet', {
    resourceGroupId: RESOURCE_GROUP_ID,
    sessionPoolNamePrefix: 'fleet',
    locations: ['westus2', 'westeurope', 'eastasia'],
    sessions: 30,
    maxConcurrentSessionsPerPool: 10,
  });
  const agents = Principal.managedIdentity(PRINCIPAL);
  [sandbox, jobs, shell, node].forEach(pool => pool.grants.execute(agents));
  fleet.grants.execute(agents);
  sandbox.metrics.alertWhenNearlyFull(stack, 'nearly-full', { alertName: 'nearly-full', actionGroupIds });
  sandbox.metrics.alertWhenNoneReady(stack, 'none-ready', { alertName: 'none-ready', actionGroupIds, tags: TAGS });
  new SessionPoolQueryPack(stack, 'queries', { ...PLACE, queryPackName: 'queries', tags: TAGS });
  Object.entries({
    'sandbox-endpoint': sandbox.poolManagementEndpoint,
    'mcp-endpoint': shell.endpoints.mcpServer,
    'fleet-members': fleet.toEnvironmentVariables().SESSION_POOL_FLEET,
  }).forEach(([name, value]) => new TerraformOutput(stack, name, { value, staticId: true }));
}
