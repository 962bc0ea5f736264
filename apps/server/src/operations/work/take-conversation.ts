import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  assignConversation,
  lockWork,
  saveState,
} from "@galka/postgres/stores/work/conversation-work";
import type { App } from "../../app.ts";
import { type Changed, changeWork } from "./change-work.ts";
import { type Taken, takenBy } from "./taken.ts";

/**
 * Has `member` take a conversation that nobody has; a closed one is open again.
 *
 * Of all who do so at once one gets it and the others learn who. Whoever has it
 * already keeps it.
 */
export function takeConversation(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<{ readonly done: true } | Refused<"not-found"> | Refused<"forbidden"> | Taken> {
  return changeWork(
    app,
    member,
    "conversations.organize",
    async (desk): Promise<Changed<Refused<"not-found"> | Taken>> => {
      const { tx, workspaceId, now } = desk;
      const work = await lockWork(tx, workspaceId, id);
      if (!work) return { refused: "not-found" };
      if (work.assigneeId === member.id) return { conversationId: null };
      if (work.assigneeId !== null) return takenBy(tx, workspaceId, work.assigneeId);
      const { teamId } = work;
      await assignConversation(tx, workspaceId, id, { assigneeId: member.id, teamId, now });
      if (work.status === "closed") {
        const state = { status: "open", priority: work.priority, snoozedUntil: null, now } as const;
        await saveState(tx, workspaceId, id, state);
      }
      await recordAudit(tx, workspaceId, now, [
        {
          id: app.ids.next(),
          by: byMember(member),
          action: "conversation-assigned",
          subjectId: id,
          conversationId: id,
          before: { assigneeId: null },
          after: { assigneeId: member.id, how: "taken" },
        },
      ]);
      return { conversationId: id };
    },
  );
}
