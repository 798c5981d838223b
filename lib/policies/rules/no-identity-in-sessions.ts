import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { exposedIdentities } from './exposure';
import { show } from '../values';

/** Code in the sessions gets no tokens. */
export const NO_IDENTITY_IN_SESSIONS: ISessionPoolRule = {
  ruleId: 'SessionPoolNoIdentityInSessions',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause: "A managed identity has another lifecycle than 'None'.",
  explanation: 'Untrusted code gets tokens of the identity and can do whatever the identity may.',
  remedy: 'leave availableInSessions out, and call what needs the identity from outside of the sessions',
  check: pool =>
    exposedIdentities(pool).map(({ identity, lifecycle }) => `identity ${show(identity)} has the lifecycle ${show(lifecycle)}`),
};
