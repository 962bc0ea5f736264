import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { cancelSends } from "@galka/postgres/stores/outgoing/cancelled-sends";
import type { App } from "../../app.ts";
import { takeBackReaction } from "../webhooks/take-back-reaction.ts";
import { failCancelled } from "./fail-cancelled.ts";

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
  const cancelled = await cancelSends(tx, workspaceId, channelId, now);
  const failed = cancelled.flatMap(({ kind, messageId }) =>
    kind === "message" && messageId !== null
      ? [{ messageId, status: "failed", at: now, failure: DISCONNECTED }]
      : [],
  );
  const events = await failCancelled({ tx, workspaceId }, failed);
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
