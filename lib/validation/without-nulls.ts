/**
 * The properties that are given: other languages say null for what is left out. Lists and maps are copied, so that nobody changes them after they
 * were checked.
 */
export function defined<P extends object>(props: P | undefined | null): P {
  return Object.fromEntries(
    Object.entries(props ?? {})
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, copyOf(value)]),
  ) as P;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return [...(value as unknown[])];
  }
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype ? { ...value } : value;
}
