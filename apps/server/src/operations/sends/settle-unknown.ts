import type { OwnProblem } from "@galka/core/campaigns/after-failure";
import type { MessageId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { forgetExpected } from "@galka/postgres/stores/billing/expected-costs";
import { appendEvents } from "@galka/postgres/stores/events";
import { setStatuses } from "@galka/postgres/stores/receiving/message-statuses";
import {
  type SendOfMessage,
  type UnknownSendView,
  leaveUnknown,
  listUnknownSends as listFrom,
  lockSendOfMessage,
  queueUnsent,
} from "@galka/postgres/stores/outgoing/unknown-sends";
import type { App } from "../../app.ts";
import { type PurposeRefused, guardPurpose } from "../consent/guard-purpose.ts";

/** Messages of which nobody knows whether the channel took them, the oldest first. */
export async function listUnknownSends(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly UnknownSendView[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    items: await listFrom(tx, workspaceId),
  }));
}

export type SettleRefused =
  | PurposeRefused
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"not-unknown">
  | Refused<"not-proven-unsent">;

type Settled = { readonly channelId: string } | SettleRefused;

/**
 * Decides about a message of which nobody knows whether it was sent.
 *
 * It is sent again only when it is proven that it did not go out, and its contact
 * still agrees to what needs their consent; of two members
 * who decide at once one is told that it is not unknown any more. A message that
 * is left shows as failed, until evidence comes that it arrived after all.
 */
export async function settleUnknown(
  app: App,
  member: Member,
  wish: { readonly messageId: MessageId; readonly decision: "send-again" | "leave" },
): Promise<{ readonly done: true } | SettleRefused> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const settled = await inWorkspace(app.db, workspaceId, async (tx): Promise<Settled> => {
    const send = await lockSendOfMessage(tx, workspaceId, wish.messageId);
    if (!send) return { refused: "not-found" };
    if (send.state !== "ambiguous" && send.state !== "unsent") {
      return { refused: "not-unknown" };
    }
    if (wish.decision === "send-again" && send.state !== "unsent") {
      return { refused: "not-proven-unsent" };
    }
    const guarded = await guardPurpose(tx, workspaceId, { ...send, now: app.clock.now() });
    const consentId = "refused" in guarded ? null : guarded.consentId;
    if (wish.decision === "send-again" && "refused" in guarded) return guarded;
    await decide({ app, tx, member, send, consentId }, wish);
    return { channelId: send.channelId };
  });
  if ("refused" in settled) return settled;
  app.wake.tell("sends", settled.channelId);
  app.wake.tell("events", workspaceId);
  return { done: true };
}

type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  readonly send: SendOfMessage;
  /** The record that allows it to be sent again. */
  readonly consentId: string | null;
};

async function decide(
  { app, tx, member, send, consentId }: Desk,
  { messageId, decision }: { readonly messageId: MessageId; readonly decision: string },
): Promise<void> {
  const { workspaceId } = member;
  const now = app.clock.now();
  if (decision === "send-again") {
    await queueUnsent(tx, workspaceId, { sendIds: [send.sendId], consentId }, now);
  } else {
    await leaveUnknown(tx, workspaceId, send.sendId, now);
    // What is proven not to have gone out may be sent to this person once more, whoever asks for it.
    const problem: OwnProblem = send.state === "unsent" ? "not-sent" : "left-unknown";
    const failed = { messageId, status: "failed", at: now, failure: { ...LEFT, problem } };
    await setStatuses(tx, workspaceId, [failed], ["unknown"]);
    await forgetExpected(tx, workspaceId, [messageId]);
  }
  const { conversationId } = send;
  await appendEvents(tx, workspaceId, now, [
    { kind: "message-changed", messageId, conversationId },
  ]);
}

const LEFT = {
  code: null,
  title: "Left unsettled",
  explanation: {
    en: "No answer came when this was sent, and a member decided not to send it again.",
    ru: "Ответ на отправку не пришёл, и сотрудник решил не отправлять сообщение повторно.",
  },
  advice: {
    en: "The contact may have received it. If it turns out so, this message will show it.",
    ru: "Контакт мог его получить. Если это выяснится, сообщение это покажет.",
  },
  raw: null,
};
