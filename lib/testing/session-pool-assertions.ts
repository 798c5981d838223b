import type { IAspect, TerraformStack } from 'cdktf';
import { Testing } from 'cdktf';
import { differences } from './differences';
import { findingsOf } from './policy-findings';
import { poolsOfConfiguration, poolsOfPlan } from './pools-of';
import type { SynthesizedSessionPool } from './synthesized-session-pool';
import type { Json } from '../policies/reading/json';

/**
 * The session pools of a stack, a `cdk.tf.json` or a plan, whoever defines them, for assertions in any test framework and language. Every
 * method that asserts throws an error that says what was expected, what was found and where.
 *
 * @see https://developer.hashicorp.com/terraform/cdktf/test/unit-tests
 *
 * @example
 *
 * const pools = SessionPoolAssertions.fromStack(stack);
 * pools.countIs(1);
 * pools.hasProperties('interpreter', { sessionNetworkConfiguration: { status: 'EgressDisabled' } });
 */
export class SessionPoolAssertions {
  /**
   * The pools of a stack, which is synthesized for it.
   *
   * @param stack the stack
   */
  public static fromStack(stack: TerraformStack): SessionPoolAssertions {
    return SessionPoolAssertions.fromJson(Testing.synth(stack));
  }

  /**
   * The pools of a synthesized configuration.
   *
   * @param configuration the text of a `cdk.tf.json`
   */
  public static fromJson(configuration: string): SessionPoolAssertions {
    return new SessionPoolAssertions(poolsOfConfiguration(JSON.parse(configuration) as object));
  }

  /**
   * The pools of a plan, modules included and without those that are destroyed.
   *
   * @param plan the output of `terraform show -json` for a plan
   */
  public static fromPlanJson(plan: string): SessionPoolAssertions {
    return new SessionPoolAssertions(poolsOfPlan(JSON.parse(plan) as object));
  }

  /**
   * What policies find in a stack, errors and warnings alike, each as `<path>: [<rule ID>] <message>`. Nothing is thrown.
   *
   * @param stack the stack, which is synthesized for it
   * @param policies the policies, such as `new SessionPoolPolicies()`
   */
  public static policyFindings(stack: TerraformStack, policies: IAspect): string[] {
    return findingsOf(stack, policies);
  }

  /**
   * The pools.
   */
  public readonly pools: SynthesizedSessionPool[];

  /** @internal */
  protected constructor(pools: SynthesizedSessionPool[]) {
    this.pools = pools;
  }

  /**
   * The pool with the ARM name, the address, or the ID of its construct where that stands for one pool.
   *
   * @param name the name, the address or the ID
   */
  public pool(name: string): SynthesizedSessionPool {
    const exact = this.pools.filter(pool => pool.name === name || pool.address === name);
    const found = exact.length > 0 ? exact : this.pools.filter(({ address }) => address.startsWith(`azapi_resource.${name}_`));
    if (found.length !== 1) {
      throw new Error(`expected one session pool '${name}', found ${found.length} among: ${this.describe()}`);
    }
    return found[0];
  }

  /**
   * Asserts how many pools there are.
   *
   * @param count the number of pools
   */
  public countIs(count: number): void {
    if (this.pools.length !== count) {
      throw new Error(`expected ${count} session pools, found ${this.pools.length}: ${this.describe()}`);
    }
  }

  /**
   * Asserts that a pool has the properties, and maybe others. Lists must be equal item by item.
   *
   * @param name the name, the address or the ID of the construct of the pool
   * @param properties what is expected of `properties` of the ARM body; values can be matchers of `SessionPoolMatch`
   */
  public hasProperties(name: string, properties: { [name: string]: unknown }): void {
    assertProperties([this.pool(name)], properties);
  }

  /**
   * Asserts that all pools have the properties, and maybe others. No pool at all is a failure.
   *
   * @param properties what is expected of `properties` of the ARM bodies; values can be matchers of `SessionPoolMatch`
   */
  public allHaveProperties(properties: { [name: string]: unknown }): void {
    if (this.pools.length === 0) {
      throw new Error('expected session pools, found none');
    }
    assertProperties(this.pools, properties);
  }

  private describe(): string {
    return this.pools.map(({ name, address }) => `${name} (${address})`).join(', ') || 'none';
  }
}

function assertProperties(pools: SynthesizedSessionPool[], expected: Json): void {
  const failures = pools.flatMap(({ name, address, properties }) =>
    differences('properties', properties, expected).map(difference => `  - ${name} (${address}): ${difference}`),
  );
  if (failures.length > 0) {
    throw new Error(`session pools do not have the properties:\n${failures.join('\n')}`);
  }
}
