/**
 * What the rules leave open.
 */
export interface PolicyParameters {
  /**
   * Tags that every pool must have.
   * @default - none
   */
  readonly requiredTags?: string[];

  /**
   * Regions in which pools may be: `westeurope` or `West Europe`.
   * @default - all
   */
  readonly allowedLocations?: string[];

  /**
   * The longest time that an idle session may live, in seconds.
   * @default 900
   */
  readonly maxCooldownPeriodInSeconds?: number;

  /**
   * The most sessions that a pool may have at the same time.
   * @default 600
   */
  readonly maxConcurrentSessions?: number;
}
