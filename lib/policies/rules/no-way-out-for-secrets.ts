import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { exposedIdentities, exposedSecrets } from './exposure';
import { fold, show } from '../values';

/** Not both: something to steal and a way out. */
export const NO_WAY_OUT_FOR_SECRETS: ISessionPoolRule = {
  ruleId: 'SessionPoolNoWayOutForSecrets',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.CRITICAL,
  cause: 'Egress is enabled, and sessions can get an identity or a secret.',
  explanation:
    'One prompt is enough to send a token or a secret to anybody. Each of the two may be acceptable; together they are a breach ' +
    'that waits for its trigger.',
  remedy: 'disable egress, or take identities and secrets out of the sessions',
  check: pool => {
    const status = pool.property('sessionNetworkConfiguration.status');
    if (!pool.isKnown(status) || fold(status) !== 'egressenabled') {
      return [];
    }
    return [
      ...exposedIdentities(pool).map(({ identity }) => `identity ${show(identity)} is available in sessions`),
      ...exposedSecrets(pool),
    ].map(exposed => `egress is enabled, and ${exposed}`);
  },
};
