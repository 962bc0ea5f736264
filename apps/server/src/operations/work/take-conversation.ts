import { changed } from "@galka/core/conversations/work-change";
import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../../app.ts";
import { type Decided, changeWork } from "./change-work.ts";
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
    id,
    async ({ tx, workspaceId }, before): Promise<Decided<Taken>> => {
      if (before.assigneeId === member.id) return { after: before };
      if (before.assigneeId !== null) return takenBy(tx, workspaceId, before.assigneeId);
      const reopens = before.status === "closed" ? ({ status: "open" } as const) : {};
      const after = changed(before, { assigneeId: member.id, ...reopens });
      return { after, said: { how: "taken" } };
    },
  );
}
