/** An object of JSON. */
export interface Json {
  readonly [name: string]: unknown;
}

/** Whether it is an object, and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value for a message. */
export function text(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
