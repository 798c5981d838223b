import type { IConstruct } from 'constructs';

/**
 * A reference to a session pool: what grants, endpoints, metrics, alerts and MCP credentials need to know of it.
 */
export interface ISessionPoolRef extends IConstruct {
  /**
   * The ARM ID of the pool.
   */
  readonly sessionPoolId: string;

  /**
   * The name of the pool.
   */
  readonly sessionPoolName: string;

  /**
   * The URL of the pool's management API.
   */
  readonly poolManagementEndpoint: string;
}
