import fc from 'fast-check';
import { SessionNetworkStatus } from '../../../../lib';
import { poolSettings } from '../../card';
import { letters } from '../../values';

const RULE = "networkStatus must be 'EgressDisabled' or 'EgressEnabled', got";
const PATH = 'properties.sessionNetworkConfiguration.status';

export default poolSettings('networkStatus', {
  armPath: PATH,
  valid: [
    ['egress disabled', SessionNetworkStatus.EGRESS_DISABLED],
    ['egress enabled', SessionNetworkStatus.EGRESS_ENABLED, 'egress-enabled'],
  ],
  invalid: [
    ['egressEnabled', `${RULE} 'egressEnabled'`],
    ['xEgressEnabled', `${RULE} 'xEgressEnabled'`],
    ['EgressEnabledx', `${RULE} 'EgressEnabledx'`],
    ['Enabled', `${RULE} 'Enabled'`],
    [true, 'networkStatus must be a string, got true'],
  ],
  arbitrary: {
    valid: fc.constantFrom(SessionNetworkStatus.EGRESS_DISABLED, SessionNetworkStatus.EGRESS_ENABLED),
    invalid: letters(1, 10),
  },
  edits: [
    {
      title: 'networkStatus',
      after: { networkStatus: SessionNetworkStatus.EGRESS_ENABLED },
      action: 'in place',
      paths: [`body.${PATH}`],
    },
  ],
  drift: [{ id: 'pool/egress/changed' }],
});
