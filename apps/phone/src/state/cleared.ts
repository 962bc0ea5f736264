import { type ThreadKey } from "./model.ts";

const KEY = "galka.phones.cleared";

/**
 * When each chat was last cleared on its phone.
 *
 * Clearing is a thing of the phone alone, as with a real messenger: the emulator
 * and the business keep every message, so this lives in the browser.
 */
export function storedCleared(): ReadonlyMap<ThreadKey, string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return new Map();
    return new Map(
      Object.entries(stored).flatMap(([key, at]) =>
        isThreadKey(key) && typeof at === "string" ? [[key, at]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

export function storeCleared(cleared: ReadonlyMap<ThreadKey, string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(cleared)));
  } catch {
    return;
  }
}

function isThreadKey(key: string): key is ThreadKey {
  return key.includes("|");
}
