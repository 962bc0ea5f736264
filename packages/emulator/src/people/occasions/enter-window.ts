import { hearInbound } from "../../limits/check-rates.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { Person } from "../../store/people.ts";
import { openWindow } from "../../store/windows.ts";
import type { World } from "../../world.ts";

/**
 * The person turns to the business, in whichever way: for 24 hours it may answer freely.
 *
 * Meta: a message or a call of the person opens the window, and each one opens
 * it anew; a tap on a button is a message, docs/…/messages/send-messages, read 2026-11.
 */
export function enterWindow(world: World, person: Person, number: BusinessNumber): void {
  openWindow(world.db, number.id, person.id, world.clock.now());
  hearInbound(world, number);
}
