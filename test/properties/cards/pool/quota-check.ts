import type { SessionPoolQuotaCheckProps } from '../../../../lib';
import { SUBSCRIPTION } from '../../../support/fixtures';
import { elsewhere } from '../../card';

export default elsewhere<SessionPoolQuotaCheckProps>('SessionPoolQuotaCheckProps', 'test/pool/session-pool-quota-check.test.ts', {
  subscriptionId: {
    valid: [SUBSCRIPTION],
    invalid: [
      [undefined, 'subscriptionId must be given: the limit is that of a subscription'],
      ['mine', "subscriptionId must be the ID of a subscription such as '00000000-0000-0000-0000-000000000000', got 'mine'"],
    ],
  },
  location: {
    valid: ['westus2', 'West US 2'],
    invalid: [
      [undefined, "location must be given: a region such as 'westus2'"],
      ['west-us', "location must be a region such as 'westus2' or 'West US 2', got 'west-us'"],
    ],
  },
  provider: {},
});
