import { countStat } from "../store/bill/stat-slots.ts";
import { findSendByWamid } from "../store/sends.ts";
import type { CardAction } from "../wire/control.ts";
import type { World } from "../world.ts";
import { countryOfDigits } from "./countries.ts";

// Meta: clicks are counted for 7 days after sending, and of marketing and utility templates only,
// docs/…/analytics ("Limitations"), read 2026-11.
const COUNTED_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Counts the tap on a template's button for template analytics. A link is
 * counted twice: each tap, and each person once.
 */
export function countClick(
  world: World,
  wamid: string,
  action: CardAction,
  firstTime: boolean,
): void {
  const send = findSendByWamid(world.db, wamid);
  const wabaId = world.kinds.numbers.find(send?.phoneNumberId ?? "")?.wabaId;
  if (send === null || send.templateId === null || wabaId === undefined) return;
  const at = world.clock.now();
  if (send.category === "authentication" || at - send.acceptedAt > COUNTED_MS) return;
  for (const type of typesOf(action, firstTime)) {
    countStat(world.db, {
      wabaId,
      at,
      phoneNumberId: send.phoneNumberId,
      country: countryOfDigits(send.recipient),
      templateId: send.templateId,
      metric: `click ${type} ${action.title}`,
    });
  }
}

function typesOf(action: CardAction, firstTime: boolean): readonly string[] {
  if (action.kind === "reply") return ["quick_reply_button"];
  if (action.kind !== "url") return [];
  return firstTime ? ["url_button", "unique_url_button"] : ["url_button"];
}
