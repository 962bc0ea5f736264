import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";

/** What is chosen of a list, by ids, with the ways to choose. */
export function createSelection() {
  const chosen = createStore<ReadonlySet<string>>(new Set());
  let last: string | null = null;
  const selection = {
    toggle: (id: string) => {
      last = id;
      chosen.update((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    },
    /** From the one that was chosen last to this one, in the order of the list. */
    extend: (order: readonly string[], id: string) => {
      const from = order.indexOf(last ?? id);
      const to = order.indexOf(id);
      const range = order.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);
      last = id;
      chosen.update((before) => new Set([...before, ...range]));
    },
    choose: (ids: readonly string[]) => chosen.set(new Set(ids)),
    clear: () => {
      last = null;
      if (chosen.get().size > 0) chosen.set(new Set());
    },
  } as const;
  return { selection, useSelection: () => useStore(chosen) };
}

const ofInbox = createSelection();

/** The conversations that are chosen for what will be done to all of them at once. */
export const selection = ofInbox.selection;
export const useSelection = ofInbox.useSelection;
