import type { TerraformStack } from 'cdktf';
import { Aspects } from 'cdktf';
import type { Kind } from './definition';
import * as l2 from './l2';
import { SessionPoolPolicies } from 'cdktf-azure-session-pools';

const POLICIES = new SessionPoolPolicies({
  acknowledgements: [{ id: 'SessionPoolNoSecretInEnvironment', reason: 'the code in the sessions is our own' }],
});

export function fill(stack: TerraformStack, kind: Kind, names: string[]): void {
  l2.fill(stack, kind, names);
  Aspects.of(stack).add(POLICIES);
}
