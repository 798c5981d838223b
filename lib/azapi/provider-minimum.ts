import type { TerraformStack } from 'cdktf';
import { Annotations, TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import { overridesOf } from '../terraform/cdktf-internals';

/** The oldest azapi with everything that the library uses. */
export const OLDEST_AZAPI = '2.12.0';
const CHECKED = Symbol.for('cdktf-azure-session-pools.ProviderMinimum');

/**
 * cdktf requires the version that the last provider class of a stack names: one of another binding can pin an azapi that is too old for what
 * the library writes.
 */
export function checkProviderMinimum(stack: TerraformStack): void {
  if (CHECKED in stack) {
    return;
  }
  Object.defineProperty(stack, CHECKED, { value: true });
  stack.node.addValidation({ validate: () => requirementsOf(stack).flatMap(requirement => failuresOf(requirement)) });
}

/** Whether every azapi that the stack admits is as new as the version. What requires nothing, or cannot be read, admits older ones. */
export function requiresAzapi(stack: TerraformStack, version: string): boolean {
  const requirements = requirementsOf(stack);
  return requirements.length > 0 && requirements.every(requirement => admittedVersions(requirement.version, version) === 'newer');
}

interface Requirement {
  readonly construct: IConstruct;
  readonly what: string;
  readonly version: string;
}

/** What the provider classes of the stack require, or what overrides them. */
function requirementsOf(stack: TerraformStack): Requirement[] {
  const { terraform } = overridesOf(stack) as { terraform?: { required_providers?: { azapi?: { version?: string } } } };
  const overridden = terraform?.required_providers?.azapi?.version;
  if (overridden !== undefined) {
    return [{ construct: stack, what: `the override of '${stack.node.path}'`, version: overridden }];
  }
  return stack.node
    .findAll()
    .filter(TerraformProvider.isTerraformProvider)
    .filter(({ terraformResourceType }) => terraformResourceType === 'azapi')
    .flatMap(provider => {
      const { providerVersion, providerVersionConstraint } = provider.terraformGeneratorMetadata ?? {};
      const version = providerVersion || providerVersionConstraint;
      return version ? [{ construct: provider, what: `provider '${provider.node.path}'`, version }] : [];
    });
}

function failuresOf({ construct, what, version }: Requirement): string[] {
  const needed = `session pools need ${OLDEST_AZAPI} or newer`;
  switch (admittedVersions(version)) {
    case 'newer':
      return [];
    case 'older':
      return [`${what} requires azapi ${version}: ${needed}; update the binding, or use AzapiProvider of this library`];
    case 'both':
      warn(construct, `${what} requires azapi ${version}, which admits versions that are too old: ${needed}; require '>= ${OLDEST_AZAPI}'`);
      return [];
    default:
      warn(construct, `${what} requires azapi ${version}, which is not a version constraint that can be checked here: ${needed}`);
      return [];
  }
}

/** A stack can be validated more than once. */
function warn(construct: IConstruct, message: string): void {
  if (!construct.node.metadata.some(({ data }) => data === message)) {
    Annotations.of(construct).addWarning(message);
  }
}

/** Whether a version constraint admits versions from the minimum on, versions before it, or both; nothing where it is not understood. */
export function admittedVersions(constraint: string, minimum = OLDEST_AZAPI): 'newer' | 'older' | 'both' | undefined {
  const parts = constraint.split(',').map(part => /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(?:-[\w.]+)?\s*$/.exec(part));
  if (parts.some(part => part === null)) {
    return undefined;
  }
  const ranges = parts.map(part => rangeOf(part![1] ?? '=', numbersOf(part![2]), numbersOf(minimum)));
  const isAtLeast = ranges.some(({ isAboveMinimum }) => isAboveMinimum);
  const reaches = ranges.every(({ reachesMinimum }) => reachesMinimum);
  return !reaches ? 'older' : isAtLeast ? 'newer' : 'both';
}

/** Whether all versions that one constraint admits are from the minimum on, and whether any is. */
function rangeOf(operator: string, version: number[], minimum: number[]): { isAboveMinimum: boolean; reachesMinimum: boolean } {
  const order = compare(version, minimum);
  switch (operator) {
    case '=':
      return { isAboveMinimum: order >= 0, reachesMinimum: order >= 0 };
    case '>':
    case '>=':
      return { isAboveMinimum: order >= 0, reachesMinimum: true };
    case '<':
      return { isAboveMinimum: false, reachesMinimum: order > 0 };
    case '<=':
      return { isAboveMinimum: false, reachesMinimum: order >= 0 };
    case '~>':
      return { isAboveMinimum: order >= 0, reachesMinimum: compare(nextOf(version), minimum) > 0 };
    default:
      return { isAboveMinimum: false, reachesMinimum: true };
  }
}

/** The first version that `~>` does not admit. */
function nextOf(version: number[]): number[] {
  return version.length === 1 ? [Infinity] : [...version.slice(0, -2), version.at(-2)! + 1];
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number);
}

function compare(a: number[], b: number[]): number {
  const index = b.findIndex((number, at) => (a[at] ?? 0) !== number);
  return index < 0 ? 0 : (a[index] ?? 0) - b[index];
}
