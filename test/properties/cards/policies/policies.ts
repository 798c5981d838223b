import type { Acknowledgement, PolicyParameters, SessionPoolPoliciesProps } from '../../../../lib';
import { elsewhere } from '../../card';

export default [
  ...elsewhere<SessionPoolPoliciesProps>('SessionPoolPoliciesProps', 'test/policies/session-pool-policies.test.ts', {
    acknowledgements: {},
    additionalRules: {},
    levels: {},
  }),
  ...elsewhere<PolicyParameters>('PolicyParameters', 'test/policies/fixtures/index.ts', { allowedLocations: {}, requiredTags: {} }),
  ...elsewhere<PolicyParameters>('PolicyParameters', 'test/policies/session-pool-policies.test.ts', { maxConcurrentSessions: {} }),
  ...elsewhere<PolicyParameters>('PolicyParameters', 'policy/session_pools/rules/cooldown_test.rego', { maxCooldownPeriodInSeconds: {} }),
  ...elsewhere<Acknowledgement>('Acknowledgement', 'test/validation/acknowledgements.test.ts', {
    id: {},
    reason: {},
    path: {},
    expires: {},
  }),
];
