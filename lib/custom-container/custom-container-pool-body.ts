import type { IResolvable } from 'cdktf';
import { Token } from 'cdktf';
import { probeBody } from './container-probe-body';
import { DEFAULT_CPU, DEFAULT_MEMORY, DEFAULT_READY_SESSION_INSTANCES } from './custom-container-pool-defaults';
import type { CustomContainerPoolProps } from './custom-container-pool-props';
import type { Feature } from '../arm/api-versions';
import { CUSTOM_CONTAINER } from '../arm/api-versions';
import type { RegistryCredentials } from '../credentials/registry-credentials';
import type { SessionIdentity } from '../credentials/session-identity';
import type { SessionSecret } from '../credentials/session-secret';
import { mcpServerSettings } from '../mcp/mcp-server-settings';
import { SessionLifecycle } from '../pool/session-lifecycle';
import type { EnvironmentVar, ManagedIdentitySetting, SessionPoolProperties, SessionRegistryCredentials } from '../pool/session-pool-body';
import { commonProperties } from '../pool/session-pool-body';
import { DEFAULT_MAX_CONCURRENT_SESSIONS } from '../pool/session-pool-defaults';
import { hcl } from '../terraform/hcl-expression';
import { escapeTemplates, isToken } from '../terraform/templates';

/** What a custom container pool is made of beside its properties. */
export interface CustomContainerParts {
  readonly poolName: string;
  /** What the API version of the pool knows. */
  readonly features: readonly Feature[];
  readonly identities: SessionIdentity[];
  readonly secrets: SessionSecret[];
  readonly addedVariables: EnvironmentVar[];
}

/** The properties of a custom container pool. */
export function customContainerProperties(props: CustomContainerPoolProps, parts: CustomContainerParts): SessionPoolProperties {
  return escapeTemplates({
    ...commonProperties(props, CUSTOM_CONTAINER, props.lifecycle ?? SessionLifecycle.timed()),
    environmentId: props.environment.environmentId,
    scaleConfiguration: {
      maxConcurrentSessions: props.maxConcurrentSessions ?? DEFAULT_MAX_CONCURRENT_SESSIONS,
      readySessionInstances: props.readySessionInstances ?? DEFAULT_READY_SESSION_INSTANCES,
    },
    customContainerTemplate: {
      containers: [
        {
          name: props.containerName ?? containerNameFor(parts.poolName),
          image: props.image,
          command: props.command ?? [],
          args: props.args ?? [],
          env: environmentVariables(props, parts.addedVariables),
          resources: { cpu: props.cpu ?? DEFAULT_CPU, memory: props.memory ?? DEFAULT_MEMORY },
          ...probes(props, parts.features),
        },
      ],
      ingress: { targetPort: props.targetPort },
      registryCredentials: registryCredentials(props.registryCredentials),
    },
    ...(parts.features.includes('identities') && { managedIdentitySettings: parts.identities.map(managedIdentitySetting) }),
    secrets: parts.secrets.map(({ name }) => ({ name })),
    ...mcpServerSettings(undefined, parts.features),
  });
}

/** Where the image is, for Terraform's `ignore_changes`. */
export const IMAGE_PATH = 'body.properties.customContainerTemplate.containers[0].image';

/** The longest name that a container can have. */
export const MAX_CONTAINER_NAME = 46;

function containerNameFor(poolName: string): string {
  return isToken(poolName) ? poolName : poolName.slice(0, MAX_CONTAINER_NAME).replace(/-$/, '');
}

/** A map that is a token is taken apart by Terraform. */
function environmentVariables(
  { environmentVariables: variables = {}, secretEnvironmentVariables = [] }: CustomContainerPoolProps,
  added: EnvironmentVar[],
): EnvironmentVar[] | IResolvable {
  const secrets = secretEnvironmentVariables.map(({ name, secret: { name: secretRef } }) => ({ name, secretRef }));
  const others = [...secrets, ...added].map(variable => (variable.secretRef === undefined ? variable : { ...variable, value: null }));
  if (!isToken(variables)) {
    return [...Object.entries(variables).map(([name, value]) => ({ name, value })), ...others];
  }
  const list = hcl(escapeTemplates(others));
  return Token.asAny(`\${concat([for name, value in ${hcl(variables)} : { name = name, value = value }], ${list})}`);
}

/** The environment variables that are no secrets. */
export function plainVariables(
  { environmentVariables: variables = {} }: CustomContainerPoolProps,
  added: EnvironmentVar[],
): { [name: string]: string } {
  const others = Object.fromEntries(added.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value] as const] : [])));
  return isToken(variables) && Object.keys(others).length > 0
    ? Token.asStringMap(`\${merge(${hcl(variables)}, ${hcl(escapeTemplates(others))})}`)
    : { ...variables, ...others };
}

/** The secret part of the body: azapi merges it over the names in the body, and every request carries all of it. */
export function secretProperties(secrets: SessionSecret[]): object | undefined {
  return secrets.length > 0 ? escapeTemplates({ secrets: secrets.map(({ name, value }) => ({ name, value })) }) : undefined;
}

/** Probes that are taken away are an empty list: what an API version without probes does with those that are there is not known. */
function probes({ probes: given = [] }: CustomContainerPoolProps, features: readonly Feature[]): { readonly probes?: unknown[] } {
  if (given.length === 0 && !features.includes('probes')) {
    return {};
  }
  return { probes: isToken(given) ? given : given.map(probeBody) };
}

function managedIdentitySetting({ identity, availableInSessions }: SessionIdentity): ManagedIdentitySetting {
  const lifecycle =
    typeof availableInSessions === 'boolean'
      ? availableInSessions
        ? 'Main'
        : 'None'
      : Token.asAny(`\${${hcl(availableInSessions)} ? "Main" : "None"}`);
  return { identity, lifecycle };
}

function registryCredentials(credentials?: RegistryCredentials): SessionRegistryCredentials | null {
  if (!credentials) {
    return null;
  }
  const { server, identity, username, password } = credentials;
  return { server, identity: identity ?? null, username: username ?? null, passwordSecretRef: password?.name ?? null };
}
