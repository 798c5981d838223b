import type { TerraformStack } from 'cdktf';
import type { Kind } from './definition';
import {
  ENVIRONMENT_NAME,
  IMAGE,
  LOCATION,
  PINNED_IMAGE,
  plainVariables,
  RESOURCE_GROUP_ID,
  SERVER,
  TARGET_PORT,
  variables,
} from './values';
import {
  AzapiProvider,
  CodeInterpreterPool,
  ContainerProbe,
  CustomContainerPool,
  ProbeHandler,
  SecretEnvironmentVariable,
  RegistryCredentials,
  SessionIdentity,
  SessionPoolEnvironment,
  SessionSecret,
} from 'cdktf-azure-session-pools';

const PLACE = { resourceGroupId: RESOURCE_GROUP_ID, location: LOCATION };

export function fill(stack: TerraformStack, kind: Kind, names: string[]): void {
  new AzapiProvider(stack, 'azapi');
  const define = { interpreter, minimal, full }[kind](stack);
  names.forEach(define);
}

function interpreter(stack: TerraformStack) {
  return (name: string) => void new CodeInterpreterPool(stack, name, { ...PLACE, sessionPoolName: name });
}

function minimal(stack: TerraformStack) {
  const environment = environmentOf(stack);
  return (name: string) =>
    void new CustomContainerPool(stack, name, { ...PLACE, sessionPoolName: name, environment, image: IMAGE, targetPort: TARGET_PORT });
}

function full(stack: TerraformStack) {
  const environment = environmentOf(stack);
  const { secrets, identityId, team, host } = variables(stack);
  return (name: string) =>
    void new CustomContainerPool(stack, name, {
      ...PLACE,
      sessionPoolName: name,
      environment,
      image: PINNED_IMAGE,
      targetPort: TARGET_PORT,
      cpu: 1,
      memory: '2Gi',
      command: ['/bin/sh', '-c'],
      args: ['exec serve --home ${HOME}', '--verbose'],
      environmentVariables: plainVariables(host),
      secretEnvironmentVariables: secrets.map(secret =>
        SecretEnvironmentVariable.of(`${secret.node.id.toUpperCase()}_KEY`, SessionSecret.fromVariable(secret.node.id, secret)),
      ),
      registryCredentials: RegistryCredentials.fromUserAssignedIdentity({ server: SERVER, identityId }),
      identities: [SessionIdentity.userAssigned(identityId)],
      probes: [
        ContainerProbe.liveness(ProbeHandler.httpGet({ port: TARGET_PORT, path: '/health' }), { periodSeconds: 10 }),
        ContainerProbe.startup(ProbeHandler.httpGet({ port: TARGET_PORT, path: '/ready' }), { failureThreshold: 10 }),
      ],
      tags: { team, environment: 'production', costCenter: '42', owner: 'agents' },
    });
}

function environmentOf(stack: TerraformStack): SessionPoolEnvironment {
  return new SessionPoolEnvironment(stack, 'environment', { ...PLACE, environmentName: ENVIRONMENT_NAME });
}
