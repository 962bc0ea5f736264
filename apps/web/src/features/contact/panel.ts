import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";

const KEY = "galka.panel";

const open = createStore(read());

/** Whether the contact's panel stands beside the thread; remembered. */
export function usePanel(): { readonly open: boolean; readonly toggle: () => void } {
  return { open: useStore(open), toggle };
}

function toggle(): void {
  open.update((before) => !before);
  try {
    localStorage.setItem(KEY, open.get() ? "open" : "folded");
  } catch {
    // Not kept; it is open again next time.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "folded";
  } catch {
    return true;
  }
}
