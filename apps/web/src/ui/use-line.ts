import { useSyncExternalStore } from "react";

/** Whether the browser believes that it has a line; false is certain, true is not. */
export function useLine(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      globalThis.addEventListener("online", onChange);
      globalThis.addEventListener("offline", onChange);
      return () => {
        globalThis.removeEventListener("online", onChange);
        globalThis.removeEventListener("offline", onChange);
      };
    },
    () => navigator.onLine,
  );
}
