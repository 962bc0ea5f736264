import type { Slot } from "../state/desk.ts";

/** The id of a phone's place on the desk, to be scrolled to. */
export function columnId(slot: Slot): string {
  return `phone-${slot.id}`;
}
