import type { ContainerProbe } from './container-probe';
import type { RegistryCredentials } from '../credentials/registry-credentials';
import type { SecretEnvironmentVariable } from '../credentials/secret-environment-variable';
import type { SessionIdentity } from '../credentials/session-identity';
import type { SessionSecret } from '../credentials/session-secret';
import type { ISessionPoolEnvironment } from '../environment/session-pool-environment';
import type { SessionLifecycle } from '../pool/session-lifecycle';
import type { SessionPoolOptions } from '../pool/session-pool';

/**
 * Properties of a custom container pool.
 */
export interface CustomContainerPoolProps extends SessionPoolOptions {
  /**
   * The environment, which must have workload profiles. Another one replaces the pool, and so does whatever replaces the environment in the same
   * stack.
   */
  readonly environment: ISessionPoolEnvironment;

  /**
   * The container image: `registry.azurecr.io/name:tag` or, better, `...@sha256:<digest>`. The pool caches the image, so a
   * new image needs a new tag or digest; `latest` and no tag are the warning `image-tag`.
   */
  readonly image: string;

  /**
   * The port on which the container answers HTTP requests, from 1 to 65535.
   */
  readonly targetPort: number;

  /**
   * The number of sessions that are kept ready: at least 1, and less than `maxConcurrentSessions`. They are billed.
   * @default 1
   */
  readonly readySessionInstances?: number;

  /**
   * When a session ends.
   * @default - after 300 seconds without requests
   */
  readonly lifecycle?: SessionLifecycle;

  /**
   * CPU cores of a session. Documented from 0.25 to 2; outside is the warning `cpu-memory`.
   * @default 0.25
   */
  readonly cpu?: number;

  /**
   * Memory of a session, in `Gi` or `Mi`. Documented from 0.5Gi to 4Gi, twice the number of cores; outside is the warning `cpu-memory`.
   * @default 0.5Gi
   */
  readonly memory?: string;

  /**
   * The name of the container: lower-case letters, digits, `-` and `.`, up to 46.
   * @default - the name of the pool
   */
  readonly containerName?: string;

  /**
   * The command, instead of the image's own.
   * @default - that of the image
   */
  readonly command?: string[];

  /**
   * The arguments of the command.
   * @default - those of the image
   */
  readonly args?: string[];

  /**
   * Environment variables. Code in a session can read them: keep secrets out. A sensitive value is the warning `sensitive-in-plain`.
   * @default - none
   */
  readonly environmentVariables?: { [name: string]: string };

  /**
   * Environment variables whose values are secrets. The secrets need not be in `secrets`. Code in a session can read them: with egress,
   * this is the warning `secret-with-egress`.
   * @default - none
   */
  readonly secretEnvironmentVariables?: SecretEnvironmentVariable[];

  /**
   * Secrets of the pool. Those of environment variables and of the registry belong to it anyway; one that nothing uses is the
   * warning `unused-secret`.
   * @default - those that are used
   */
  readonly secrets?: SessionSecret[];

  /**
   * How the image is pulled from a private registry. Credentials for another registry than that of the image are the warning `other-registry`,
   * those with an identity for a host that is not known to be an Azure container registry the warning `identity-pull`.
   * @default - without credentials
   */
  readonly registryCredentials?: RegistryCredentials;

  /**
   * Managed identities of the pool. The one that pulls the image belongs to it anyway.
   * @default - the one that pulls the image
   */
  readonly identities?: SessionIdentity[];

  /**
   * Leave the image alone once the pool exists, for images that another pipeline rolls. `image` then counts for the create only;
   * later requests carry the image that the pool has.
   * @default false
   */
  readonly ignoreImage?: boolean;

  /**
   * Probes, at most one of each type. They need an API version that has probes, which is selected automatically.
   * @default - none
   */
  readonly probes?: ContainerProbe[];
}
