import type { IAspect, TerraformStack } from 'cdktf';
import { Testing } from 'cdktf';
import type { Json } from './policies/reading/json';
import { poolsOfConfiguration, poolsOfPlan } from './testing/pools-of';
import { SessionPoolAssertions as Assertions } from './testing/session-pool-assertions';
import type { SynthesizedSessionPool } from './testing/synthesized-session-pool';

export type { Json } from './policies/reading/json';
export { KNOWN_AFTER_APPLY } from './testing/pools-of';
export { SessionPoolMatch } from './testing/session-pool-match';
/** What a pool looks like in a synthesized stack or in a plan. */
export type SessionPoolResource = SynthesizedSessionPool;

/**
 * The assertions of the package for tests in TypeScript and JavaScript: they read parsed JSON too, take the matchers of jest and vitest, and make a
 * template for `aws-cdk-lib/assertions`.
 */
export class SessionPoolAssertions extends Assertions {
  /** The pools of a stack, which is synthesized for it. */
  public static fromStack(stack: TerraformStack): SessionPoolAssertions {
    return SessionPoolAssertions.fromConfiguration(Testing.synth(stack));
  }

  /** The pools of a `cdk.tf.json`, as text or parsed. */
  public static fromConfiguration(configuration: string | object): SessionPoolAssertions {
    return new SessionPoolAssertions(poolsOfConfiguration(parsed(configuration)));
  }

  /** The pools of the output of `terraform show -json` for a plan, as text or parsed, modules included and without those that are destroyed. */
  public static fromPlan(plan: string | object): SessionPoolAssertions {
    return new SessionPoolAssertions(poolsOfPlan(parsed(plan)));
  }

  /** The pools in the form of a CloudFormation template, for `Template.fromJSON` of `aws-cdk-lib/assertions`. */
  public toTemplate(): { readonly Resources: { readonly [address: string]: { readonly Type: string; readonly Properties: Json } } } {
    return {
      Resources: Object.fromEntries(
        this.pools.map(({ address, properties, name, apiVersion, location, tags, identity }) => [
          address,
          { Type: 'Microsoft.App/sessionPools', Properties: { name, apiVersion, location, tags, identity, properties } },
        ]),
      ),
    };
  }
}

/** What the policies say of a stack, as `path: [rule] message`; errors and warnings alike. */
export function policyFindings(stack: TerraformStack, policies: IAspect): string[] {
  return Assertions.policyFindings(stack, policies);
}

function parsed(json: string | object): object {
  return typeof json === 'string' ? (JSON.parse(json) as object) : json;
}
