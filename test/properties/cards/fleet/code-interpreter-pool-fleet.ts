import type { CodeInterpreterPoolFleetGrantOptions, CodeInterpreterPoolFleetProps } from '../../../../lib';
import { elsewhere } from '../../card';

const SUITE = 'test/fleet/code-interpreter-pool-fleet.test.ts';
const NO_SESSIONS = 'sessions must be given: it decides how many pools there are';

export default [
  ...elsewhere<CodeInterpreterPoolFleetProps>('CodeInterpreterPoolFleetProps', SUITE, {
    sessions: {
      valid: [1, 1200],
      invalid: [
        [undefined, NO_SESSIONS],
        [0, 'sessions must be at least 1, got 0'],
        [1.5, 'sessions must be a whole number, got 1.5'],
      ],
    },
    locations: {
      valid: [['westus2', 'westeurope']],
      invalid: [['westus2', "locations must be a list, got 'westus2'"]],
    },
    maxConcurrentSessionsPerPool: { valid: [1, 600] },
    adoptExisting: { valid: [[]] },
    sessionPoolNamePrefix: { valid: ['fleet'] },
  }),
  ...elsewhere<CodeInterpreterPoolFleetGrantOptions>(
    'CodeInterpreterPoolFleetGrantOptions',
    'test/fleet/code-interpreter-pool-fleet-grants.test.ts',
    {
      adoptExisting: {},
      id: {},
      preventDestroy: { valid: [true, false] },
      provider: {},
      scope: {},
    },
  ),
];
