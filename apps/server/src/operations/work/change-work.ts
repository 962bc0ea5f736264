import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import type { Permission } from "@galka/core/workspaces/permissions";
import { inWorkspace } from "@galka/postgres/database";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import { type Desk, distributeWaiting } from "./distribute-waiting.ts";

/** What was changed: the conversation to tell of, null when all stays as it was; or why not. */
export type Changed<R extends Refused<string>> = { readonly conversationId: string | null } | R;

/**
 * Runs one change of the work on a conversation, for whoever has the permission.
 *
 * Afterwards, in the same transaction, what waits is given to who has room: a
 * change can leave a conversation without a member, or a member with room.
 */
export async function changeWork<R extends Refused<string>>(
  app: App,
  member: Member,
  permission: Permission,
  change: (desk: Desk) => Promise<Changed<R>>,
): Promise<{ readonly done: true } | Refused<"forbidden"> | R> {
  if (!may(member, permission)) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const desk = { app, tx, workspaceId, now: app.clock.now() };
    const result = await change(desk);
    if ("refused" in result || result.conversationId === null) return result;
    const given = await distributeWaiting(desk);
    const { conversationId } = result;
    const own: NewEvent = { kind: "conversation-changed", conversationId };
    const others = given.filter((event) => event.conversationId !== conversationId);
    await appendEvents(tx, workspaceId, desk.now, [own, ...others]);
    return result;
  });
  if ("refused" in changed) return changed;
  if (changed.conversationId !== null) app.wake.tell("events", workspaceId);
  return { done: true };
}
