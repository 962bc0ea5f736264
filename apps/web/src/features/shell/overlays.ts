import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";

export type Overlay = "palette" | "shortcuts" | "new-conversation" | "places" | null;

const open = createStore<Overlay>(null);

/** What lies over the page and can be called from anywhere; one at a time. */
export const overlays = {
  show: (overlay: Overlay) => open.set(overlay),
  close: () => open.set(null),
} as const;

export function useOverlay(): Overlay {
  return useStore(open);
}
