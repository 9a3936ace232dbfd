/**
 * One value per process, even where the bundler loads a module more than once (Next gives pages and
 * route handlers their own copies): otherwise each copy would open pools of its own.
 */
export function everyProcess<T>(name: string, create: () => T): T {
  const key = Symbol.for(`muniment.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  store[key] ??= create();
  return store[key];
}
