import type { WorkChange } from "@galka/core/conversations/work-change";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Tx } from "@galka/postgres/database";
import { hasLabels } from "@galka/postgres/stores/work/work-rows";
import { type NotAssignable, refusalOfAssignment } from "./assignable.ts";

export type ChangeRefused = NotAssignable | Refused<"snooze-past">;

/** Why a change can be made of no conversation at all, so that it is refused before anything is changed. */
export async function refusalOfChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  change: WorkChange,
  now: Date,
): Promise<ChangeRefused | null> {
  const { snoozedUntil, addLabels = [], removeLabels = [] } = change;
  if (snoozedUntil && new Date(snoozedUntil) <= now) return { refused: "snooze-past" };
  if (!(await hasLabels(tx, workspaceId, [...addLabels, ...removeLabels]))) {
    return { refused: "not-found" };
  }
  return refusalOfAssignment(tx, workspaceId, change);
}
