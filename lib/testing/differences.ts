import { text } from './json';
import { isObject } from '../policies/reading/json';

/** What is different from the expected value, each with its path. Objects may have more properties than are expected, lists must be equal. */
export function differences(path: string, actual: unknown, expected: unknown): string[] {
  if (isMatcher(expected)) {
    return expected.asymmetricMatch(actual) ? [] : [`${path} must match ${String(expected)}, got ${text(actual)}`];
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) => differences(`${path}.${key}`, actual[key], value));
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => differences(`${path}[${index}]`, actual[index], item));
  }
  return JSON.stringify(actual) === JSON.stringify(expected)
    ? []
    : [`${path} must be ${expected === undefined ? 'absent' : text(expected)}, got ${text(actual)}`];
}

/** A matcher inside of values: ours, and those of jest and vitest, such as `expect.any(String)`. */
function isMatcher(value: unknown): value is { asymmetricMatch(actual: unknown): boolean } {
  return typeof value === 'object' && value !== null && 'asymmetricMatch' in value && typeof value.asymmetricMatch === 'function';
}
