import type { IResolvable } from 'cdktf';
import type { SessionLifecycle } from './session-lifecycle';
import { SessionNetworkStatus } from './session-network-status';
import type { SessionPoolOptions } from './session-pool';
import type { McpServerSettings } from '../mcp/mcp-server-settings';

/**
 * `properties` of a session pool as ARM takes them. Everything that guards the sessions is always there, and what is not given is an empty list
 * or null, as far as the API version knows it: azapi takes a property that only vanishes from a body for no change, and does not look for what
 * the body lacks.
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
  readonly mcpServerSettings?: McpServerSettings | null;
}

interface LifecycleConfiguration {
  readonly lifecycleType: string;
  readonly cooldownPeriodInSeconds?: number;
  readonly maxAlivePeriodInSeconds?: number;
}

export interface ManagedIdentitySetting {
  readonly identity: string;
  readonly lifecycle: string | IResolvable;
}

interface CustomContainerTemplate {
  readonly containers: SessionContainer[];
  readonly registryCredentials: SessionRegistryCredentials | null;
  readonly ingress: { readonly targetPort: number };
}

export interface SessionRegistryCredentials {
  readonly server: string;
  readonly identity: string | null;
  readonly username: string | null;
  readonly passwordSecretRef: string | null;
}

interface SessionContainer {
  readonly name: string;
  readonly image: string;
  readonly command: string[];
  readonly args: string[];
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

/** The properties that all kinds of pools have. */
export function commonProperties(props: SessionPoolOptions, containerType: string, lifecycle: SessionLifecycle) {
  const { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } = lifecycle;
  return {
    containerType,
    poolManagementType: 'Dynamic',
    dynamicPoolConfiguration: { lifecycleConfiguration: { lifecycleType, cooldownPeriodInSeconds, maxAlivePeriodInSeconds } },
    sessionNetworkConfiguration: { status: props.networkStatus ?? SessionNetworkStatus.EGRESS_DISABLED },
  };
}
