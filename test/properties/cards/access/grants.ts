import type { SessionPoolGrantOptions } from '../../../../lib';
import { elsewhere } from '../../card';

export default elsewhere<SessionPoolGrantOptions>('SessionPoolGrantOptions', 'test/access/session-pool-grants.test.ts', {
  adoptExisting: {},
  id: {},
  provider: {},
  scope: {},
});
