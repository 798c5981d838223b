import type { IPolicyResource } from './policy-resource';

/** Whether there is a value. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether there is a value, and more than an empty text. */
export function isFilled(value: unknown): boolean {
  return isGiven(value) && value !== '';
}

/** Whether it is known to be true. Terraform and ARM take the text as well. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && fold(value) === 'true');
}

/** Whether it is an object, and no list. */
export function isMap(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of an object; none for any other value. */
export function entriesOf(value: unknown): { readonly [name: string]: unknown } {
  return isMap(value) ? value : {};
}

/** Text as it is, any other value as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String(JSON.stringify(value));
}

/** In lower case, for text whose parts beyond ASCII do not matter. */
export function lower(value: unknown): string {
  return textOf(value).toLowerCase();
}

/** For comparisons without regard to case. Text beyond ASCII stays: its lower case depends on who asks. */
export function fold(value: unknown): string {
  const text = textOf(value);
  return /[\u0080-\uffff]/.test(text) ? text : text.toLowerCase();
}

/** Whether the value as a whole is an expression. */
export function isExpression(resource: IPolicyResource, value: unknown): value is string {
  return typeof value === 'string' && !resource.isKnown(value);
}

/** The number that is known, also as text; NaN where what is known is none; nothing where it is not known or not given. */
export function numberOf(resource: IPolicyResource, value: unknown): number | undefined {
  if (!isGiven(value) || !resource.isKnown(value)) {
    return undefined;
  }
  return typeof value === 'number' ? value : typeof value === 'string' && /^-?[0-9]+(\.[0-9]+)?$/.test(value) ? Number(value) : NaN;
}

/** A value for a message. */
export function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : textOf(value);
}
