/**
 * What a broken rule amounts to.
 */
export enum PolicyLevel {
  /** An error that opens a way out for what should stay in. Synthesis fails. */
  CRITICAL = 'critical',

  /** Synthesis fails. */
  ERROR = 'error',

  /** Synthesis says so and goes on. */
  WARNING = 'warning',

  /** The rule is not applied. */
  OFF = 'off',
}
