import type { TerraformStack } from 'cdktf';
import {
  CodeInterpreterPool,
  CodeInterpreterType,
  ContainerProbe,
  CustomContainerPool,
  Principal,
  ProbeHandler,
  RegistryCredentials,
  SecretEnvironmentVariable,
  SessionIdentity,
  SessionLifecycle,
  SessionPoolEnvironment,
  SessionSecret,
  WorkloadProfile,
} from '../../../lib';
import type { JsonObject } from '../../arm/json';
import type { LocalArm } from '../../arm/local-arm';
import { RESOURCE_GROUP_ID } from '../../support/fixtures';

/** The values of the variables of the stack. */
export const GOLDEN_VARIABLES = { api_key: 'value-of-api-key', registry: 'value-of-registry' };

const PRINCIPAL = '11111111-1111-4111-8111-111111111111';
const identity = (name: string) => `${RESOURCE_GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;

/** A stack with everything that this library has defined since its first version. */
export function buildGolden(stack: TerraformStack): void {
  const placed = { resourceGroupId: RESOURCE_GROUP_ID, location: 'westus2' };
  const environment = new SessionPoolEnvironment(stack, 'environment', {
    ...placed,
    infrastructureSubnetId: `${RESOURCE_GROUP_ID}/providers/Microsoft.Network/virtualNetworks/network/subnets/subnet`,
    workloadProfiles: [
      WorkloadProfile.consumption(),
      WorkloadProfile.dedicated({ name: 'large', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 2 }),
    ],
    tags: { team: 'agents' },
  });
  const interpreter = new CodeInterpreterPool(stack, 'interpreter', {
    ...placed,
    maxConcurrentSessions: 50,
    cooldownPeriodInSeconds: 600,
    tags: { team: 'agents' },
  });
  interpreter.grants.execute(Principal.servicePrincipal(PRINCIPAL));
  new CodeInterpreterPool(stack, 'shell', { ...placed, containerType: CodeInterpreterType.SHELL, mcpServer: { apiKeyDisabled: true } });
  new CustomContainerPool(stack, 'smallest', { ...placed, environment, image: 'mcr.microsoft.com/k8se/quickstart:1.0', targetPort: 80 });
  const pool = new CustomContainerPool(stack, 'largest', {
    ...placed,
    sessionPoolName: 'the-largest',
    environment,
    image: 'registry.azurecr.io/app:1.0',
    targetPort: 8080,
    cpu: 1,
    memory: '2Gi',
    command: ['serve'],
    args: ['--verbose', '${HOME}'],
    maxConcurrentSessions: 20,
    readySessionInstances: 5,
    lifecycle: SessionLifecycle.onContainerExit({ maxAlivePeriodInSeconds: 1800 }),
    environmentVariables: { LOG_LEVEL: 'info' },
    secretEnvironmentVariables: [SecretEnvironmentVariable.of('API_KEY', SessionSecret.ephemeral(stack, 'api-key'))],
    registryCredentials: RegistryCredentials.fromUserAssignedIdentity({ server: 'registry.azurecr.io', identityId: identity('puller') }),
    identities: [
      SessionIdentity.userAssigned(identity('session'), { availableInSessions: true }),
      SessionIdentity.userAssigned(identity('puller')),
    ],
    probes: [ContainerProbe.liveness(ProbeHandler.httpGet({ port: 8080, path: '/healthz' }), { periodSeconds: 20 })],
    timeouts: { create: '90m' },
  });
  pool.addEnvironmentVariable('REGION', 'westus2');
  new CustomContainerPool(stack, 'password', {
    ...placed,
    environment,
    image: 'registry.azurecr.io/app:1.0',
    targetPort: 80,
    registryCredentials: RegistryCredentials.fromUsernamePassword({
      server: 'registry.azurecr.io',
      username: 'user',
      password: SessionSecret.ephemeral(stack, 'registry'),
    }),
  });
}

/** A resource in a state file. */
interface StateResource {
  readonly type: string;
  readonly instances: ReadonlyArray<{ readonly attributes: StateAttributes }>;
}

interface StateAttributes {
  readonly id: string;
  readonly type: string;
  readonly location: string | null;
  readonly tags: JsonObject | null;
  readonly identity: ReadonlyArray<{ readonly type: string; readonly identity_ids: readonly string[] | null }> | null;
  readonly body: { readonly value: { readonly properties: JsonObject } };
}

/** Puts everything that a state holds into Azure: an environment before its pools, and secrets with their values. */
export function restore(arm: LocalArm, state: { readonly resources: readonly StateResource[] }): void {
  const resources = state.resources
    .filter(({ type }) => type === 'azapi_resource')
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
  for (const resource of [...resources].sort((a, b) => orderOf(a) - orderOf(b))) {
    const [type, apiVersion] = resource.type.split('@');
    const { properties } = resource.body.value;
    arm.put(resource.id, apiVersion, {
      ...(resource.location !== null && { location: resource.location }),
      ...(resource.tags !== null && { tags: resource.tags }),
      ...identityOf(resource),
      properties: type === 'Microsoft.App/sessionPools' ? withValues(properties) : properties,
    });
  }
}

function orderOf({ type }: StateAttributes): number {
  return ['Microsoft.App/managedEnvironments', 'Microsoft.App/sessionPools', 'Microsoft.Authorization/roleAssignments'].indexOf(
    type.split('@')[0],
  );
}

function identityOf({ identity: blocks }: StateAttributes): JsonObject {
  if (!blocks?.length) return {};
  const [{ type, identity_ids: ids }] = blocks;
  return { identity: { type, userAssignedIdentities: Object.fromEntries((ids ?? []).map(id => [id, {}])) } };
}

function withValues(properties: JsonObject): JsonObject {
  const secrets = properties.secrets as Array<{ name: string }> | undefined;
  const values: { [name: string]: string } = { 'api-key': GOLDEN_VARIABLES.api_key, registry: GOLDEN_VARIABLES.registry };
  return secrets ? { ...properties, secrets: secrets.map(({ name }) => ({ name, value: values[name] })) } : properties;
}
