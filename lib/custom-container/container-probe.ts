import type { ProbeHandler } from './probe-handler';
import { rememberOptions } from '../validation/property-rules';

/**
 * When a probe runs, and when it counts as failed.
 */
export interface ContainerProbeOptions {
  /**
   * Consecutive failures after which the probe counts as failed. The documented range is 1 to 10; outside is a warning.
   * @default 3
   */
  readonly failureThreshold?: number;

  /**
   * Seconds between the start of the container and the first probe. The documented range is 1 to 60; outside is a warning.
   * @default - no delay
   */
  readonly initialDelaySeconds?: number;

  /**
   * Seconds between two probes. The documented range is 1 to 240; outside is a warning.
   * @default 10
   */
  readonly periodSeconds?: number;

  /**
   * Consecutive successes after which the probe counts as successful. Azure accepts 1 only.
   * @default 1
   */
  readonly successThreshold?: number;

  /**
   * Seconds after which an attempt counts as failed. The documented range is 1 to 240; outside is a warning.
   * @default 1
   */
  readonly timeoutSeconds?: number;

  /**
   * Seconds that a container has to shut down after the probe failed. The documented range is 0 to 3600; outside is a warning.
   * @default - chosen by Azure
   */
  readonly terminationGracePeriodSeconds?: number;
}

/**
 * A health probe of the container of a session. A pool has at most one probe of each type; readiness probes are not supported.
 *
 * @see https://learn.microsoft.com/azure/container-apps/health-probes
 */
export class ContainerProbe {
  /**
   * Restarts a container that no longer answers.
   *
   * @param handler what the probe does
   * @param options when it runs, and when it counts as failed
   */
  public static liveness(handler: ProbeHandler, options: ContainerProbeOptions = {}): ContainerProbe {
    return rememberOptions(new ContainerProbe('Liveness', handler, options), 'ContainerProbeOptions', options);
  }

  /**
   * Delays the liveness probe until the container has started.
   *
   * @param handler what the probe does
   * @param options when it runs, and when it counts as failed
   */
  public static startup(handler: ProbeHandler, options: ContainerProbeOptions = {}): ContainerProbe {
    return rememberOptions(new ContainerProbe('Startup', handler, options), 'ContainerProbeOptions', options);
  }

  private constructor(
    /** Azure's name for the type: `Liveness` or `Startup`. */
    public readonly probeType: string,
    /** What the probe does. */
    public readonly handler: ProbeHandler,
    /** When it runs, and when it counts as failed. */
    public readonly options: ContainerProbeOptions,
  ) {}
}
