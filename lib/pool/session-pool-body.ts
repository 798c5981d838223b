import { IResolvable, Token } from 'cdktf';
import { hcl } from '../terraform/hcl-expression';
import { CodeInterpreterPoolProps } from '../code-interpreter/code-interpreter-pool';
import { CodeInterpreterType } from '../code-interpreter/code-interpreter-type';
import { ContainerProbe } from '../custom-container/container-probe';
import { CustomContainerPoolProps } from '../custom-container/custom-container-pool';
import { McpServerOptions } from '../mcp/mcp-server';
import { RegistryCredentials } from '../credentials/registry-credentials';
import { SessionIdentity } from '../credentials/session-identity';
import { SessionLifecycle } from './session-lifecycle';
import { SessionNetworkStatus } from './session-network-status';
import { SessionPoolOptions } from './session-pool';
import { SessionSecret } from '../credentials/session-secret';
import { escapeTemplates, isToken } from '../terraform/templates';

/** The ARM type of session pools. */
export const SESSION_POOL_TYPE = 'Microsoft.App/sessionPools';

/**
 * `properties` of a session pool as ARM takes them. Everything that guards the sessions is always there. What can be taken away
 * again is null where it is not given: azapi takes a property that only vanishes from a body for no change.
 */
export interface SessionPoolProperties {
  readonly containerType: string;
  readonly poolManagementType: string;
  readonly environmentId?: string;
  readonly scaleConfiguration: { readonly maxConcurrentSessions: number; readonly readySessionInstances?: number };
  readonly dynamicPoolConfiguration: { readonly lifecycleConfiguration: LifecycleConfiguration };
  readonly sessionNetworkConfiguration: { readonly status: string };
  readonly customContainerTemplate?: CustomContainerTemplate;
  readonly managedIdentitySettings?: ManagedIdentitySetting[];
  readonly secrets?: Array<{ readonly name: string }>;
  readonly mcpServerSettings?: { readonly isMcpServerEnabled: boolean; readonly isMcpServerApiKeyDisabled: boolean | IResolvable };
}

interface LifecycleConfiguration {
  readonly lifecycleType: string;
  readonly cooldownPeriodInSeconds?: number;
  readonly maxAlivePeriodInSeconds?: number;
}

interface ManagedIdentitySetting {
  readonly identity: string;
  readonly lifecycle: string | IResolvable;
}

interface CustomContainerTemplate {
  readonly containers: SessionContainer[];
  readonly registryCredentials: SessionRegistryCredentials | null;
  readonly ingress: { readonly targetPort: number };
}

interface SessionRegistryCredentials {
  readonly server: string;
  readonly identity?: string;
  readonly username?: string;
  readonly passwordSecretRef?: string;
}

interface SessionContainer {
  readonly name: string;
  readonly image: string;
  readonly command: string[] | null;
  readonly args: string[] | null;
  readonly env: EnvironmentVar[] | IResolvable;
  readonly resources: { readonly cpu: number; readonly memory: string };
  readonly probes?: unknown[];
}

/** An environment variable. */
export interface EnvironmentVar {
  readonly name: string;
  /** Null beside a secret: a value that is added to it is then seen. */
  readonly value?: string | null;
  readonly secretRef?: string;
}

/** What a custom container pool is made of beside its properties. */
export interface CustomContainerParts {
  readonly poolName: string;
  readonly identities: SessionIdentity[];
  readonly secrets: SessionSecret[];
  readonly addedVariables: EnvironmentVar[];
}

/** The properties of a code interpreter pool. */
export function codeInterpreterProperties(props: CodeInterpreterPoolProps): SessionPoolProperties {
  return escapeTemplates({
    ...commonProperties(props, (props.containerType ?? CodeInterpreterType.PYTHON_LTS).containerType,
      SessionLifecycle.timed({ cooldownPeriodInSeconds: props.cooldownPeriodInSeconds })),
    scaleConfiguration: { maxConcurrentSessions: props.maxConcurrentSessions ?? 10 },
    ...mcpServerSettings(props.mcpServer),
  });
}

/** The properties of a custom container pool. */
export function customContainerProperties(props: CustomContainerPoolProps, parts: CustomContainerParts): SessionPoolProperties {
  return escapeTemplates({
    ...commonProperties(props, 'CustomContainer', props.lifecycle ?? SessionLifecycle.timed()),
    environmentId: props.environment.environmentId,
    scaleConfiguration: {
      maxConcurrentSessions: props.maxConcurrentSessions ?? 10,
      readySessionInstances: props.readySessionInstances ?? 1,
    },
    customContainerTemplate: {
      containers: [{
        name: props.containerName ?? containerNameFor(parts.poolName),
        image: props.image,
        command: props.command ?? null,
        args: props.args ?? null,
        env: environmentVariables(props, parts.addedVariables),
        resources: { cpu: props.cpu ?? 0.25, memory: props.memory ?? '0.5Gi' },
        ...(props.probes?.length && { probes: isToken(props.probes) ? props.probes : props.probes.map(probeBody) }),
      }],
      ingress: { targetPort: props.targetPort },
      registryCredentials: registryCredentials(props.registryCredentials),
    },
    ...(parts.identities.length > 0 && { managedIdentitySettings: parts.identities.map(managedIdentitySetting) }),
    ...(parts.secrets.length > 0 && { secrets: parts.secrets.map(({ name }) => ({ name })) }),
    ...mcpServerSettings(props.mcpServer),
  });
}

const PROBE_OPTIONS = [
  'failureThreshold', 'initialDelaySeconds', 'periodSeconds', 'successThreshold', 'timeoutSeconds', 'terminationGracePeriodSeconds',
] as const;
const HTTP_GET_OPTIONS = ['path', 'host', 'scheme', 'httpHeaders'] as const;

/** Where the image is, for Terraform's `ignore_changes`. */
export const IMAGE_PATH = 'body.properties.customContainerTemplate.containers[0].image';

/** The longest name that a container can have. */
export const MAX_CONTAINER_NAME = 46;

function containerNameFor(poolName: string): string {
  return isToken(poolName) ? poolName : poolName.slice(0, MAX_CONTAINER_NAME).replace(/-$/, '');
}

function commonProperties(props: SessionPoolOptions, containerType: string, lifecycle: SessionLifecycle) {
  const { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } = lifecycle;
  return {
    containerType,
    poolManagementType: 'Dynamic',
    dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } },
    sessionNetworkConfiguration: { status: props.networkStatus ?? SessionNetworkStatus.EGRESS_DISABLED },
  };
}

function mcpServerSettings(mcpServer?: McpServerOptions) {
  return mcpServer && {
    mcpServerSettings: { isMcpServerEnabled: true, isMcpServerApiKeyDisabled: mcpServer.apiKeyDisabled ?? false },
  };
}

/** A map that is a token is taken apart by Terraform. */
function environmentVariables(
  { environmentVariables: variables = {}, secretEnvironmentVariables = {} }: CustomContainerPoolProps,
  added: EnvironmentVar[],
): EnvironmentVar[] | IResolvable {
  const secret = Object.entries(secretEnvironmentVariables).map(([name, { name: secretRef }]) => ({ name, secretRef }));
  const others = [...secret, ...added].map(variable => variable.secretRef === undefined ? variable : { ...variable, value: null });
  if (!isToken(variables)) {
    return [...Object.entries(variables).map(([name, value]) => ({ name, value })), ...others];
  }
  const list = hcl(escapeTemplates(others));
  return Token.asAny(`\${concat([for name, value in ${hcl(variables)} : { name = name, value = value }], ${list})}`);
}

/** The secret part of the body: azapi merges it over the names in the body, and every request carries all of it. */
export function secretProperties(secrets: SessionSecret[]): object | undefined {
  return secrets.length > 0 ? escapeTemplates({ secrets: secrets.map(({ name, value }) => ({ name, value })) }) : undefined;
}

function managedIdentitySetting({ identity, availableInSessions }: SessionIdentity): ManagedIdentitySetting {
  const lifecycle = typeof availableInSessions === 'boolean'
    ? availableInSessions ? 'Main' : 'None'
    : Token.asAny(`\${${hcl(availableInSessions)} ? "Main" : "None"}`);
  return { identity, lifecycle };
}

function registryCredentials(credentials?: RegistryCredentials): SessionRegistryCredentials | null {
  if (!credentials) {
    return null;
  }
  const { server, identity, username, password } = credentials;
  return identity ? { server, identity } : { server, username, passwordSecretRef: password!.name };
}

function probeBody({ probeType, options }: ContainerProbe) {
  const { httpGet, tcpSocket, ...rest } = options;
  return {
    type: probeType,
    ...orNull(rest, PROBE_OPTIONS),
    ...(httpGet && { httpGet: isToken(httpGet) ? httpGet : { port: httpGet.port, ...orNull(httpGet, HTTP_GET_OPTIONS) } }),
    ...(tcpSocket && { tcpSocket: isToken(tcpSocket) ? tcpSocket : { port: tcpSocket.port, host: tcpSocket.host ?? null } }),
  };
}

function orNull<T extends object>(options: T, names: ReadonlyArray<keyof T & string>): { [name: string]: unknown } {
  return Object.fromEntries(names.map(name => [name, options[name] ?? null]));
}
