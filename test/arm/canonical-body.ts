import type { Json, JsonObject } from './json';
import { isObject } from './json';
import type { Tree } from './tree';
import { isKnownValues, isList, propertyOf } from './tree';

/**
 * A body as ARM reads it: names in the schema's casing, numbers from strings (recorded: cooldownPeriodInSeconds "300"),
 * read-only and unknown properties left out, null kept where it was sent.
 */
export function canonicalBody(tree: Tree, body: JsonObject): JsonObject {
  return canonicalObject(tree, body);
}

/** A body in which null is the same as absent. */
export function withoutNulls(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => [name, withoutNullMembers(member!)]),
  );
}

function withoutNullMembers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNullMembers);
  return isObject(value) ? withoutNulls(value) : value;
}

function canonical(tree: Tree, value: Json): Json {
  if (Array.isArray(value)) return isList(tree) ? value.map(item => canonical(tree[0], item)) : value;
  if (isObject(value)) return canonicalObject(tree, value);
  return (tree === 'int' || tree === 'number') && typeof value === 'string' ? Number(value) : value;
}

function canonicalObject(tree: Tree, value: JsonObject): JsonObject {
  if (typeof tree !== 'object' || isList(tree) || isKnownValues(tree)) return value;
  const result: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    const property = propertyOf(tree, name, true);
    if (property && !property.readOnly && member !== undefined) result[property.name] = canonical(property.tree, member);
  }
  return result;
}
