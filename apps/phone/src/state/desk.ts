/** One phone on the desk. `personId` is null while nobody has been chosen for it. */
export type Slot = { readonly id: string; readonly personId: string | null };

const KEY = "galka.phones.desk";

/** The phones that lay on the desk when the page was last open; null on the first visit. */
export function storedDesk(): readonly Slot[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return Array.isArray(stored) ? stored.filter(isSlot) : null;
  } catch {
    return null;
  }
}

/** Remembers the desk. A browser that forbids storage only loses the memory. */
export function storeDesk(slots: readonly Slot[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(slots));
  } catch {
    return;
  }
}

/** As many phones as fit, at least one, each with a different person. */
export function firstDesk(personIds: readonly string[], widthPx: number): readonly Slot[] {
  const fitting = Math.max(1, Math.min(3, Math.floor((widthPx - 48) / 392)));
  const chosen = personIds.slice(0, fitting);
  return chosen.length === 0
    ? [{ id: newSlotId(), personId: null }]
    : chosen.map((personId) => ({ id: newSlotId(), personId }));
}

export function newSlotId(): string {
  return crypto.randomUUID();
}

function isSlot(value: unknown): value is Slot {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "personId" in value &&
    (value.personId === null || typeof value.personId === "string")
  );
}
