import { draftJson } from "@galka/contract/json/message";
import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { listMembers } from "@galka/postgres/stores/members";
import {
  type ScheduledMessage,
  listWorkspacesWithDue,
  takeDue,
  updateScheduled,
} from "@galka/postgres/stores/thread/scheduled-messages";
import type { Tx } from "@galka/postgres/database";
import type { App } from "../../app.ts";
import { type Queued, type SendRefused, sendWithin, tellQueued } from "../messages/send-message.ts";

/**
 * Sends the messages whose time has come, by the business's clock; answers how many it took.
 *
 * That it was taken, the message, its send and its events are one transaction:
 * a process that dies leaves it waiting as if it had never been touched, and
 * two processes never take the same one. What may not be sent stays as failed,
 * with the reason, for its author to decide about.
 */
export async function sendDue(app: App): Promise<number> {
  const now = app.clock.now();
  let count = 0;
  for (const workspaceId of await listWorkspacesWithDue(app.db, now)) {
    count += await sendDueOf(app, idOf(workspaceId), now);
  }
  return count;
}

async function sendDueOf(app: App, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const stuck: string[] = [];
  let count = 0;
  for (;;) {
    let taken: ScheduledMessage | null = null;
    try {
      const sent = await retrying(() =>
        inWorkspace(app.db, workspaceId, async (tx) => {
          taken = await takeDue(tx, workspaceId, now, stuck);
          return taken && settle(app, tx, workspaceId, taken);
        }),
      );
      if (!sent) return count;
      if ("messageId" in sent) tellQueued(app, workspaceId, sent);
      app.wake.tell("events", workspaceId);
      count += 1;
    } catch (error) {
      const id = idOfTaken(taken);
      if (id === null) throw error;
      // It keeps waiting and is tried again the next time; those behind it go on.
      app.log.warn({ error, id }, "A scheduled message could not be sent; it is tried again.");
      stuck.push(id);
    }
  }
}

function idOfTaken(taken: ScheduledMessage | null): string | null {
  return taken === null ? null : taken.id;
}

type Ended = Queued | SendRefused | Refused<"forbidden">;

async function settle(
  app: App,
  tx: Tx,
  workspaceId: WorkspaceId,
  scheduled: ScheduledMessage,
): Promise<Ended> {
  const { id, conversationId } = scheduled;
  const ended = await send(app, tx, workspaceId, scheduled);
  const now = app.clock.now();
  const change =
    "refused" in ended
      ? ({ id, state: "failed", refusal: ended } as const)
      : ({ id, state: "sent", messageId: ended.messageId } as const);
  await updateScheduled(tx, workspaceId, change, now);
  if ("refused" in ended) {
    const entry = { id: app.ids.next<"audit">(), by: { actor: "system" } as const, subjectId: id };
    const after = { refused: ended.refused };
    await recordAudit(tx, workspaceId, now, [
      { ...entry, action: "scheduled-message-failed", conversationId, after },
    ]);
  }
  await appendEvents(tx, workspaceId, now, [
    ...("refused" in ended ? [] : ended.events),
    { kind: "collection-changed", otherId: "scheduled-messages" },
  ]);
  return ended;
}

async function send(
  app: App,
  tx: Tx,
  workspaceId: WorkspaceId,
  scheduled: ScheduledMessage,
): Promise<Ended> {
  const { authorMemberId, conversationId, clientId, draft, replyToId } = scheduled;
  const members = await listMembers(tx, workspaceId);
  const author = members.find((it) => it.id === authorMemberId && !it.deactivatedAt);
  // Who has left the team sends nothing any more.
  if (!author) return { refused: "forbidden" };
  return sendWithin(app, tx, author, {
    conversationId: idOf(conversationId),
    clientId,
    draft: draftJson.parse(draft),
    ...(replyToId !== null && { replyTo: idOf<"message">(replyToId) }),
  });
}
