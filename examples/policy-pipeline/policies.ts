import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyParameters } from 'cdktf-azure-session-pools';
import { SessionPoolPolicies } from 'cdktf-azure-session-pools';

interface Exception {
  readonly ruleId: string;
  readonly reason: string;
  readonly path?: string;
  readonly expires: string;
}

const {
  session_pools: { parameters, exceptions },
} = JSON.parse(readFileSync(join(__dirname, 'policy', 'data.json'), 'utf8')) as {
  session_pools: { parameters: PolicyParameters; exceptions: Exception[] };
};

/** The rules as the pipeline has them: conftest and Checkov read the same file. */
export function policies(): SessionPoolPolicies {
  return new SessionPoolPolicies({ ...parameters, acknowledgements: exceptions.map(({ ruleId, ...rest }) => ({ id: ruleId, ...rest })) });
}
