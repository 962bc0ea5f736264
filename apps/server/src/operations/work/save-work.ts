import { type Said, workLines } from "@galka/core/conversations/work-lines";
import { type Actor, recordAudit } from "@galka/postgres/stores/audit";
import type { NewEvent } from "@galka/postgres/stores/events";
import { type WorkMade, saveWorkOf } from "@galka/postgres/stores/work/work-rows";
import { type Desk, distributeWaiting } from "./distribute-waiting.ts";

export type WorkDone = WorkMade & { readonly said?: Said };

/**
 * Writes what was made of the work on conversations that are locked, and
 * remembers it for their threads: the one way for a member, a macro, a change to
 * many and a rule. However many there are, it is a handful of statements.
 *
 * What follows from it is for `followWork`, once all is done.
 */
export async function saveWork(desk: Desk, by: Actor, done: readonly WorkDone[]): Promise<void> {
  const { app, tx, workspaceId, now } = desk;
  await saveWorkOf(tx, workspaceId, done, now);
  const entries = done.flatMap(({ id, before, after, said }) =>
    workLines(before, after, said).map(({ labelId, ...line }) => ({
      ...line,
      id: app.ids.next(),
      by,
      subjectId: labelId ?? id,
      conversationId: id,
    })),
  );
  await recordAudit(tx, workspaceId, now, entries);
}

/**
 * The events of conversations whose work was changed and of what follows: a
 * change can leave a conversation without a member or a member with room, so
 * what waits is given to who has room.
 *
 * Called after everything that locks conversations and before any event of the
 * transaction is appended, so that no two transactions wait for each other.
 */
export async function followWork(desk: Desk, ids: readonly string[]): Promise<NewEvent[]> {
  if (ids.length === 0) return [];
  const given = await distributeWaiting(desk);
  const all = new Set([...ids, ...given.flatMap(({ conversationId }) => conversationId ?? [])]);
  return [...all].map((conversationId) => ({ kind: "conversation-changed", conversationId }));
}
