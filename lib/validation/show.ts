/** A value for a message: quoted where it is text, and not longer than the id of a resource. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return `'${JSON.stringify(shorten(value)).slice(1, -1).replace(/\\"/g, '"')}'`;
  }
  return shorten(typeof value === 'object' && value !== null ? json(value) : String(value));
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 160)}... (${text.length} characters)` : text;
}

function json(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return 'an object';
  }
}
