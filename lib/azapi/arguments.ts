import type { TerraformMetaArguments, TerraformProviderGeneratorMetadata, TerraformResourceLifecycle } from 'cdktf';
import { Token } from 'cdktf';
import type { AzapiRetry } from './azapi-options';
import { OLDEST_AZAPI } from './provider-minimum';
import type { HclValue } from '../terraform/cdktf-internals';
import { argumentsIn, hclArgument, hclBlock, hclBlocks } from '../terraform/cdktf-internals';
import { hcl, HclReferences } from '../terraform/hcl-expression';

/** The provider that azapi's resources belong to. */
export const AZAPI_METADATA = azapiMetadata();

/** azapi of the version or newer. */
export function azapiMetadata(minimumVersion = OLDEST_AZAPI): TerraformProviderGeneratorMetadata {
  return { providerName: 'azapi', providerVersion: `>= ${minimumVersion}, < 3.0.0` };
}

const SNAKE_CASE = new Map<string, string>();

interface Argument {
  readonly value: unknown;
  readonly block: boolean;
  readonly opaque: boolean;
}

/** The arguments of a block by their names in camel case. */
export type Arguments = { readonly [name: string]: Argument };

/** `name = value`. An opaque value is hidden from cdktf, which otherwise rewrites the keys of a provider's maps. */
export function attribute(value: unknown, options: { opaque?: boolean } = {}): Argument {
  return { value, block: false, opaque: options.opaque ?? false };
}

/** `name { ... }`, where the value holds the inner arguments. */
export function block(value: object | undefined): Argument {
  return { value, block: true, opaque: false };
}

/** Every argument of a configuration that is neither a block nor one of cdktf's own. */
export function plainArguments(config: object): Arguments {
  const { count, forEach, provider, lifecycle, dependsOn, connection, provisioners, ...own } = config as TerraformMetaArguments;
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, attribute(value)]));
}

/** The arguments of a configuration with `retry` and the block `timeouts`, as most of azapi's resources have them. */
export function commonArguments({ retry, timeouts, ...rest }: { readonly retry?: AzapiRetry; readonly timeouts?: object }): Arguments {
  return { ...plainArguments(rest), retry: retryArgument(retry), timeouts: block(timeouts) };
}

/** The `retry` argument. */
export function retryArgument(retry?: AzapiRetry): Argument {
  return attribute(
    retry && {
      error_message_regex: retry.errorMessageRegex,
      interval_seconds: retry.intervalInSeconds,
      max_interval_seconds: retry.maxIntervalInSeconds,
      multiplier: retry.multiplier,
      randomization_factor: retry.randomizationFactor,
    },
  );
}

/** The arguments for JSON synthesis: names in snake case, values as they are. */
export function jsonArguments(args: Arguments): { [name: string]: unknown } {
  return mapPresent(args, ({ value, opaque }) => (opaque ? Token.asAny(value) : value));
}

/** The arguments for HCL synthesis, in the form that cdktf's HCL renderer takes. */
export function hclArguments(args: Arguments): { [name: string]: unknown } {
  return mapPresent(args, arg => (arg.block ? hclBlockOf(arg.value as object) : hclAttribute(arg.value)));
}

/** cdktf renders conditions as lists of objects and references as text, which Terraform refuses: the ones are blocks, the others bare. */
export function withHclLifecycle(element: unknown, lifecycle?: TerraformResourceLifecycle): unknown {
  const { precondition, postcondition, replaceTriggeredBy, ignoreChanges, ...rest } = lifecycle ?? {};
  const { resource } = element as { resource?: { [type: string]: { [id: string]: { lifecycle?: unknown } } } };
  if (!lifecycle || !resource) {
    return element;
  }
  const conditions = (list: typeof precondition | typeof postcondition = []) =>
    hclBlocks(
      list.map(({ condition, errorMessage }) => ({ condition: hclAttribute(condition), error_message: hclAttribute(errorMessage) })),
    );
  argumentsIn(element)!.lifecycle = hclBlock({
    ...mapPresent(plainArguments(rest), arg => hclAttribute(arg.value)),
    ...(replaceTriggeredBy && {
      replace_triggered_by: hclReferences(replaceTriggeredBy.map(each => (typeof each === 'string' ? each : each.fqn))),
    }),
    ...(ignoreChanges && { ignore_changes: hclReferences(ignoreChanges) }),
    precondition: conditions(precondition),
    postcondition: conditions(postcondition),
  });
  return element;
}

function hclAttribute(value: unknown): HclValue {
  return hclArgument(hcl(value));
}

function hclReferences(references: string[] | string): HclValue {
  return hclArgument(Token.asString(new HclReferences(references)));
}

function hclBlockOf(values: object): HclValue {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return hclBlock(Object.fromEntries(present.map(([name, value]) => [name, hclAttribute(value)])));
}

function mapPresent(args: Arguments, render: (arg: Argument) => unknown): { [name: string]: unknown } {
  const rendered: { [name: string]: unknown } = {};
  for (const [name, arg] of Object.entries(args)) {
    if (arg.value !== undefined) {
      rendered[snakeCase(name)] = render(arg);
    }
  }
  return rendered;
}

function snakeCase(name: string): string {
  const known = SNAKE_CASE.get(name) ?? name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  SNAKE_CASE.set(name, known);
  return known;
}
