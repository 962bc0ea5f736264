import { createContext, use, useSyncExternalStore } from "react";
import { NOTHING, type Phones } from "./model.ts";

/** Holds what the page knows; whoever reads it is told when it changes. */
export type Store = {
  readonly get: () => Phones;
  readonly update: (change: (phones: Phones) => Phones) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createStore(initial: Phones = NOTHING): Store {
  let phones = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => phones,
    update(change) {
      const next = change(phones);
      if (next === phones) return;
      phones = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const StoreContext = createContext<Store>(createStore());

/** Reads a part of the state; `select` must return something that keeps its identity. */
export function usePhones<T>(select: (phones: Phones) => T): T {
  const store = use(StoreContext);
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
