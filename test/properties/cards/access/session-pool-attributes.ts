import type { SessionPoolAttributes } from '../../../../lib';
import { CodeInterpreterType, ContainerType } from '../../../../lib';
import { POOL_ID } from '../../../support/fixtures';
import { elsewhere } from '../../card';

export default elsewhere<SessionPoolAttributes>('SessionPoolAttributes', 'test/pool/session-pool.test.ts', {
  sessionPoolId: { valid: [POOL_ID] },
  poolManagementEndpoint: { valid: ['https://pool.westus2.azurecontainerapps.io'] },
  location: { valid: ['westus2'] },
  environmentDefaultDomain: { valid: ['happy.westus2.azurecontainerapps.io'] },
  containerType: {
    valid: [CodeInterpreterType.SHELL, ContainerType.CUSTOM_CONTAINER],
    invalid: [
      [
        'Shell',
        'containerType must be a ContainerType, got a string: use ContainerType.CUSTOM_CONTAINER or a constant of CodeInterpreterType',
      ],
    ],
  },
  sessionsApiVersion: {
    valid: ['2025-10-02-preview', '2024-02-02-preview'],
    invalid: [['newest', "sessionsApiVersion must have the form '2026-01-01' or '2026-01-01-preview', got 'newest'"]],
  },
  acknowledgements: { valid: [[]] },
  hasMcpServer: { valid: [true, false] },
  provider: {},
});
