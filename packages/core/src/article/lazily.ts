/**
 * Makes a property one that is found when it is first read, and plain data from then on. It can be written, listed,
 * copied and serialised as any other.
 *
 * @example
 * lazily(article, 'sentences', () => cutSentences(blocks, text, language));
 */
export function lazily<T extends object, K extends keyof T>(target: T, key: K, make: () => T[K]): void {
  const settle = (value: T[K]): T[K] => {
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
    return value;
  };
  Object.defineProperty(target, key, {
    configurable: true,
    enumerable: true,
    get: () => settle(make()),
    set: settle,
  });
}
