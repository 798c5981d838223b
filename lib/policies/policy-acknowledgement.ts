/**
 * A broken rule that is accepted.
 */
export interface PolicyAcknowledgement {
  /**
   * The id of the rule.
   */
  readonly ruleId: string;

  /**
   * Why it is accepted.
   */
  readonly reason: string;

  /**
   * Where it is accepted: the path of a construct, which stands for everything in it, or the address of a resource in Terraform.
   * @default - everywhere
   */
  readonly path?: string;

  /**
   * The last day on which it is accepted: `2027-01-31`.
   * @default - always
   */
  readonly expires?: string;
}
