/** A value that can be watched. The whole of the browser's state lives in a few of these. */
export type Store<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly update: (change: (value: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** A store that holds `initial`. Setting what it holds already wakes nobody. */
export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();

  function set(value: T): void {
    if (Object.is(value, current)) return;
    current = value;
    for (const listener of listeners) listener();
  }

  return {
    get: () => current,
    set,
    update: (change) => set(change(current)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
