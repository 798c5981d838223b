import type { IAspect, TerraformStack } from 'cdktf';
import { Aspects, Testing } from 'cdktf';

/** What a pool looks like in a synthesized stack or in a plan. */
export interface SessionPoolResource {
  /** The address in Terraform, modules included. */
  readonly address: string;
  /** The ARM name. */
  readonly name: string;
  /** The api version. */
  readonly apiVersion: string;
  /** The region. */
  readonly location: string;
  /** The tags. */
  readonly tags: Json;
  /** The identity block: `type` and `identity_ids`. */
  readonly identity: Json | undefined;
  /** `properties` of the body. */
  readonly properties: Json;
}

/** An object of JSON. */
export interface Json {
  readonly [name: string]: unknown;
}

interface Arguments extends Json {
  readonly type?: string;
  readonly body?: { readonly properties?: Json };
}

/** What a plan has in the place of a value that is known only after apply. */
export const KNOWN_AFTER_APPLY = '(known after apply)';

/**
 * The session pools of a stack, a `cdk.tf.json` or a plan, whoever defines them, for assertions in any test framework. Every method that asserts
 * throws an error that says what was expected, what was found and where.
 */
export class SessionPoolAssertions {
  /** The pools of a stack, which is synthesized for it. */
  public static fromStack(stack: TerraformStack): SessionPoolAssertions {
    return SessionPoolAssertions.fromConfiguration(Testing.synth(stack));
  }

  /** The pools of a `cdk.tf.json`, as text or parsed. */
  public static fromConfiguration(configuration: string | object): SessionPoolAssertions {
    const { resource } = parsed(configuration) as { resource?: { azapi_resource?: { [id: string]: Arguments } } };
    return new SessionPoolAssertions(Object.entries(resource?.azapi_resource ?? {}).map(([id, args]) => [`azapi_resource.${id}`, args]));
  }

  /** The pools of the output of `terraform show -json` on a plan, as text or parsed, modules included and without those that are destroyed. */
  public static fromPlan(plan: string | object): SessionPoolAssertions {
    const { resource_changes: changes = [] } = parsed(plan) as { resource_changes?: ResourceChange[] };
    return new SessionPoolAssertions(
      changes
        .filter(({ mode, type, change }) => mode === 'managed' && type === 'azapi_resource' && change.after)
        .map(({ address, change }) => [address, filled(change.after, change.after_unknown) as Arguments]),
    );
  }

  /** The pools. */
  public readonly pools: SessionPoolResource[];

  private constructor(resources: Array<[address: string, args: Arguments]>) {
    this.pools = resources
      .filter(([, { type }]) => /^Microsoft\.App\/sessionPools@/i.test(String(type)))
      .map(([address, args]) => resourceOf(address, args));
  }

  /** The pool with the ARM name or the address; the id of its construct will do as well, where it stands for one pool. */
  public pool(name: string): SessionPoolResource {
    const exact = this.pools.filter(pool => pool.name === name || pool.address === name);
    const found = exact.length > 0 ? exact : this.pools.filter(({ address }) => address.startsWith(`azapi_resource.${name}_`));
    if (found.length !== 1) {
      throw new Error(`expected one session pool '${name}', found ${found.length} among: ${this.describe()}`);
    }
    return found[0];
  }

  /** Asserts how many pools there are. */
  public countIs(count: number): void {
    if (this.pools.length !== count) {
      throw new Error(`expected ${count} session pools, found ${this.pools.length}: ${this.describe()}`);
    }
  }

  /** Asserts that the pool has the properties, and maybe others. Lists must be equal item by item; matchers such as `expect.any(String)` work. */
  public hasProperties(name: string, properties: Json): void {
    const pool = this.pool(name);
    fail([pool], properties);
  }

  /** Asserts that all pools have the properties, and maybe others. No pool at all is a failure. */
  public allHaveProperties(properties: Json): void {
    if (this.pools.length === 0) {
      throw new Error('expected session pools, found none');
    }
    fail(this.pools, properties);
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

  private describe(): string {
    return this.pools.map(({ name, address }) => `${name} (${address})`).join(', ') || 'none';
  }
}

/** What the policies say of a stack, as `path: [rule] message`; errors and warnings alike. */
export function policyFindings(stack: TerraformStack, policies: IAspect): string[] {
  Aspects.of(stack).add(policies);
  Testing.synth(stack);
  return stack.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type, data }) => /^@cdktf\/(warn|error)$/.test(type) && /^\[[A-Z]\w+\] /.test(String(data)))
        .map(({ data }) => `${node.path}: ${data}`),
    );
}

interface ResourceChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: { readonly after: unknown; readonly after_unknown?: unknown };
}

function parsed(json: string | object): object {
  return typeof json === 'string' ? (JSON.parse(json) as object) : json;
}

function resourceOf(address: string, args: Arguments): SessionPoolResource {
  const identity = Array.isArray(args.identity) ? (args.identity[0] as Json | undefined) : (args.identity as Json | undefined);
  return {
    address,
    name: String(args.name),
    apiVersion: String(args.type).split('@')[1],
    location: String(args.location),
    tags: (args.tags ?? {}) as Json,
    identity,
    properties: args.body?.properties ?? {},
  };
}

/** The value with a text where something is known only after apply. */
function filled(value: unknown, unknown: unknown): unknown {
  if (unknown === true) {
    return KNOWN_AFTER_APPLY;
  }
  if (Array.isArray(value) && Array.isArray(unknown)) {
    return value.map((item, index) => filled(item, unknown[index]));
  }
  if (isObject(value) && isObject(unknown)) {
    const marked = Object.entries(unknown).filter(([, mark]) => mark);
    return { ...value, ...Object.fromEntries(marked.map(([key, mark]) => [key, filled(value[key], mark)])) };
  }
  return value;
}

function fail(pools: SessionPoolResource[], expected: Json): void {
  const failures = pools.flatMap(({ name, address, properties }) =>
    differences('properties', properties, expected).map(difference => `  - ${name} (${address}): ${difference}`),
  );
  if (failures.length > 0) {
    throw new Error(`session pools do not have the properties:\n${failures.join('\n')}`);
  }
}

function differences(path: string, actual: unknown, expected: unknown): string[] {
  if (isMatcher(expected)) {
    return expected.asymmetricMatch(actual) ? [] : [`${path} must match ${String(expected)}, got ${JSON.stringify(actual) ?? 'nothing'}`];
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) => differences(`${path}.${key}`, actual[key], value));
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => differences(`${path}[${index}]`, actual[index], item));
  }
  return JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${path} must be ${JSON.stringify(expected) ?? 'absent'}, got ${JSON.stringify(actual) ?? 'nothing'}`];
}

/** Matchers inside of values, as jest and vitest have them: `expect.any(String)`. */
function isMatcher(value: unknown): value is { asymmetricMatch(actual: unknown): boolean } {
  return isObject(value) && typeof value.asymmetricMatch === 'function';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
