/** The properties that are given: other languages say null for what is left out. */
export function defined<P extends object>(props: P | undefined | null): P {
  return Object.fromEntries(Object.entries(props ?? {}).filter(([, value]) => value !== undefined && value !== null)) as P;
}
