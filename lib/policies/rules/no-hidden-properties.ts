import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';

/** Nothing of a pool where nobody can judge it. */
export const NO_HIDDEN_PROPERTIES: ISessionPoolRule = {
  ruleId: 'SessionPoolNoHiddenProperties',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause:
    '`sensitive_body` has more than `properties.secrets`, a property is given twice in different casing, or the name of a property is ' +
    'an expression.',
  explanation:
    'What is in `sensitive_body` wins over the body, and is in no plan: neither people nor rules see it there. Of a name that is given ' +
    'twice, Azure takes one.',
  remedy: 'give every property once, under its own name, in the body; only secrets belong into sensitive_body',
  check: pool => pool.hiddenProperties(),
};
