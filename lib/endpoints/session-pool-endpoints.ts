import type { Operation } from './data-plane';
import { encodeUrlPart, interpreterPath, managementPath, sessionsApiOf, TOKEN_AUDIENCE } from './data-plane';
import { nameFailure, textFailure } from './name-rules';
import type { EndpointEnvironmentOptions, SessionFileOptions, SessionPoolEndpointsOptions } from './session-pool-endpoints-options';
import { CUSTOM_CONTAINER, MANAGEMENT_API } from '../arm/api-versions';
import { ANY_CONTAINER_TYPE, checkContainerType } from '../arm/container-type-rules';
import { checkSessionsApiForm } from '../arm/sessions-api-rules';
import { ValidationError } from '../errors';
import type { ISessionPoolRef } from '../session-pool-ref';
import { Findings } from '../validation/findings';
import { checkProperties } from '../validation/property-rules';
import { addWarnings, throwErrors } from '../validation/report';

const KIND = 'SessionPoolEndpoints';

/**
 * The URLs of a pool. A client adds `&identifier=<session identifier>` to those of one session, which is secret and known at run time
 * only, and sends a token for `audience` as a bearer. docs/sessions-api.md has the requests and answers.
 *
 * A session of a code interpreter pool is billed until it is ended or its cooldown is over: clients end their sessions with
 * `stopSession`. A full pool answers 404 or 429.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-usage
 *
 * @example
 *
 * const url = shell.endpoints.executeCode;
 * const variables = shell.endpoints.toEnvironmentVariables({ clientId: identity.clientId });
 */
export class SessionPoolEndpoints {
  /** What tokens are requested for; the scope is the audience with `/.default`. */
  public readonly audience: string = TOKEN_AUDIENCE;

  /** The version of the API of the sessions. */
  public readonly apiVersion: string;

  private readonly containerType: string | undefined;
  private readonly isKindKnown: boolean;
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
    const { containerType, apiVersion, mcpServerEndpoint } = options;
    this.throwFailures(findings => {
      checkContainerType(containerType, ANY_CONTAINER_TYPE, findings);
      if (checkSessionsApiForm('apiVersion', apiVersion, findings) && containerType?.name === CUSTOM_CONTAINER) {
        findings.error(
          `apiVersion must not be given for a custom container pool: its sessions are managed with '${MANAGEMENT_API}', got '${apiVersion}'`,
        );
      }
    });
    this.containerType = containerType?.name;
    this.isKindKnown = this.containerType !== undefined || (apiVersion ?? undefined) !== undefined;
    this.mcpServerEndpoint = mcpServerEndpoint;
    this.apiVersion = apiVersion ?? sessionsApiOf(this.containerType);
  }

  /** The URL to which a custom container pool forwards every path to the session: it gets `?identifier=` added. */
  public get root(): string {
    return this.pool.poolManagementEndpoint;
  }

  /**
   * POST: runs code in a session of a code interpreter pool. A run that fails is answered with 200 as well: `status` says so.
   * Custom container pools: an error, the container answers under `root`.
   */
  public get executeCode(): string {
    return this.urlOf('executeCode');
  }

  /**
   * GET: the result of an asynchronous run in a session of a code interpreter pool. Not in the first version of the API.
   * Custom container pools: an error, the container answers under `root`.
   *
   * @param id the `id` of the answer to `executeCode`
   */
  public executionResult(id: string): string {
    return this.urlOf('executionResult', id);
  }

  /**
   * POST: uploads a file to a session of a code interpreter pool, as the field `file` of a multipart form. A client adds `&path=` for another
   * folder than the working folder of the session.
   * Custom container pools: an error, the container answers under `root`.
   */
  public get uploadFile(): string {
    return this.urlOf('uploadFile');
  }

  /**
   * GET: lists the files in a session of a code interpreter pool. A client adds `&path=` for another folder than the working folder of the session,
   * and `&recursive=true` for what is in its folders too.
   * Custom container pools: an error, the container answers under `root`.
   */
  public get listFiles(): string {
    return this.urlOf('listFiles');
  }

  /**
   * GET: describes a file in a session of a code interpreter pool. Not in the first version of the API.
   * Custom container pools: an error, the container answers under `root`.
   *
   * @param name the name of the file
   * @param options where the file is
   */
  public fileMetadata(name: string, options: SessionFileOptions = {}): string {
    return this.urlOf('fileMetadata', name, options);
  }

  /**
   * DELETE: deletes a file in a session of a code interpreter pool. Not in the first version of the API.
   * Custom container pools: an error, the container answers under `root`.
   *
   * @param name the name of the file
   * @param options where the file is
   */
  public deleteFile(name: string, options: SessionFileOptions = {}): string {
    return this.urlOf('deleteFile', name, options);
  }

  /**
   * GET: downloads a file from a session of a code interpreter pool.
   * Custom container pools: an error, the container answers under `root`.
   *
   * @param name the name of the file
   * @param options where the file is
   */
  public downloadFile(name: string, options: SessionFileOptions = {}): string {
    return this.urlOf('downloadFile', name, options);
  }

  /**
   * GET for a code interpreter pool, but not in the first version of the API; POST for a custom container pool: describes a session.
   * A pool of an unknown kind is an error.
   */
  public get describeSession(): string {
    return this.urlOf('describeSession');
  }

  /**
   * DELETE for a code interpreter pool, but not in the first version of the API; POST for a custom container pool: ends a session.
   * A pool of an unknown kind is an error.
   */
  public get stopSession(): string {
    return this.urlOf('stopSession');
  }

  /**
   * GET for a code interpreter pool, but not in the first version of the API; POST for a custom container pool: lists the sessions. It takes
   * no identifier; a client adds `&skip=` for the next page. A pool of an unknown kind is an error.
   */
  public get listSessions(): string {
    return this.urlOf('listSessions');
  }

  /**
   * GET: the runtimes and packages that the sessions of a code interpreter pool have. It takes no identifier. Not in the first version of the API.
   * Custom container pools: an error, the container answers under `root`.
   */
  public get sessionMetadata(): string {
    return this.urlOf('sessionMetadata');
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

  private checkOptions(options: object, struct: 'EndpointEnvironmentOptions' | 'SessionFileOptions' | 'SessionPoolEndpointsOptions'): void {
    const findings = new Findings();
    checkProperties(options, struct, struct, findings);
    throwErrors(KIND, this.pool.node.path, findings);
    addWarnings(this.pool, findings);
  }

  private throwFailures(check: (findings: Findings) => void): void {
    const findings = new Findings();
    check(findings);
    throwErrors(KIND, this.pool.node.path, findings);
  }

  private urlOf(member: Operation, name?: string, options?: SessionFileOptions): string {
    const [path, apiVersion] = this.isCustomContainer
      ? [this.managementPathOf(member), MANAGEMENT_API]
      : [this.interpreterPathOf(member), this.apiVersion];
    const named = path.includes('{name}') ? path.replace('{name}', () => this.encode(member, name)) : path;
    return `${this.pool.poolManagementEndpoint}/${named}?api-version=${apiVersion}${this.folder(member, options)}`;
  }

  private managementPathOf(member: Operation): string {
    const path = managementPath(member);
    if (path === undefined) {
      throw this.unavailable(member, 'a custom container pool forwards requests to root');
    }
    return path;
  }

  private interpreterPathOf(member: Operation): string {
    if (!this.isKindKnown && managementPath(member) !== undefined) {
      throw this.unavailable(
        member,
        'code interpreter and custom container pools have different URLs for it; give containerType for a pool that is not defined here',
      );
    }
    const path = interpreterPath(member, this.apiVersion);
    if (path === undefined) {
      throw this.unavailable(
        member,
        `version '${this.apiVersion}' of the sessions API does not have it; leave sessionsApiVersion out, or use '${sessionsApiOf()}'`,
      );
    }
    return path;
  }

  private encode(member: Operation, name: unknown): string {
    this.throwFailures(findings => {
      const failure = nameFailure(name);
      if (failure) {
        findings.error(`${member}: ${failure}`);
      }
    });
    return encodeUrlPart(name as string);
  }

  private folder(member: Operation, options: SessionFileOptions | undefined): string {
    this.checkOptions(options ?? {}, 'SessionFileOptions');
    const path = options?.path ?? undefined;
    if (path === undefined) {
      return '';
    }
    this.throwFailures(findings => {
      const failure = textFailure('path', path);
      if (failure) {
        findings.error(`${member}: ${failure}`);
      } else if (interpreterPath('fileMetadata', this.apiVersion) === undefined) {
        findings.error(`${member}: path must not be given with version '${this.apiVersion}' of the sessions API, which has no folders`);
      }
    });
    return `&path=${encodeUrlPart(path)}`;
  }

  private unavailable(member: string, reason: string): ValidationError {
    return new ValidationError(KIND, this.pool.node.path, [`${member} is not available: ${reason}`]);
  }
}
