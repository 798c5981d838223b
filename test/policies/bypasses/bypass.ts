import { TerraformStack } from 'cdktf';
import { AzapiProvider } from '../../../lib';
import { interpreter, SUBSCRIPTION } from '../../support/fixtures';
import { testApp } from '../../support/synth';

/** A way to get something past the policies, and who sees it. */
export interface Bypass {
  /** What is done, as the document has it. */
  readonly title: string;
  /** The rule that finds it. */
  readonly ruleId: string;
  /** Builds it beside a pool that nothing is wrong with. */
  readonly build: (stack: TerraformStack) => void;
  /** Whether it is found in a configuration, by the aspect too. */
  readonly configuration: boolean;
  /** Whether it is found in a plan. */
  readonly plan: boolean;
  /** Why it is not found, where it is not. */
  readonly because?: string;
  /** The resource changes of the plan, where the providers for a real one are not to be had everywhere. */
  readonly changes?: Array<{ readonly address: string; readonly type: string; readonly after: { readonly [argument: string]: unknown } }>;
  /** The invocations of actions in the plan, which older versions of Terraform do not have. */
  readonly invocations?: Array<{ readonly address: string; readonly type: string; readonly config_values: object }>;
}

/** What lets azapi plan without Azure. */
export const CREDENTIALS = {
  subscriptionId: SUBSCRIPTION,
  tenantId: SUBSCRIPTION,
  clientId: SUBSCRIPTION,
  clientSecret: 'none',
  useCli: false,
};

/** The stack of a bypass, with a provider that can plan without Azure. */
export function bypassStack({ build }: Bypass): TerraformStack {
  const stack = new TerraformStack(testApp(), 'stack');
  new AzapiProvider(stack, 'azapi', CREDENTIALS);
  interpreter(stack, { location: 'westeurope', tags: { owner: 'agents', costCenter: '42' } }, 'clean');
  build(stack);
  return stack;
}
