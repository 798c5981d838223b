import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';

/** Nothing sensitive that is stored in clear. */
export const NO_SENSITIVE_VALUES: ISessionPoolRule = {
  ruleId: 'SessionPoolNoSensitiveValues',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause:
    'A sensitive value is in the body, the tags, the name or another argument: an environment variable, a command, an argument. In a ' +
    'configuration, a sensitive variable is such a value, and what the function `sensitive` makes; in a plan, everything that Terraform marks as sensitive.',
  explanation:
    'Terraform hides sensitive values in its output only. In the plan file and in the state they are in clear, for whoever can read them.',
  remedy: 'use a secret: SessionSecret.fromVariable or SessionSecret.ephemeral',
  check: pool => pool.sensitiveValues(),
};
