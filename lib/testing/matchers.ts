import { differences } from './differences';
import { text } from './json';
import { isObject } from '../policies/reading/json';

/** Decides whether a value is as expected. */
export interface Matcher {
  /** What is expected, for messages. */
  readonly description: string;
  readonly matches: (actual: unknown) => boolean;
}

export function anyValue(): Matcher {
  return { description: 'any value', matches: actual => actual !== undefined && actual !== null };
}

export function absentValue(): Matcher {
  return { description: 'no value', matches: actual => actual === undefined || actual === null };
}

export function pattern(expression: string): Matcher {
  const compiled = new RegExp(expression);
  return { description: String(compiled), matches: actual => typeof actual === 'string' && compiled.test(actual) };
}

export function arrayWith(items: unknown[]): Matcher {
  const isIn = (actual: unknown[], item: unknown) => actual.some(each => differences('', each, item).length === 0);
  return {
    description: `a list with ${describe(items)}`,
    matches: actual => Array.isArray(actual) && items.every(item => isIn(actual, item)),
  };
}

export function exactly(value: unknown): Matcher {
  return { description: `exactly ${describe(value)}`, matches: actual => isSame(actual, value) };
}

function isSame(actual: unknown, expected: unknown): boolean {
  if (isObject(actual) && isObject(expected) && !('asymmetricMatch' in expected)) {
    const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    return [...names].every(name => isSame(actual[name], expected[name]));
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.length === expected.length && actual.every((item, index) => isSame(item, expected[index]));
  }
  return differences('', actual, expected).length === 0;
}

function describe(value: unknown): string {
  return text(value);
}
