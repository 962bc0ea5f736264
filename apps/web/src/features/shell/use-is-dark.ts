import { useSyncExternalStore } from "react";
import { isDark } from "./theme.ts";

/** Whether the page is dark at the moment, whoever decided it: the member, or the system at dusk. */
export function useIsDark(): boolean {
  return useSyncExternalStore(onThemeChange, isDark);
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
