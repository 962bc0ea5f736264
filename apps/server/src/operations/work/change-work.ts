import { type Work, difference } from "@galka/core/conversations/work-change";
import type { Said } from "@galka/core/conversations/work-lines";
import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { byMember } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockWorkOf } from "@galka/postgres/stores/work/work-rows";
import type { App } from "../../app.ts";
import type { Desk } from "./distribute-waiting.ts";
import { followWork, saveWork } from "./save-work.ts";

/** What becomes of the work on a conversation, or why not. */
export type Decided<R extends Refused<string>> = { readonly after: Work; readonly said?: Said } | R;

const DONE = { done: true } as const;

/** Changes the work on one conversation, for a member who organizes. */
export async function changeWork<R extends Refused<string>>(
  app: App,
  member: Member,
  id: ConversationId,
  decide: (desk: Desk, before: Work) => Promise<Decided<R>>,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found"> | R> {
  if (!may(member, "conversations.organize")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changeOnce = async (tx: Tx) => {
    const desk = { app, tx, workspaceId, now: app.clock.now() };
    const before = (await lockWorkOf(tx, workspaceId, [id])).get(id);
    if (!before) return { refused: "not-found" } as const;
    const decided = await decide(desk, before);
    if ("refused" in decided) return decided;
    const { after, said } = decided;
    const isSame = difference(before, after) === null && said?.note === undefined;
    if (isSame) return null;
    await saveWork(desk, byMember(member), [{ id, before, after, ...(said && { said }) }]);
    await appendEvents(tx, workspaceId, desk.now, await followWork(desk, [id]));
    return DONE;
  };
  const changed = await retrying(() => inWorkspace(app.db, workspaceId, changeOnce));
  if (changed === null) return DONE;
  if (!("refused" in changed)) app.wake.tell("events", workspaceId);
  return changed;
}
