/**
 * An accepted warning of a construct, or an accepted violation of a policy rule.
 */
export interface Acknowledgement {
  /**
   * The ID of the warning or the rule, as printed in brackets in front of its message. An unknown ID is an error.
   */
  readonly id: string;

  /**
   * Why it is accepted.
   */
  readonly reason: string;

  /**
   * Where it is accepted: the path of a construct, which covers everything in it. A policy also accepts the address of a resource in
   * Terraform.
   * @default - everywhere
   */
  readonly path?: string;

  /**
   * The last day on which it is accepted, in UTC: `2027-01-31`. From the next day on it is reported again.
   * @default - it does not expire
   */
  readonly expires?: string;
}
