/** An object of parsed JSON. */
export interface Json {
  readonly [name: string]: unknown;
}

/** Whether the value is an object, and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list, or the value as the only one. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The entries of an object, or of all objects in a list: in Terraform's JSON every level of blocks may be either. */
export function entriesOf(value: unknown): Array<[key: string, value: unknown]> {
  return asList(value)
    .filter(isObject)
    .flatMap(holder => Object.entries(holder));
}

/** The value with every text in it changed; keys stay. */
export function mapTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => mapTexts(item, change));
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)])) : value;
}

/** Every object in the value, itself included. */
export function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) {
    return value.flatMap(objectsIn);
  }
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** Every text in the value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
