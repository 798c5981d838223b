import type { DataPlanePaths } from './data-plane';
import { encodePathSegment, pathsOf, sessionsApiOf, TOKEN_AUDIENCE } from './data-plane';
import { CUSTOM_CONTAINER, MANAGEMENT_API } from '../arm/api-versions';
import type { ContainerType } from '../arm/container-type';
import { ANY_CONTAINER_TYPE, checkContainerType } from '../arm/container-type-rules';
import { ValidationError } from '../errors';
import type { ISessionPoolRef } from '../session-pool-ref';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, throwErrors } from '../validation/report';

const KIND = 'SessionPoolEndpoints';

/**
 * Options of the environment variables of an app.
 */
export interface EndpointEnvironmentOptions {
  /**
   * The client id of the managed identity with which the app gets its tokens, as `AZURE_CLIENT_ID`.
   * @default - the only identity of the app, which needs no id
   */
  readonly clientId?: string;
}

/**
 * What is known of a pool beside its endpoint.
 */
export interface SessionPoolEndpointsOptions {
  /**
   * The container type.
   * @default - unknown: the URLs of every kind of pool are given
   */
  readonly containerType?: ContainerType;

  /**
   * The URL of the MCP server.
   * @default - the pool has no MCP server
   */
  readonly mcpServerEndpoint?: string;

  /**
   * The version of the API of code interpreter sessions.
   * @default - the version for the container type in docs/api-versions.md
   */
  readonly apiVersion?: string;
}

/**
 * The URLs of a pool. A client adds `&identifier=<session identifier>` to each, which is secret and known at run time
 * only, and a token for `audience` as a bearer.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-usage
 */
export class SessionPoolEndpoints {
  /** What tokens are requested for; the scope is the audience with `/.default`. */
  public readonly audience: string = TOKEN_AUDIENCE;

  /** The version of the API of the sessions. */
  public readonly apiVersion: string;

  private readonly containerType: string | undefined;
  private readonly mcpServerEndpoint: string | undefined;

  /**
   * @param pool the pool
   * @param options what is known of the pool
   */
  constructor(
    private readonly pool: ISessionPoolRef,
    options: SessionPoolEndpointsOptions = {},
  ) {
    this.checkOptions(options, 'SessionPoolEndpointsOptions');
    this.containerType = validateContainerType(pool, options.containerType);
    this.mcpServerEndpoint = options.mcpServerEndpoint;
    this.apiVersion = options.apiVersion ?? sessionsApiOf(this.containerType);
  }

  /** The URL to which a custom container pool forwards every path to the session: it gets `?identifier=` added. */
  public get root(): string {
    return this.pool.poolManagementEndpoint;
  }

  /** POST: runs code in a session of a code interpreter pool. */
  public get executeCode(): string {
    return this.codeInterpreterUrl('executeCode', paths => paths.execute);
  }

  /** POST: uploads a file to a session of a code interpreter pool. */
  public get uploadFile(): string {
    return this.codeInterpreterUrl('uploadFile', paths => paths.upload);
  }

  /** GET: lists the files in a session of a code interpreter pool. */
  public get listFiles(): string {
    return this.codeInterpreterUrl('listFiles', paths => paths.list);
  }

  /**
   * GET: downloads a file from a session of a code interpreter pool.
   *
   * @param filename the name of the file
   */
  public downloadFile(filename: string): string {
    return this.codeInterpreterUrl('downloadFile', paths => paths.download(encodePathSegment(filename)));
  }

  /** POST: ends a session of a custom container pool. */
  public get stopSession(): string {
    return this.managementUrl('stopSession');
  }

  /** POST: describes a session of a custom container pool. */
  public get describeSession(): string {
    return this.managementUrl('describeSession', 'getSession');
  }

  /** POST: lists the sessions of a custom container pool. It takes no identifier. */
  public get listSessions(): string {
    return this.managementUrl('listSessions');
  }

  /** The URL of the MCP server. A pool without one is an error. */
  public get mcpServer(): string {
    if (this.mcpServerEndpoint === undefined) {
      throw this.unavailable(
        'mcpServer',
        this.isCustomContainer
          ? 'custom container pools have no MCP server'
          : 'give the pool mcpServer, even empty, and for an existing pool hasMcpServer',
      );
    }
    return this.mcpServerEndpoint;
  }

  /**
   * The environment variables with which an app finds the pool: `POOL_MANAGEMENT_ENDPOINT`, `SESSION_POOL_API_VERSION`,
   * `SESSION_POOL_TOKEN_SCOPE`, and where they exist `SESSION_POOL_MCP_ENDPOINT` and `AZURE_CLIENT_ID`.
   *
   * @param options what else the app needs
   */
  public toEnvironmentVariables(options: EndpointEnvironmentOptions = {}): { [name: string]: string } {
    this.checkOptions(options, 'EndpointEnvironmentOptions');
    return {
      POOL_MANAGEMENT_ENDPOINT: this.pool.poolManagementEndpoint,
      SESSION_POOL_API_VERSION: this.apiVersion,
      SESSION_POOL_TOKEN_SCOPE: `${this.audience}/.default`,
      ...(this.mcpServerEndpoint !== undefined && { SESSION_POOL_MCP_ENDPOINT: this.mcpServerEndpoint }),
      ...(options.clientId !== undefined && { AZURE_CLIENT_ID: options.clientId }),
    };
  }

  private get isCustomContainer(): boolean {
    return this.containerType === CUSTOM_CONTAINER;
  }

  private checkOptions(options: object, struct: 'EndpointEnvironmentOptions' | 'SessionPoolEndpointsOptions'): void {
    const findings = new Findings();
    checkProperties(options, struct, struct, findings);
    throwErrors('SessionPoolEndpoints', this.pool.node.path, findings);
    addWarnings(this.pool, findings);
  }

  private codeInterpreterUrl(member: string, path: (paths: DataPlanePaths) => string): string {
    if (this.isCustomContainer) {
      throw this.unavailable(member, 'a custom container pool forwards requests to root');
    }
    return `${this.pool.poolManagementEndpoint}/${path(pathsOf(this.apiVersion))}?api-version=${this.apiVersion}`;
  }

  private managementUrl(member: string, operation: string = member): string {
    if (this.containerType !== undefined && !this.isCustomContainer) {
      throw this.unavailable(member, 'only a custom container pool manages its sessions');
    }
    return `${this.pool.poolManagementEndpoint}/.management/${operation}?api-version=${MANAGEMENT_API}`;
  }

  private unavailable(member: string, reason: string): ValidationError {
    return new ValidationError(KIND, this.pool.node.path, [`${member} is not available: ${reason}`]);
  }
}

function validateContainerType(pool: ISessionPoolRef, containerType: ContainerType | undefined): string | undefined {
  const findings = new Findings();
  checkContainerType(containerType, ANY_CONTAINER_TYPE, findings);
  throwErrors(KIND, pool.node.path, findings);
  return containerType?.name;
}
