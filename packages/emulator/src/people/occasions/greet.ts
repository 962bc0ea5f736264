import { numberDetails } from "../../numbers/details.ts";
import { lastBubble } from "../../store/bubbles.ts";
import { hasChatState } from "../../store/chats.ts";
import type { Person } from "../../store/people.ts";
import { openWindow } from "../../store/windows.ts";
import type { World } from "../../world.ts";
import { wamid } from "../../world/wamid.ts";
import { mayReach, numberOf, tellBusiness } from "../reach-business.ts";

/**
 * Who opens the chat with a business for the first time is waited for there, if
 * the number has welcome messages switched on: the business may write first.
 *
 * Meta: `request_welcome`, docs/…/conversational-components, read 2026-11.
 */
export function greet(world: World, person: Person, chatId: string): void {
  const number = numberOf(world, chatId);
  if (number === null || !numberDetails(world, number.id).automation.welcomeMessage) return;
  const known =
    hasChatState(world.db, person.id, chatId) || lastBubble(world.db, person.id, chatId) !== null;
  if (known || !person.online || !mayReach(world, person, number)) return;
  openWindow(world.db, number.id, person.id, world.clock.now());
  const id = wamid(world.seed, world.counters.next("message"), "person", person.waId);
  tellBusiness(world, person, number, { id, type: "request_welcome" });
}
