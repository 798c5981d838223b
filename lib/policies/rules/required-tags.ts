import { PolicyLevel } from '../policy-level';
import type { PolicyParameters } from '../policy-parameters';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { CONSTANTS } from '../shared';
import { entriesOf, isExpression, isFilled, isGiven, show, textOf } from '../values';

const BLANK = new RegExp(`^[${CONSTANTS.blanks}]*$`);

/** Tags by which a pool is found and billed. */
export function requiredTags({ requiredTags: required = [] }: PolicyParameters): ISessionPoolRule {
  return {
    ruleId: 'SessionPoolRequiredTags',
    kind: PolicyResourceKind.SESSION_POOL,
    level: PolicyLevel.ERROR,
    cause: 'A pool lacks one of `requiredTags`, or it is blank. Names are compared without regard to case, as in ARM.',
    explanation: "A pool without an owner is nobody's to bill, to ask or to remove.",
    remedy: `give tags ${required.map(show).join(', ') || 'that are required'}`,
    check: pool => {
      const tags = pool.argument('tags');
      const given = Object.entries(entriesOf(tags));
      const isOpen = isExpression(pool, tags) || given.some(([name]) => !pool.isKnown(name));
      if (isOpen || (!isGiven(tags) && pool.isPartial)) {
        return [];
      }
      const present = given.filter(([, value]) => isFilled(value) && !BLANK.test(textOf(value))).map(([name]) => name.toLowerCase());
      return required.filter(name => !present.includes(name.toLowerCase())).map(name => `tag ${show(name)} is not given`);
    },
  };
}
