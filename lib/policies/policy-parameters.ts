/**
 * What the rules leave open. The data file of the Rego policies and of Checkov has the same names.
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
   * The longest time that an idle session may live, in seconds, at least 1.
   * @default 900
   */
  readonly maxCooldownPeriodInSeconds?: number;

  /**
   * The most sessions that a pool may have at the same time, at least 1.
   * @default 600
   */
  readonly maxConcurrentSessions?: number;

  /**
   * IDs of your own rules in Rego or Checkov, which acknowledgements and levels may name here too.
   * @default - none
   */
  readonly additionalRuleIds?: string[];

  /**
   * Whether every acknowledgement must have a last day.
   * @default false
   */
  readonly requireExpiry?: boolean;

  /**
   * Whether a configuration or a plan that is given to Rego or Checkov may have neither session pools nor environments nor role assignments.
   * In an app there is nothing to set: stacks without any pass.
   * @default false
   */
  readonly allowNothingToJudge?: boolean;

  /**
   * Whether a plan that is given to Rego or Checkov may leave values that rules judge unknown until it is applied. In an app they are never
   * known.
   * @default false
   */
  readonly allowUnknownAfterApply?: boolean;
}
