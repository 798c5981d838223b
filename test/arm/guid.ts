import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same words, whatever their case. */
export function guidOf(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('|').toLowerCase()).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
