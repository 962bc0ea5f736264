import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may, mayHoldConversations } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { listMembers } from "@galka/postgres/stores/members";
import {
  type ConversationWork,
  assignConversation as saveAssignment,
  hasTeam,
  lockWork,
} from "@galka/postgres/stores/work/conversation-work";
import type { App } from "../../app.ts";
import { type Changed, changeWork } from "./change-work.ts";
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

export type AssignRefused =
  | Refused<"not-found">
  | Refused<"forbidden">
  | Refused<"not-assignable">
  | Taken;

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
  return changeWork(
    app,
    member,
    "conversations.organize",
    async (desk): Promise<Changed<AssignRefused>> => {
      const { tx, workspaceId, now } = desk;
      const work = await lockWork(tx, workspaceId, wish.conversationId);
      if (!work) return { refused: "not-found" };
      if (wish.from !== undefined && wish.from !== work.assigneeId) {
        return takenBy(tx, workspaceId, work.assigneeId);
      }
      const before = { assigneeId: work.assigneeId, teamId: work.teamId };
      const after = {
        assigneeId: wish.assigneeId === undefined ? before.assigneeId : wish.assigneeId,
        teamId: wish.teamId === undefined ? before.teamId : wish.teamId,
      };
      const note = wish.note?.trim() ?? "";
      const isSame = after.assigneeId === before.assigneeId && after.teamId === before.teamId;
      if (isSame && note === "") return { conversationId: null };
      const refused = await refusalOf(tx, member, work, wish);
      if (refused) return refused;
      await saveAssignment(tx, workspaceId, work.id, { ...after, now });
      await recordAudit(tx, workspaceId, now, [
        {
          id: app.ids.next(),
          by: byMember(member),
          action: "conversation-assigned",
          subjectId: work.id,
          conversationId: work.id,
          before,
          after: note === "" ? after : { ...after, note },
        },
      ]);
      return { conversationId: work.id };
    },
  );
}

async function refusalOf(
  tx: Tx,
  member: Member,
  work: ConversationWork,
  { assigneeId, teamId }: AssignWish,
): Promise<AssignRefused | null> {
  const isOwn = work.assigneeId === member.id;
  const takesFree = work.assigneeId === null && assigneeId === member.id;
  if (!isOwn && !takesFree && !may(member, "conversations.assign")) return { refused: "forbidden" };
  if (typeof teamId === "string" && !(await hasTeam(tx, member.workspaceId, teamId))) {
    return { refused: "not-found" };
  }
  if (typeof assigneeId !== "string") return null;
  const members = await listMembers(tx, member.workspaceId);
  const chosen = members.find(({ id }) => id === assigneeId);
  if (!chosen) return { refused: "not-found" };
  const fits = mayHoldConversations(chosen, chosen.deactivatedAt === null);
  return fits ? null : { refused: "not-assignable" };
}
