/** A value for a message. */
export function text(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
