import type { IPolicyResource } from '../policy-resource';

/** Whether there is a value. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether it is known to be true. Terraform takes the text as well. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** The entries of an object; none for any other value. */
export function entriesOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { [name: string]: unknown }) : {};
}

/** The number that is known; nothing where it is not. Terraform takes a number in text as well. */
export function numberOf(resource: IPolicyResource, value: unknown): number | undefined {
  const number = isGiven(value) && value !== '' && resource.isKnown(value) ? Number(value) : NaN;
  return Number.isNaN(number) ? undefined : number;
}

/** A value for a message. */
export function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
