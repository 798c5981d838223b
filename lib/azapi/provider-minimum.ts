import type { TerraformStack } from 'cdktf';
import { Annotations, TerraformProvider } from 'cdktf';
import { AZAPI_METADATA } from './arguments';

/** The oldest azapi with everything that the library uses. */
const MINIMUM = [2, 12, 0];
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
  stack.node.addValidation({
    validate: () =>
      stack.node
        .findAll()
        .filter(TerraformProvider.isTerraformProvider)
        .filter(({ terraformResourceType }) => terraformResourceType === 'azapi')
        .flatMap(failureOf),
  });
}

function failureOf(provider: TerraformProvider): string[] {
  const required = provider.terraformGeneratorMetadata?.providerVersion;
  if (required === undefined || required === AZAPI_METADATA.providerVersion) {
    return [];
  }
  const admits = admitsMinimum(required);
  if (admits === undefined) {
    Annotations.of(provider).addWarning(
      `[azapi-version] the azapi provider requires the version ${required}, of which nobody can tell here whether it admits ${MINIMUM.join('.')}, the oldest that session pools need`,
    );
  }
  return admits === false
    ? [
        `provider '${provider.node.path}' requires azapi ${required}: session pools need ${MINIMUM.join('.')} or newer; update the binding, or use AzapiProvider of this library`,
      ]
    : [];
}

/** Whether a version constraint admits the minimum or something newer; nothing where it is not understood. */
export function admitsMinimum(constraint: string): boolean | undefined {
  const parts = constraint.split(',').map(part => /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(?:-[\w.]+)?\s*$/.exec(part));
  if (parts.some(part => part === null)) {
    return undefined;
  }
  return parts.every(part => {
    const [, operator = '=', text] = part!;
    const numbers = text.split('.').map(Number);
    const order = compare(numbers, MINIMUM);
    switch (operator) {
      case '=':
      case '<=':
        return order >= 0;
      case '<':
        return order > 0;
      case '~>':
        return order >= 0 || compare([...numbers.slice(0, -2), (numbers.at(-2) ?? Infinity) + 1], MINIMUM) > 0;
      default:
        return true;
    }
  });
}

function compare(a: number[], b: number[]): number {
  const index = b.findIndex((number, at) => (a[at] ?? 0) !== number);
  return index < 0 ? 0 : (a[index] ?? 0) - b[index];
}
