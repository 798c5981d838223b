import type { Json } from './json';
import { isObject } from './json';
import { hasExpression } from '../../terraform/template-expressions';
import { CONSTANTS } from '../shared';
import { fold } from '../values';

const NAMES: { readonly [folded: string]: string } = Object.fromEntries(CONSTANTS.bodyNames.map(name => [fold(name), name]));

/**
 * The body with the names of properties in Azure's casing, since ARM compares them without regard to it. Where a name is given twice, the one in
 * Azure's casing counts, else the first.
 */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (!isObject(value)) {
    return value;
  }
  const keys = Object.keys(value).sort();
  const keyOf = (name: string) => (Object.hasOwn(value, name) ? name : keys.find(key => canonicalName(key) === name)!);
  return Object.fromEntries([...new Set(keys.map(canonicalName))].map(name => [name, canonical(value[keyOf(name)])]));
}

/** The names that an object in the body has twice, in different casing. */
export function repeatedNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const names = Array.isArray(value) ? [] : Object.keys(value).map(canonicalName);
  return [...names.filter((name, index) => names.indexOf(name) < index), ...Object.values(value).flatMap(repeatedNames)];
}

/** Whether the name of a property in the value is an expression. */
export function hasExpressionAsName(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([name, item]) => hasExpression(name) || hasExpressionAsName(item))
  );
}

/** What is sent: the sensitive body over the body. */
export function merged(body: unknown, sensitive: unknown): unknown {
  return isObject(sensitive) ? (isObject(body) ? union(body, sensitive) : sensitive) : body;
}

function union(body: Json, sensitive: Json): Json {
  const over = Object.entries(sensitive).map(([name, value]) => {
    const below = Object.hasOwn(body, name) ? body[name] : undefined;
    return [name, isObject(below) && isObject(value) ? union(below, value) : value];
  });
  return { ...body, ...(Object.fromEntries(over) as Json) };
}

/** The properties in a sensitive body that are none of the ones for secrets, as paths. */
export function hiddenPaths(sensitive: unknown): string[] {
  if (sensitive === undefined || sensitive === null) {
    return [];
  }
  if (!isObject(sensitive)) {
    return ['the whole body'];
  }
  return Object.entries(sensitive).flatMap(([name, value]) => {
    if (name !== 'properties') {
      return [name];
    }
    return isObject(value)
      ? Object.keys(value)
          .filter(property => property !== 'secrets')
          .map(property => `properties.${property}`)
      : [name];
  });
}

function canonicalName(key: string): string {
  return Object.hasOwn(NAMES, fold(key)) ? NAMES[fold(key)] : key;
}
