/**
 * How a failed request is tried again.
 */
export interface AzapiRetry {
  /**
   * Regular expressions. An error that matches one of them is tried again.
   */
  readonly errorMessageRegex: string[];

  /**
   * Seconds before the first retry.
   * @default 10
   */
  readonly intervalInSeconds?: number;

  /**
   * The most seconds between two retries.
   * @default 180
   */
  readonly maxIntervalInSeconds?: number;

  /**
   * The factor by which the interval grows.
   * @default 1.5
   */
  readonly multiplier?: number;

  /**
   * The share of the interval that is random, between 0 and 1.
   * @default 0.5
   */
  readonly randomizationFactor?: number;
}

/**
 * How long an operation may take. Durations as Go writes them: `90s`, `30m`, `1h30m`.
 */
export interface AzapiTimeouts {
  /**
   * Time for a create.
   * @default 30m
   */
  readonly create?: string;

  /**
   * Time for a delete.
   * @default 30m
   */
  readonly delete?: string;

  /**
   * Time for a read.
   * @default 5m
   */
  readonly read?: string;

  /**
   * Time for an update.
   * @default 30m
   */
  readonly update?: string;
}

/**
 * The managed identity of a resource.
 */
export interface AzapiIdentity {
  /**
   * `SystemAssigned`, `UserAssigned`, `SystemAssigned, UserAssigned` or `None`.
   */
  readonly type: string;

  /**
   * The ids of the user-assigned identities.
   * @default - none
   */
  readonly identityIds?: string[];
}
