import type { IResolveContext } from 'cdktf';
import { isListToken, KEYS_OF_OTHER_OBJECTS, MAP_TOKEN_VALUES, MAY_HOLD_TOKEN, SMALLEST_NUMBER } from '../terraform/cdktf-internals';
import { resolvedText } from '../terraform/resolved-text';

/** What a resource contributes to the configuration. */
interface Fragment {
  readonly resource?: { readonly [type: string]: { readonly [id: string]: object } };
}

/** cdktf reports circular structures by their depth. */
const MAX_DEPTH = 100;

/**
 * cdktf resolves the fragment of an element when it prepares the stack, again when it synthesizes the element, and then a third time with the
 * whole stack, at the cost of several objects and four regular expressions for each value. A fragment that has a `resolve` of its own is
 * asked instead: values without a token are copied, values with one are left to cdktf, and what comes out is not resolved again. To everybody
 * else the fragment is the plain object that it was, since `resolve` is not enumerable.
 */
export function resolveOnce<T>(fragment: T, type: string, id: string): T {
  defineResolve(fragment as object, context => {
    const resolved = copyOf(fragment, context, 0) as Fragment;
    const attributes = resolved.resource?.[type][id];
    if (attributes) {
      defineResolve(attributes, () => attributes);
    }
    return resolved;
  });
  return fragment;
}

/** A post-processor's result is the one that cdktf does not resolve again. */
function defineResolve(target: object, produce: (context: IResolveContext) => object): void {
  Object.defineProperty(target, 'resolve', {
    enumerable: false,
    configurable: true,
    value: (context: IResolveContext) => {
      const produced = produce(context);
      context.registerPostProcessor({ postProcess: () => produced });
      return undefined;
    },
  });
}

/** The resolved value, in new objects and lists. */
function copyOf(value: unknown, context: IResolveContext, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return MAY_HOLD_TOKEN.test(value) || MAP_TOKEN_VALUES.includes(value)
        ? (resolvedText(value, context) ?? (context.resolve(value) as unknown))
        : value;
    case 'number':
      return value > SMALLEST_NUMBER ? value : (context.resolve(value) as unknown);
    case 'object':
      return value === null ? null : copyOfObject(value, context, depth);
    case 'function':
      return context.resolve(value) as unknown;
    default:
      return value;
  }
}

function copyOfObject(value: object, context: IResolveContext, depth: number): unknown {
  if (depth > MAX_DEPTH) {
    return context.resolve(value) as unknown;
  }
  if (Array.isArray(value)) {
    return value.some(isListToken)
      ? (context.resolve(value) as unknown)
      : value.map(item => copyOf(item, context, depth + 1)).filter(item => item !== undefined);
  }
  const isFragment = depth === 0;
  return isFragment || isPlain(value)
    ? copyOfMap(value as { [key: string]: unknown }, context, depth)
    : (context.resolve(value) as unknown);
}

function copyOfMap(map: { [key: string]: unknown }, context: IResolveContext, depth: number): unknown {
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(map)) {
    if (MAY_HOLD_TOKEN.test(key)) {
      return context.resolve({ ...map }) as unknown;
    }
    const item = copyOf(map[key], context, depth + 1);
    if (item !== undefined) {
      copy[key] = item;
    }
  }
  return copy;
}

/** Neither an instance of a class, nor a token, nor what cdktf refuses or would copy otherwise. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    !('resolve' in value) &&
    !KEYS_OF_OTHER_OBJECTS.some(key => Object.hasOwn(value, key))
  );
}
