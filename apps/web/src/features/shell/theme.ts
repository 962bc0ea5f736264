import { useSyncExternalStore } from "react";
import type { PreferencesJson } from "@galka/contract/json/workspace";

export type Theme = NonNullable<PreferencesJson["theme"]>;

/** The key that /theme.js reads before the first paint. */
const KEY = "galka.theme";

export function applyTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Not kept: the next page follows the member's preference once it is fetched.
  }
  const dark = theme === "dark" || (theme === "system" && systemIsDark().matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

export function systemIsDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

export function isDark(): boolean {
  return document.documentElement.dataset["theme"] === "dark";
}

/** Whether the page is dark at the moment, whoever decided it: the member, or the system at dusk. */
export function useIsDark(): boolean {
  return useSyncExternalStore(onThemeChange, isDark);
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
