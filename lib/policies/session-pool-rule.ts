import type { PolicyLevel } from './policy-level';
import type { IPolicyResource, PolicyResourceKind } from './policy-resource';

/**
 * A rule. Implement it for rules of your own.
 */
export interface ISessionPoolRule {
  /**
   * The id, which is also the name: letters and digits. It never changes, since acknowledgements name it.
   */
  readonly ruleId: string;

  /**
   * The kind of resource that the rule looks at.
   */
  readonly kind: PolicyResourceKind;

  /**
   * The level, unless the policies have another one for the rule.
   */
  readonly level: PolicyLevel;

  /**
   * What breaks the rule, in one sentence.
   */
  readonly cause: string;

  /**
   * Why that matters.
   */
  readonly explanation: string;

  /**
   * What to do, as a clause that follows a colon.
   */
  readonly remedy: string;

  /**
   * What is wrong with the resource, one text for each finding. A value that is not known is no finding.
   *
   * @param resource a resource of the kind
   */
  check(resource: IPolicyResource): string[];
}
