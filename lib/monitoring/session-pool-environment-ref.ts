import type { IConstruct } from 'constructs';

/**
 * A reference to a Container Apps environment: what diagnostics need to know of it.
 */
export interface ISessionPoolEnvironmentRef extends IConstruct {
  /**
   * The ARM ID of the environment.
   */
  readonly environmentId: string;

  /**
   * The name of the environment.
   */
  readonly environmentName: string;
}
