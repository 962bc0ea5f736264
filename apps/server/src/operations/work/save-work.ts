import type { Work } from "@galka/core/conversations/work-change";
import { type Said, workLines } from "@galka/core/conversations/work-lines";
import { type Actor, recordAudit } from "@galka/postgres/stores/audit";
import type { NewEvent } from "@galka/postgres/stores/events";
import { type WorkMade, lockWorkOf, saveWorkOf } from "@galka/postgres/stores/work/work-rows";
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
  await saveWorkOf(desk.tx, desk.workspaceId, done, desk.now);
  await remember(desk, by, done);
}

/**
 * Remembers what has become of conversations that were otherwise `before`, as
 * when two are poured together or parted. Those that are gone have no thread to
 * say it in.
 */
export async function rememberMoved(
  desk: Desk,
  by: Actor,
  before: ReadonlyMap<string, Work>,
): Promise<void> {
  const after = await lockWorkOf(desk.tx, desk.workspaceId, [...before.keys()]);
  const done = [...after].flatMap(([id, now]) => {
    const was = before.get(id);
    return was ? [{ id, before: was, after: now }] : [];
  });
  await remember(desk, by, done);
}

async function remember(desk: Desk, by: Actor, done: readonly WorkDone[]): Promise<void> {
  const { app, tx, workspaceId, now } = desk;
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
