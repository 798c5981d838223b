import type { SessionPoolAttributes } from '../../../../lib';
import { POOL_ID } from '../../../support/fixtures';
import { elsewhere } from '../../card';

export default elsewhere<SessionPoolAttributes>('SessionPoolAttributes', 'test/pool/session-pool.test.ts', {
  sessionPoolId: { valid: [POOL_ID] },
  poolManagementEndpoint: { valid: ['https://pool.westus2.azurecontainerapps.io'] },
  location: { valid: ['westus2'] },
  environmentDefaultDomain: { valid: ['happy.westus2.azurecontainerapps.io'] },
  containerType: { valid: ['PythonLTS', 'CustomContainer'] },
  hasMcpServer: { valid: [true, false] },
  provider: {},
});
