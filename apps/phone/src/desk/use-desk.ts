import { useEffect, useState } from "react";
import { useActions } from "../api/actions.ts";
import { firstDesk, newSlotId, type Slot, storeDesk, storedDesk } from "../state/desk.ts";
import { usePhones } from "../state/store.ts";

/** The phones on the desk, remembered between visits. */
export type DeskState = {
  /** Null until it is known who there is. */
  readonly slots: readonly Slot[] | null;
  readonly add: () => void;
  readonly remove: (slotId: string) => void;
  readonly choose: (slotId: string, personId: string | null) => void;
};

export function useDesk(wanted: string | null): DeskState {
  const { show } = useActions();
  const people = usePhones((phones) => phones.people);
  const known = usePhones((phones) => phones.link === "live");
  const [slots, setSlots] = useState<readonly Slot[] | null>(() => startingDesk(wanted));

  if (slots === null && known) {
    const ids = people.map((person) => person.id);
    setSlots(firstDesk(ids, window.innerWidth));
  }

  useEffect(() => {
    if (slots) storeDesk(slots);
    show((slots ?? []).flatMap((slot) => slot.personId ?? []));
  }, [slots, show]);

  const change = (next: (slots: readonly Slot[]) => readonly Slot[]) =>
    setSlots((before) => next(before ?? []));
  return {
    slots,
    add: () => change((all) => [...all, { id: newSlotId(), personId: null }]),
    remove: (slotId) => change((all) => all.filter((slot) => slot.id !== slotId)),
    choose: (slotId, personId) =>
      change((all) => all.map((slot) => (slot.id === slotId ? { ...slot, personId } : slot))),
  };
}

function startingDesk(wanted: string | null): readonly Slot[] | null {
  const stored = storedDesk();
  if (wanted === null) return stored;
  if (stored?.some((slot) => slot.personId === wanted)) return stored;
  return [{ id: newSlotId(), personId: wanted }, ...(stored ?? [])];
}
