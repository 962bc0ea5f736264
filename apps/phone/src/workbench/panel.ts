import { useSyncExternalStore } from "react";

/** What the workbench shows beside the phones. */
export const PANELS = [
  "templates",
  "number",
  "bill",
  "log",
  "faults",
  "happenings",
  "clock",
  "snapshots",
  "population",
  "settings",
] as const;

export type PanelName = (typeof PANELS)[number];

/** Where the page is, told by the part of its address behind `#`. */
export type Where = {
  /** `null`: the phones alone. */
  readonly panel: PanelName | null;
  /** What is looked at within the panel; empty when nothing in particular. */
  readonly part: string;
};

/** Reads `#log/requests`; what is not known is the phones alone. */
export function parseWhere(hash: string): Where {
  const [name = "", ...rest] = hash.replace(/^#/, "").split("/");
  const panel = PANELS.find((it) => it === name) ?? null;
  return { panel, part: panel === null ? "" : decode(rest.join("/")) };
}

export function hashOf(panel: PanelName, part = ""): string {
  return part === "" ? `#${panel}` : `#${panel}/${encodeURIComponent(part)}`;
}

/** The whole address of a panel, or of the phones alone: what is left of `#` stays as it is. */
export function addressTo(hash: string): string {
  return new URL(hash, location.href).href;
}

export function useWhere(): Where {
  return parseWhere(useSyncExternalStore(listen, () => location.hash));
}

function listen(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
