import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { mayHoldConversations } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { listMembers } from "@galka/postgres/stores/members";
import { hasTeam } from "@galka/postgres/stores/work/work-rows";

/** Whose a conversation is to be; left out or null needs nobody. */
export type Assignment = {
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
};

export type NotAssignable = Refused<"not-found"> | Refused<"not-assignable">;

/** Why nothing can be given to this member or team: they are not here, or may not answer. */
export async function refusalOfAssignment(
  tx: Tx,
  workspaceId: WorkspaceId,
  { assigneeId, teamId }: Assignment,
): Promise<NotAssignable | null> {
  if (typeof teamId === "string" && !(await hasTeam(tx, workspaceId, teamId))) {
    return { refused: "not-found" };
  }
  if (typeof assigneeId !== "string") return null;
  const members = await listMembers(tx, workspaceId);
  const chosen = members.find(({ id }) => id === assigneeId);
  if (!chosen) return { refused: "not-found" };
  const fits = mayHoldConversations(chosen, chosen.deactivatedAt === null);
  return fits ? null : { refused: "not-assignable" };
}
