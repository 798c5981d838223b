import type { Json } from '../../arm/json';
import { isObject } from '../../arm/json';

/** A body without nulls and empty lists, which are what is not there. */
export function withoutNothing(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map(item => withoutNothing(item) ?? null);
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== null && member !== undefined && !(Array.isArray(member) && member.length === 0))
          .map(([name, member]) => [name, withoutNothing(member)]),
      )
    : value;
}
