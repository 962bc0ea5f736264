import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { forgetExpected } from "@galka/postgres/stores/billing/expected-costs";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { cancelSends } from "@galka/postgres/stores/outgoing/cancelled-sends";
import { setStatuses } from "@galka/postgres/stores/receiving/message-statuses";
import type { App } from "../../app.ts";
import { takeBackReaction } from "../webhooks/take-back-reaction.ts";

type Place = { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId };

/**
 * Cancels what waits to be sent over a number that was disconnected, and says so
 * on each message; answers the events of it. May be repeated: what is on its way
 * may come back to the queue, and is cancelled then.
 */
export async function cancelQueuedIn(
  tx: Tx,
  { workspaceId, channelId }: Place,
  now: Date,
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  const cancelled = await cancelSends(tx, workspaceId, channelId, now);
  const failed = cancelled.flatMap(({ kind, messageId }) =>
    kind === "message" && messageId !== null
      ? [{ messageId, status: "failed", at: now, failure: DISCONNECTED }]
      : [],
  );
  for (const { id, conversationId } of await setStatuses(tx, workspaceId, failed, ["queued"])) {
    events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  await forgetExpected(
    tx,
    workspaceId,
    failed.map(({ messageId }) => messageId),
  );
  for (const send of cancelled) {
    if (send.kind !== "reaction") continue;
    await takeBackReaction({ tx, workspaceId, now, events }, send, { status: "failed" });
  }
  return events;
}

/** As above, for the owner of the number. */
export async function cancelQueued(app: App, place: Place): Promise<void> {
  const { workspaceId } = place;
  const now = app.clock.now();
  const events = await inWorkspace(app.db, workspaceId, async (tx) => {
    const told = await cancelQueuedIn(tx, place, now);
    await appendEvents(tx, workspaceId, now, told);
    return told;
  });
  if (events.length > 0) app.wake.tell("events", workspaceId);
}

const DISCONNECTED = {
  code: null,
  title: "Disconnected",
  explanation: {
    en: "The number was disconnected before this was sent.",
    ru: "Номер отключили раньше, чем сообщение ушло.",
  },
  advice: {
    en: "Connect the number again, then send the message again.",
    ru: "Подключите номер снова и отправьте сообщение ещё раз.",
  },
  raw: null,
};
