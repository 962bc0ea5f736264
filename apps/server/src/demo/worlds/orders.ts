import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { startConversation } from "../../operations/conversations/start-conversation.ts";
import type { DraftWish } from "../../operations/messages/find-draft.ts";
import { sendMessage } from "../../operations/messages/send-message.ts";
import { changeState } from "../../operations/work/change-state.ts";
import type { Guest } from "./crowd.ts";
import type { Stage } from "./stage.ts";

export type Order = { readonly guest: Guest; readonly number: string };

/** Tells of an order by a template, as the shop's own software would over the API. */
export async function notify(
  { app, channelId }: Stage,
  shop: Member,
  { guest, number }: Order,
  { templateId, shows }: { readonly templateId: string; readonly shows: "link" | "nothing" },
): Promise<void> {
  const started = await startConversation(app, shop, { channelId, phone: `+${guest.waId}` });
  if ("refused" in started) throw new Error(`Order ${number}: ${started.refused}.`);
  const conversationId = idOf<"conversation">(started.id);
  const body = { "1": guest.name.split(" ")[0] ?? guest.name, "2": number };
  const values = shows === "link" ? { body, buttons: { "0": number } } : { body };
  const draft: DraftWish = { kind: "template", templateId, values };
  const sent = await sendMessage(app, shop, { conversationId, clientId: app.ids.next(), draft });
  if ("refused" in sent) throw new Error(`Order ${number}: ${sent.refused}.`);
  // Nobody has to look at it until the person writes, unless they have already.
  if (started.waitingSince !== null) return;
  const wish = { conversationId, status: "snoozed", snoozedUntil: null } as const;
  const aside = await changeState(app, shop, wish);
  if ("refused" in aside) throw new Error(`Order ${number}: ${aside.refused}.`);
}
