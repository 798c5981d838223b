import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { exposedSecrets } from './exposure';

/** Nothing to steal in a session. */
export const NO_SECRET_IN_ENVIRONMENT: ISessionPoolRule = {
  ruleId: 'SessionPoolNoSecretInEnvironment',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause: 'An environment variable has a secret, or a literal with the name or the look of one.',
  explanation: 'Untrusted code can read the environment. A literal is also in the source, the plan and the state.',
  remedy: 'keep secrets with the caller of the session',
  check: pool => exposedSecrets(pool),
};
