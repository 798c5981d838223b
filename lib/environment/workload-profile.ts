import { rememberOptions } from '../validation/property-rules';
import { defined } from '../validation/without-nulls';

const CONSUMPTION = 'Consumption';

/**
 * Options of a workload profile that is billed by use.
 */
export interface ConsumptionWorkloadProfileOptions {
  /**
   * Azure's name for the kind of nodes: `Consumption`, or one with GPUs such as `Consumption-GPU-NC8as-T4`.
   * @default 'Consumption'
   */
  readonly workloadProfileType?: string;

  /**
   * The name of the profile in the environment: 1 to 15 letters, digits and hyphens, a letter first. Types with longer names need one.
   * @default - the type
   */
  readonly name?: string;
}

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
 *
 * @example
 *
 * new SessionPoolEnvironment(stack, 'environment', {
 *   resourceGroupId,
 *   location: 'westus2',
 *   workloadProfiles: [
 *     WorkloadProfile.consumption(),
 *     WorkloadProfile.dedicated({ name: 'dedicated', workloadProfileType: 'D4', minimumCount: 0, maximumCount: 3 }),
 *   ],
 * });
 */
export class WorkloadProfile {
  /**
   * Nodes that are shared and billed by use, without counts. Session pools need the one of the type `Consumption`.
   *
   * @param options another type and its name
   */
  public static consumption(options: ConsumptionWorkloadProfileOptions = {}): WorkloadProfile {
    const { workloadProfileType = CONSUMPTION, name = workloadProfileType } = defined(options ?? {});
    return rememberOptions(
      new WorkloadProfile(name, workloadProfileType, undefined, undefined),
      'ConsumptionWorkloadProfileOptions',
      options,
    );
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
