import { rememberOptions } from '../validation/property-rules';

/**
 * Options of a timed lifecycle.
 */
export interface TimedLifecycleOptions {
  /**
   * Seconds that a session can be idle before it ends, from 300 to 3600. Each request starts the count again.
   * @default 300
   */
  readonly cooldownPeriodInSeconds?: number;
}

/**
 * Options of a lifecycle that ends with the container.
 */
export interface OnContainerExitLifecycleOptions {
  /**
   * Seconds that a session can live at most, 1 or more.
   * @default 3600
   */
  readonly maxAlivePeriodInSeconds?: number;
}

/**
 * When a session ends.
 *
 * @see https://learn.microsoft.com/azure/container-apps/session-pool
 */
export class SessionLifecycle {
  /**
   * The session ends after a time without requests.
   */
  public static timed(options: TimedLifecycleOptions = {}): SessionLifecycle {
    const lifecycle = new SessionLifecycle('Timed', options.cooldownPeriodInSeconds ?? 300, undefined);
    return rememberOptions(lifecycle, 'TimedLifecycleOptions', options);
  }

  /**
   * The session ends when the container exits, or when it has lived for the longest time. For custom containers only.
   */
  public static onContainerExit(options: OnContainerExitLifecycleOptions = {}): SessionLifecycle {
    const lifecycle = new SessionLifecycle('OnContainerExit', undefined, options.maxAlivePeriodInSeconds ?? 3600);
    return rememberOptions(lifecycle, 'OnContainerExitLifecycleOptions', options);
  }

  private constructor(
    /** Azure's name for the lifecycle: `Timed` or `OnContainerExit`. */
    public readonly lifecycleType: string,
    /** Seconds that a session can be idle; of a timed lifecycle only. */
    public readonly cooldownPeriodInSeconds: number | undefined,
    /** Seconds that a session can live; of a lifecycle that ends with the container only. */
    public readonly maxAlivePeriodInSeconds: number | undefined,
  ) {}
}
