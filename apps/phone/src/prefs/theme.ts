import { useSyncExternalStore } from "react";
import type { Theme } from "./address.ts";

const KEY = "galka.phones.theme";
const listeners = new Set<() => void>();

/** Sets the theme: the one asked for, else the one chosen here before, else the system's. */
export function setUpTheme(asked: Theme | null): void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  show(asked ?? stored() ?? (system.matches ? "dark" : "light"));
  system.addEventListener("change", () => {
    if (asked === null && stored() === null) show(system.matches ? "dark" : "light");
  });
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (document.documentElement.dataset["theme"] === "dark" ? "dark" : "light"),
  );
  return [theme, choose];
}

function choose(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice holds until the page is left.
  }
  show(theme);
}

function show(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  for (const listener of listeners) listener();
}

function stored(): Theme | null {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : null;
  } catch {
    return null;
  }
}
