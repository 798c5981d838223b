import { PolicyLevel } from '../policy-level';
import { PolicyResourceKind } from '../policy-resource';
import type { ISessionPoolRule } from '../session-pool-rule';
import { fold, isGiven, show } from '../values';

/** Code in the sessions cannot reach the network. */
export const EGRESS_DISABLED: ISessionPoolRule = {
  ruleId: 'SessionPoolEgressDisabled',
  kind: PolicyResourceKind.SESSION_POOL,
  level: PolicyLevel.ERROR,
  cause: 'Egress is enabled, or nothing is written about it.',
  explanation:
    'Untrusted code can attack others and carry data away. Terraform sees drift only in what is written, so ' +
    "that relying on Azure's default leaves a change by hand unseen.",
  remedy: 'leave networkStatus out, or set it to SessionNetworkStatus.EGRESS_DISABLED',
  check: pool => {
    const status = pool.property('sessionNetworkConfiguration.status');
    if (!isGiven(status)) {
      return pool.isPartial ? [] : ['sessionNetworkConfiguration.status is not given'];
    }
    return pool.isKnown(status) && fold(status) !== 'egressdisabled' ? [`sessionNetworkConfiguration.status is ${show(status)}`] : [];
  },
};
