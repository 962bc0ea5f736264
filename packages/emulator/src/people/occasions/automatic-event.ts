import type { BusinessNumber } from "../../store/kinds.ts";
import type { Person } from "../../store/people.ts";
import { queueUpdate } from "../../webhooks/queue-update.ts";
import { messagingHead, seconds } from "../../webhooks/tell.ts";
import type { AutomaticEvent } from "../../wire/happenings.ts";
import type { World } from "../../world.ts";

/** Meta: the purchase's amount is the price times 1,000, docs/…/webhooks/reference/automatic_events, read 2026-11. */
const PRICE_FACTOR = 1000;

/** Meta makes out a lead or a purchase in a chat that began at an advertisement. */
export function makeOutEvent(
  world: World,
  person: Person,
  number: BusinessNumber,
  what: AutomaticEvent & { readonly wamid: string },
): void {
  const purchase =
    what.event === "purchase"
      ? { custom_data: { currency: what.currency, value: Math.round(what.price * PRICE_FACTOR) } }
      : {};
  const click = what.clickId === undefined ? {} : { ctwa_clid: what.clickId };
  const event = {
    id: what.wamid,
    event_name: what.event === "lead" ? "LeadSubmitted" : "Purchase",
    timestamp: seconds(world.clock.now()),
    ...click,
    ...purchase,
  };
  world.db.write(() =>
    queueUpdate(world, {
      wabaId: number.wabaId,
      phoneNumberId: number.id,
      field: "automatic_events",
      kind: "other",
      about: person.id,
      to: [person.waId, person.bsuid],
      value: { ...messagingHead(number), automatic_events: [event] },
    }),
  );
}
