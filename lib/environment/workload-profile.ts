import { rememberOptions } from '../validation/property-rules';

/**
 * Options of a dedicated workload profile.
 */
export interface DedicatedWorkloadProfileOptions {
  /**
   * The name of the profile in the environment.
   */
  readonly name: string;

  /**
   * Azure's name for the size of the nodes: `D4`, `E8`, `NC24-A100`.
   */
  readonly workloadProfileType: string;

  /**
   * The number of nodes that always run, 0 or more.
   */
  readonly minimumCount: number;

  /**
   * The number of nodes at most, 1 or more and not below the minimum.
   */
  readonly maximumCount: number;
}

/**
 * A workload profile of an environment.
 *
 * @see https://learn.microsoft.com/azure/container-apps/workload-profiles-overview
 */
export class WorkloadProfile {
  /**
   * Nodes that are shared and billed by use. The profile that session pools need.
   */
  public static consumption(): WorkloadProfile {
    return new WorkloadProfile('Consumption', 'Consumption', undefined, undefined);
  }

  /**
   * Nodes of its own.
   */
  public static dedicated(options: DedicatedWorkloadProfileOptions): WorkloadProfile {
    const profile = new WorkloadProfile(options.name, options.workloadProfileType, options.minimumCount, options.maximumCount);
    return rememberOptions(profile, 'DedicatedWorkloadProfileOptions', options);
  }

  private constructor(
    /** The name of the profile in the environment. */
    public readonly name: string,
    /** Azure's name for the kind of nodes. */
    public readonly workloadProfileType: string,
    /** The number of nodes that always run. */
    public readonly minimumCount: number | undefined,
    /** The number of nodes at most. */
    public readonly maximumCount: number | undefined,
  ) {}
}
