import type { NewFault } from "@galka/emulator/wire/control";

const KEY = "galka.phones.faults";

/** Rules that were switched off here. */
export function storedOffRules(): readonly NewFault[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isRule) : [];
  } catch {
    return [];
  }
}

/** A browser that forbids storage forgets them with the page. */
export function storeOffRules(rules: readonly NewFault[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(rules));
  } catch {
    return;
  }
}

/** The emulator looks closer when the rule is switched on. */
function isRule(value: unknown): value is NewFault {
  return (
    typeof value === "object" &&
    value !== null &&
    "on" in value &&
    (value.on === "request" || value.on === "webhook") &&
    "action" in value &&
    typeof value.action === "object" &&
    value.action !== null &&
    "kind" in value.action &&
    typeof value.action.kind === "string"
  );
}
