import type { SessionPoolGrantOptions } from '../../../../lib';
import { elsewhere } from '../../card';

export default elsewhere<SessionPoolGrantOptions>('SessionPoolGrantOptions', 'test/access/session-pool-grants.test.ts', {
  adoptExisting: { valid: ['11111111-2222-3333-4444-555555555555'] },
  id: { valid: ['agent'] },
  preventDestroy: { valid: [true, false] },
  provider: {},
  scope: {},
});
