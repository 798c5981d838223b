import type { Acknowledgement, PolicyParameters, SessionPoolPoliciesProps } from '../../../../lib';
import { builtInRules } from '../../../../lib/policies/rules';
import { elsewhere } from '../../card';

const RULE_IDS = builtInRules()
  .map(({ ruleId }) => ruleId)
  .join(', ');
const SUITE = 'test/policies/session-pool-policies.test.ts';

export default [
  ...elsewhere<SessionPoolPoliciesProps>('SessionPoolPoliciesProps', SUITE, {
    acknowledgements: { valid: [[]] },
    additionalRules: { valid: [[]] },
    levels: { valid: [{}], invalid: [[{ NoRule: 'error' }, `levels must name a rule, got 'NoRule': there are ${RULE_IDS}`]] },
  }),
  ...elsewhere<PolicyParameters>('PolicyParameters', SUITE, {
    allowedLocations: { valid: [['westus2']], invalid: [['westus2', "allowedLocations must be a list, got 'westus2'"]] },
    maxConcurrentSessions: { valid: [1], invalid: [[0, 'maxConcurrentSessions must be at least 1, got 0']] },
    maxCooldownPeriodInSeconds: { valid: [300], invalid: [[0, 'maxCooldownPeriodInSeconds must be at least 1, got 0']] },
    requiredTags: { valid: [['owner']], invalid: [[[5], 'requiredTags[0] must be text, got 5']] },
    additionalRuleIds: { valid: [['OurRule']], invalid: [['OurRule', "additionalRuleIds must be a list, got 'OurRule'"]] },
    allowNothingToJudge: { valid: [true], invalid: [['yes', "allowNothingToJudge must be true or false, got 'yes'"]] },
    allowUnknownAfterApply: { valid: [true], invalid: [['yes', "allowUnknownAfterApply must be true or false, got 'yes'"]] },
    requireExpiry: { valid: [true], invalid: [['yes', "requireExpiry must be true or false, got 'yes'"]] },
  }),
  ...elsewhere<Acknowledgement>('Acknowledgement', 'test/validation/acknowledgements.test.ts', {
    id: {},
    reason: {},
    path: {},
    expires: {},
  }),
];
