import { join } from 'node:path';
import { SessionPoolPolicies } from 'cdktf-azure-session-pools';

/** The rules as the pipeline has them: conftest and Checkov read the same file. */
export function policies(): SessionPoolPolicies {
  return SessionPoolPolicies.fromDataFile(join(__dirname, 'policy', 'data.json'));
}
