import type { Json, JsonObject } from './json';
import { asObject, isObject } from './json';

/**
 * How answers differ from what was sent.
 * - `recorded`: as Azure answered: secrets with their names only
 * - `null`, `absent`, `empty`, `redacted`: other ways to withhold secrets
 * - `reordered`: lists of objects in another order
 * - `lower-cased-ids`: `/resourcegroups/`. source: microsoft/azure-container-apps#1233
 * - `extra-read-only`: properties that no schema knows
 */
export type Echo = 'recorded' | 'null' | 'absent' | 'empty' | 'redacted' | 'reordered' | 'lower-cased-ids' | 'extra-read-only';

/** The answer that holds a resource, as `echo` wants it. Other answers stay as they are. */
export function echoed(answer: JsonObject, echo: Echo): JsonObject {
  const properties = answer.properties;
  if (!isObject(properties)) return answer;
  switch (echo) {
    case 'recorded':
      return answer;
    case 'reordered':
      return { ...answer, properties: reordered(properties) };
    case 'lower-cased-ids':
      return { ...asObject(lowerCased(answer)), id: answer.id };
    case 'extra-read-only':
      return {
        ...answer,
        properties: { ...properties, runningStatus: 'Ready', templateUpdateStatus: { activeTemplate: { status: { readyCount: 1 } } } },
        etag: '"1"',
      };
    default:
      return 'secrets' in properties ? { ...answer, properties: { ...properties, secrets: withheld(properties.secrets, echo) } } : answer;
  }
}

function withheld(secrets: Json | undefined, echo: 'null' | 'absent' | 'empty' | 'redacted'): Json | undefined {
  switch (echo) {
    case 'null':
      return null;
    case 'absent':
      return undefined;
    case 'empty':
      return [];
    case 'redacted':
      return Array.isArray(secrets) ? secrets.map(secret => ({ ...asObject(secret), value: '***' })) : secrets;
  }
}

function reordered(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map(item => reordered(item) ?? null);
    return items.every(isObject) ? items.reverse() : items;
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reordered(member)])) : value;
}

function lowerCased(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return lowerCasedId(value);
  if (Array.isArray(value)) return value.map(item => lowerCased(item) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [lowerCasedId(name), lowerCased(member)]));
}

function lowerCasedId(text: string): string {
  return text.startsWith('/subscriptions/') ? text.replace(/\/resourceGroups\//i, '/resourcegroups/') : text;
}
