import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { computedEndpoint, containerTypeOf, readPool, validateAttributes } from './imported-session-pool';
import type { SessionPoolSettings } from './session-pool-settings';
import { SessionPoolGrants } from '../access/session-pool-grants';
import { CUSTOM_CONTAINER } from '../arm/api-versions';
import type { ContainerType } from '../arm/container-type';
import { partOfId } from '../arm/resource-ids';
import { rememberProvider } from '../azapi/provider-of';
import { SessionPoolEndpoints } from '../endpoints/session-pool-endpoints';
import { NOT_FOR_CUSTOM_CONTAINERS, rememberMissingMcpServer } from '../mcp/missing-mcp-server';
import { SessionPoolMetrics } from '../monitoring/session-pool-metrics';
import type { ISessionPoolRef } from '../session-pool-ref';
import type { Acknowledgement } from '../validation/acknowledgement';

const SESSION_POOL = Symbol.for('cdktf-azure-session-pools.SessionPool');

/**
 * A session pool, defined here or elsewhere.
 */
export interface ISessionPool extends ISessionPoolRef {
  /**
   * The URLs that clients use.
   */
  readonly endpoints: SessionPoolEndpoints;

  /**
   * Roles on the pool.
   */
  readonly grants: SessionPoolGrants;

  /**
   * The metrics of the pool, and alerts on them.
   */
  readonly metrics: SessionPoolMetrics;
}

/**
 * What is known of a pool that is defined elsewhere.
 */
export interface SessionPoolAttributes {
  /**
   * The ARM id: `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/sessionPools/<name>`.
   */
  readonly sessionPoolId: string;

  /**
   * The URL of the pool's management API.
   * @default - made from the id and `location` or `environmentDefaultDomain`, else Azure is asked when Terraform plans
   */
  readonly poolManagementEndpoint?: string;

  /**
   * The region of a code interpreter pool, from which its endpoint follows in Azure's public cloud.
   * @default - unknown
   */
  readonly location?: string;

  /**
   * The default domain of the environment of a custom container pool, from which its endpoint follows.
   * @default - unknown
   */
  readonly environmentDefaultDomain?: string;

  /**
   * The container type: `ContainerType.CUSTOM_CONTAINER`, or one of `CodeInterpreterType`.
   * @default - the kind that `location`, `environmentDefaultDomain` or `sessionsApiVersion` belong to; else unknown: `endpoints` gives the URLs that only
   * one kind of pool has, and those that differ by kind are errors
   */
  readonly containerType?: ContainerType;

  /**
   * The version of the API with which clients use the sessions of a code interpreter pool: `endpoints` and the environment variable
   * `SESSION_POOL_API_VERSION` follow it. The first one has paths of its own and only runs code, uploads, lists and downloads files. One that this
   * library does not know is the warning `unknown-api-version`.
   * @default - the newest version in docs/api-versions.md
   */
  readonly sessionsApiVersion?: string;

  /**
   * Whether the pool has an MCP server, whose URL is read when Terraform plans.
   * @default - unknown: `endpoints` has no URL of an MCP server
   */
  readonly hasMcpServer?: boolean;

  /**
   * The azapi provider, of any class.
   * @default - the default azapi provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * The warnings that are accepted, each with the reason. `docs/warnings.md` lists their IDs.
   * @default - all warnings are reported
   */
  readonly acknowledgements?: Acknowledgement[];
}

/**
 * What all session pools have in common.
 */
export interface SessionPoolOptions extends SessionPoolSettings {
  /**
   * The region: `westus2` or `West US 2`. Another one replaces the pool. A region that is in no list of regions with
   * session pools is the warning `unknown-region`.
   */
  readonly location: string;

  /**
   * The name: 3 to 63 lower-case letters, digits and single hyphens, a letter first and no hyphen last. Another one
   * replaces the pool. azapi's own schema objects to hyphens, so its schema check is off for a pool that has one, which is the warning
   * `name-hyphen`. More than 32 characters are the warning `name-length`, a pool that another stack of the app defines too is `duplicate-name`.
   * @default - a unique name made from the path of the construct
   */
  readonly sessionPoolName?: string;

  /**
   * The number of sessions that can exist at the same time, 1 or more; of a code interpreter pool, up to 600.
   * Requests beyond it are answered with 404 or 429. More than 600 in a custom container pool are the warning `max-sessions`.
   * @default 10
   */
  readonly maxConcurrentSessions?: number;

  /**
   * Import the existing pool with this name instead of creating one, for example after an interrupted create. The plan fails if there is none.
   * Remove the property after the first apply.
   * @default false
   */
  readonly adoptExisting?: boolean;
}

/**
 * A session pool, defined here or elsewhere.
 *
 * @see https://learn.microsoft.com/azure/container-apps/session-pool
 *
 * @example
 *
 * const interpreter = SessionPool.fromSessionPoolAttributes(stack, 'interpreter', {
 *   sessionPoolId: `${resourceGroupId}/providers/Microsoft.App/sessionPools/interpreter`,
 *   location: 'westeurope',
 * });
 * const url = interpreter.endpoints.executeCode;
 */
export abstract class SessionPool extends Construct implements ISessionPool {
  /**
   * Refers to a pool by its ARM id. Azure is asked for the endpoint when Terraform plans, if something uses it.
   *
   * @param scope the construct that the reference belongs to
   * @param id the id of the reference in the scope
   * @param sessionPoolId `/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/sessionPools/<name>`
   */
  public static fromSessionPoolId(scope: Construct, id: string, sessionPoolId: string): ISessionPool {
    return new ImportedSessionPool(scope, id, { sessionPoolId });
  }

  /**
   * Refers to a pool by what is known of it.
   *
   * @param scope the construct that the reference belongs to
   * @param id the id of the reference in the scope
   * @param attributes what is known
   */
  public static fromSessionPoolAttributes(scope: Construct, id: string, attributes: SessionPoolAttributes): ISessionPool {
    return new ImportedSessionPool(scope, id, attributes);
  }

  /**
   * Whether the value is a session pool.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  public static isSessionPool(x: any): x is SessionPool {
    return typeof x === 'object' && x !== null && SESSION_POOL in x;
  }

  public abstract readonly sessionPoolId: string;
  public abstract readonly sessionPoolName: string;
  public abstract readonly poolManagementEndpoint: string;
  public abstract readonly endpoints: SessionPoolEndpoints;
  public readonly grants: SessionPoolGrants;

  /**
   * @param scope the construct that the pool belongs to
   * @param id the id of the pool in the scope
   * @param provider the azapi provider of the pool
   */
  constructor(scope: Construct, id: string, provider?: TerraformProvider) {
    super(scope, id);
    Object.defineProperty(this, SESSION_POOL, { value: true });
    rememberProvider(this, provider);
    this.grants = new SessionPoolGrants(this, provider);
  }

  public get metrics(): SessionPoolMetrics {
    return new SessionPoolMetrics(this);
  }
}

class ImportedSessionPool extends SessionPool {
  public readonly sessionPoolId: string;
  public readonly sessionPoolName: string;
  private readonly containerType: ContainerType | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly attributes: SessionPoolAttributes,
  ) {
    super(scope, id, attributes?.provider);
    validateAttributes(this, attributes);
    this.containerType = containerTypeOf(attributes);
    const isCustomContainer = this.containerType?.name === CUSTOM_CONTAINER;
    if (isCustomContainer || attributes.hasMcpServer === false) {
      rememberMissingMcpServer(this, isCustomContainer ? NOT_FOR_CUSTOM_CONTAINERS : 'the existing pool has hasMcpServer false');
    }
    this.sessionPoolId = attributes.sessionPoolId;
    this.sessionPoolName = partOfId(attributes.sessionPoolId, 8);
  }

  public get poolManagementEndpoint(): string {
    return (
      this.attributes.poolManagementEndpoint ??
      computedEndpoint(this, this.attributes) ??
      readPool(this, this.attributes, 'poolManagementEndpoint')
    );
  }

  public get endpoints(): SessionPoolEndpoints {
    const { sessionsApiVersion, hasMcpServer } = this.attributes;
    return new SessionPoolEndpoints(this, {
      containerType: this.containerType,
      apiVersion: sessionsApiVersion,
      mcpServerEndpoint: hasMcpServer ? readPool(this, this.attributes, 'mcpServerSettings.mcpServerEndpoint') : undefined,
    });
  }
}
