import { createHash } from "node:crypto";
import type { Person } from "../../store/people.ts";
import { findSendByWamid } from "../../store/sends.ts";
import { queueUpdate } from "../../webhooks/queue-update.ts";
import { messagingHead, seconds } from "../../webhooks/tell.ts";
import type { World } from "../../world.ts";

// Meta: clicks are told for messages of the last 7 days that went through the Marketing Messages
// API, docs/…/marketing-messages/track-click-events, read 2026-11.
const TOLD_MS = 7 * 24 * 60 * 60 * 1000;

/** Tells the business that a link of its marketing message was opened. */
export function tellLinkClick(world: World, person: Person, wamid: string): void {
  const send = findSendByWamid(world.db, wamid);
  const number = world.kinds.numbers.find(send?.phoneNumberId ?? "");
  if (send === null || number === null || send.category !== "marketing_lite") return;
  const now = world.clock.now();
  if (now - send.acceptedAt > TOLD_MS) return;
  const count = world.counters.next("link-click");
  const token = (what: string) =>
    createHash("sha256").update(`${world.seed}:${what}:${count}`).digest("base64url");
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "messages",
    kind: "other",
    about: person.id,
    to: [person.waId, person.bsuid],
    value: {
      ...messagingHead(number),
      user_actions: [
        {
          action_type: "marketing_messages_link_click",
          timestamp: String(seconds(now)),
          marketing_messages_link_click_data: {
            click_component: "cta",
            click_id: token("click"),
            tracking_token: token("tracking"),
          },
        },
      ],
    },
  });
}
