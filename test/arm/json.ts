/** A JSON object. `undefined` members are left out when it is sent. */
export interface JsonObject {
  [name: string]: Json | undefined;
}

export type Json = null | boolean | number | string | Json[] | JsonObject;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list, other items left out. */
export function asObjects(value: Json | undefined): JsonObject[] {
  return asList(value).filter(isObject);
}

/** RFC 7396: objects merge, null removes, everything else replaces. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    const old = merged[name];
    if (value === null) {
      delete merged[name];
    } else {
      merged[name] = isObject(value) ? mergePatch(asObject(old), value) : value;
    }
  }
  return merged;
}

/** Where a value holds null, in the spelling of azapi's paths: `properties.secrets`, `properties.containers[0].command`. */
export function nullPaths(value: Json | undefined, path = ''): string[] {
  if (value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => nullPaths(item, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => nullPaths(member, path ? `${path}.${name}` : name));
}
