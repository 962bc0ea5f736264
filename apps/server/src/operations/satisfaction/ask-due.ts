import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import {
  type DueRequest,
  findDueRequest,
  listWorkspacesWithDueSatisfaction,
  lockRequest,
} from "@galka/postgres/stores/satisfaction/requests";
import { findSatisfactionSettings } from "@galka/postgres/stores/satisfaction/settings";
import type { App } from "../../app.ts";
import type { AskingDesk } from "./asking-desk.ts";
import { askContact } from "./ask-contact.ts";
import { sayAfterwards } from "./say-afterwards.ts";

/**
 * Asks the contacts whose conversations were closed, when the wait is over, and
 * says what follows an answer; answers how many it looked at.
 *
 * The decision, the message, its send and what is remembered of them are one
 * transaction: a process that dies leaves the contact unasked, to be asked by the
 * next one, and of several processes one asks.
 */
export async function askDue(app: App): Promise<number> {
  const now = app.clock.now();
  let count = 0;
  for (const workspaceId of await listWorkspacesWithDueSatisfaction(app.db, now)) {
    count += await askDueOf(app, workspaceId, now);
  }
  return count;
}

/** Of one workspace; then the others have their turn. */
const AT_ONCE = 500;

/** What was done about one closing: the events are told, and the number's owner woken. */
type Looked = { readonly events: readonly NewEvent[]; readonly channelId: string | null };

async function askDueOf(app: App, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const seen: string[] = [];
  while (seen.length < AT_ONCE) {
    const due = await inWorkspace(app.db, workspaceId, (tx) =>
      findDueRequest(tx, workspaceId, now, seen),
    );
    if (!due) break;
    seen.push(due.id);
    try {
      const looked = await retrying(() =>
        inWorkspace(app.db, workspaceId, (tx) => lookAt({ app, tx, workspaceId, now }, due)),
      );
      if (looked.channelId !== null) app.wake.tell("sends", looked.channelId);
      if (looked.events.length > 0) app.wake.tell("events", workspaceId);
    } catch (error) {
      // It keeps waiting and is tried again the next time; those behind it go on.
      app.log.warn({ error, id: due.id }, "A contact could not be asked; it is tried again.");
    }
  }
  return seen.length;
}

type Place = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
};

async function lookAt({ app, tx, workspaceId, now }: Place, due: DueRequest): Promise<Looked> {
  const nothing: Looked = { events: [], channelId: null };
  const thread = await lockThread(tx, workspaceId, due.conversationId);
  const request = thread && (await lockRequest(tx, workspaceId, due.id));
  // Somebody else was quicker, or the conversation was opened again.
  if (!request) return nothing;
  const settings = await findSatisfactionSettings(tx, workspaceId);
  if (!settings) return nothing;
  const desk: AskingDesk = { app, tx, workspaceId, now, thread, request, settings };
  const isDue = request.state === "waiting" && request.dueAt <= now;
  const queued = request.afterwards
    ? await sayAfterwards(desk, request.afterwards)
    : isDue
      ? await askContact(desk)
      : null;
  if (!queued) return nothing;
  await appendEvents(tx, workspaceId, now, queued.events);
  return queued;
}
