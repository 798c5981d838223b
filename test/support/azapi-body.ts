import type { SynthesizedResource } from './synth';
import type { Json, JsonObject } from '../arm/json';
import { isObject } from '../arm/json';

interface Identity {
  readonly type: string;
  readonly identity_ids?: string[];
}

/** What azapi sends for a resource: the body with the secret part over it, and what stands beside it in the configuration. */
export function putBody(resource: SynthesizedResource): JsonObject {
  const { body, sensitive_body: sensitive, location, tags } = resource as unknown as JsonObject;
  const { identity } = resource as { identity?: Identity };
  return {
    ...(merge(body ?? {}, sensitive ?? {}) as JsonObject),
    ...(location && { location }),
    ...(tags && { tags }),
    ...(identity && {
      identity: { type: identity.type, ...(identity.identity_ids && { userAssignedIdentities: assigned(identity.identity_ids) }) },
    }),
  };
}

/**
 * As azapi merges: maps deep; lists by `name` where the first items of both have one, else by position where they have the same
 * length; else, and where one of them is empty, the secret list is taken.
 */
export function merge(plain: Json, secret: Json): Json {
  if (Array.isArray(plain) && Array.isArray(secret)) {
    return mergeLists(plain, secret);
  }
  if (isObject(plain) && isObject(secret)) {
    const keys = [...new Set([...Object.keys(plain), ...Object.keys(secret)])];
    return Object.fromEntries(
      keys.map(key => {
        const [a, b] = [plain[key], secret[key]];
        return [key, a !== undefined && b !== undefined ? merge(a, b) : (a ?? b)];
      }),
    );
  }
  return secret;
}

function mergeLists(plain: Json[], secret: Json[]): Json[] {
  const nameOf = (item: Json) => (isObject(item) ? item.name : undefined);
  if (plain.length > 0 && secret.length > 0 && nameOf(plain[0]) !== undefined && nameOf(secret[0]) !== undefined) {
    const names = [...new Set([...plain, ...secret].map(nameOf))];
    return names.map(name => {
      const [a, b] = [plain, secret].map(list => list.find(item => nameOf(item) === name));
      return a !== undefined && b !== undefined ? merge(a, b) : (a ?? b)!;
    });
  }
  return plain.length === secret.length ? plain.map((item, index) => merge(item, secret[index])) : secret;
}

function assigned(ids: string[]): JsonObject {
  return Object.fromEntries(ids.map(id => [id, {}]));
}
