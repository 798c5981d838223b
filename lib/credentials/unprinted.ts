/** Keeps properties that can be secrets out of `util.inspect`, `console.log` and `JSON.stringify`. They are read as ever. */
export function unprinted<T extends object>(object: T, ...properties: Array<keyof T>): void {
  for (const property of properties) {
    Object.defineProperty(object, property, { enumerable: false });
  }
}
