import type { JsonObject } from './json';

/** The body of a session pool once it is held against the property tree. */
export interface SessionPoolBody {
  readonly location?: string;
  readonly identity?: { readonly type: string; readonly userAssignedIdentities?: { readonly [id: string]: object } };
  readonly properties: SessionPoolProperties;
}

export interface SessionPoolProperties {
  readonly environmentId?: string;
  readonly containerType?: string;
  readonly poolManagementType?: string;
  readonly scaleConfiguration?: { readonly maxConcurrentSessions?: number; readonly readySessionInstances?: number };
  readonly secrets?: ReadonlyArray<{ readonly name?: string; readonly value?: string }>;
  readonly dynamicPoolConfiguration?: {
    readonly executionType?: string;
    readonly cooldownPeriodInSeconds?: number;
    readonly lifecycleConfiguration?: Lifecycle;
  };
  readonly customContainerTemplate?: {
    readonly registryCredentials?: RegistryCredentials;
    readonly containers?: readonly Container[];
    readonly ingress?: { readonly targetPort?: number };
  };
  readonly managedIdentitySettings?: ReadonlyArray<{ readonly identity: string; readonly lifecycle?: string }>;
}

export interface Lifecycle {
  readonly lifecycleType?: string;
  readonly cooldownPeriodInSeconds?: number;
  readonly maxAlivePeriodInSeconds?: number;
}

export interface RegistryCredentials {
  readonly server?: string;
  /** The spelling of 2024-02-02-preview. */
  readonly registryServer?: string;
  readonly username?: string;
  readonly passwordSecretRef?: string;
  readonly identity?: string;
}

export interface Container {
  readonly name?: string;
  readonly image?: string;
  readonly env?: ReadonlyArray<{ readonly name?: string; readonly value?: string; readonly secretRef?: string }>;
  readonly resources?: { readonly cpu?: number; readonly memory?: string };
  readonly probes?: readonly Probe[];
}

export interface Probe {
  readonly type?: string;
  readonly httpGet?: { readonly port: number };
  readonly tcpSocket?: { readonly port: number };
}

/** The properties of a body that fits the property tree. */
export function properties(body: JsonObject): SessionPoolProperties {
  return (body as unknown as SessionPoolBody).properties ?? {};
}
