import { changed, mayMake } from "@galka/core/conversations/work-change";
import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../../app.ts";
import { type NotAssignable, refusalOfAssignment } from "./assignable.ts";
import { type Decided, changeWork } from "./change-work.ts";
import { type Taken, takenBy } from "./taken.ts";

export type AssignWish = {
  readonly conversationId: ConversationId;
  /** Null releases it; left out, it stays with whom it is. */
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
  /** What is to be known about it: shown in the thread with the hand-over. */
  readonly note?: string;
  /** Whose it was when this was decided; when it is somebody else's by now, nothing is changed. */
  readonly from?: string | null;
};

export type AssignRefused = NotAssignable | Refused<"forbidden"> | Taken;

/**
 * Gives a conversation to a member or a team, hands it over with a note, or releases it.
 *
 * Whoever has it may give it away; taking it from somebody needs the permission to assign.
 */
export function assignConversation(
  app: App,
  member: Member,
  wish: AssignWish,
): Promise<{ readonly done: true } | AssignRefused> {
  const { conversationId, assigneeId, teamId } = wish;
  return changeWork(
    app,
    member,
    conversationId,
    async ({ tx, workspaceId }, before): Promise<Decided<AssignRefused>> => {
      if (wish.from !== undefined && wish.from !== before.assigneeId) {
        return takenBy(tx, workspaceId, before.assigneeId);
      }
      const after = changed(before, {
        ...(assigneeId !== undefined && { assigneeId }),
        ...(teamId !== undefined && { teamId }),
      });
      if (!mayMake(member, before, after)) return { refused: "forbidden" };
      const refused = await refusalOfAssignment(tx, workspaceId, wish);
      if (refused) return refused;
      const note = wish.note?.trim() ?? "";
      return note === "" ? { after } : { after, said: { note } };
    },
  );
}
