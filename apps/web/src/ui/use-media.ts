import { useSyncExternalStore } from "react";

/** Whether a media query holds, followed. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => matchMedia(query).matches,
  );
}

/** One column with back and a bottom bar. */
export const NARROW = "(max-width: 759.98px)";
/** Too narrow for the panel beside the thread. */
export const NOT_WIDE = "(max-width: 1099.98px)";
/** Too narrow for the panel when a phone stands beside the thread, too. */
export const NOT_WIDE_WITH_PHONE = "(max-width: 1679.98px)";
/** Wide enough for a phone beside everything. */
export const ROOMY = "(min-width: 1400px)";
