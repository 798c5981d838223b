/** Lets a property be worked out when it is read, once. Setting it replaces that. */
export function deferProperty<T extends object, K extends keyof T>(target: T, name: K, produce: () => T[K]): void {
  const set = (value: T[K]) => Object.defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value });
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = produce();
      set(value);
      return value;
    },
    set,
  });
}
