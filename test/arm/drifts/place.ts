import type { Json, JsonObject } from '../json';
import { asList, asObject, isObject } from '../json';

/** What stands at a path such as `properties.containers[0].command`. */
export function read(body: JsonObject, path: string): Json | undefined {
  return steps(path).reduce<Json | undefined>(
    (value, step) => (typeof step === 'number' ? asList(value)[step] : asObject(value)[step]),
    body,
  );
}

/** Writes at a path, and whatever leads there; `[+]` at its end is one more item. */
export function write(body: JsonObject, path: string, value: Json | undefined): void {
  const [parent, last] = parentOf(body, path);
  if (Array.isArray(parent)) parent[last === '+' ? parent.length : (last as number)] = value ?? null;
  else parent[last] = value;
}

/** Removes a member, or an item so that those behind it move up. */
export function remove(body: JsonObject, path: string): void {
  const [parent, last] = parentOf(body, path);
  if (Array.isArray(parent)) parent.splice(last as number, 1);
  else delete parent[last];
}

/** Nothing, null, what is empty, and the identity of the type None. */
export function isAbsent(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && (Object.keys(value).length === 0 || value.type === 'None');
}

function parentOf(body: JsonObject, path: string): [JsonObject | Json[], string | number] {
  const all = steps(path);
  const last = all.pop()!;
  let parent: JsonObject | Json[] = body;
  all.forEach((step, index) => {
    const container = parent as { [step: string | number]: Json | undefined };
    const next = all[index + 1] ?? last;
    if (isAbsent(container[step])) container[step] = typeof next === 'number' || next === '+' ? [] : {};
    parent = container[step] as JsonObject | Json[];
  });
  return [parent, last];
}

function steps(path: string): Array<string | number> {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+|\+)\]/g)].map(([, name, index]) => name ?? (index === '+' ? '+' : Number(index)));
}
