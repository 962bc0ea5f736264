import type { Action } from "@galka/core/automations/rule";
import { type WorkChange, changed, difference } from "@galka/core/conversations/work-change";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type Actor, recordAudit } from "@galka/postgres/stores/audit";
import { lockWorkOf } from "@galka/postgres/stores/work/work-rows";
import { refusalOfChange } from "../work/refusal-of-change.ts";
import { saveWork } from "../work/save-work.ts";
import { type Became, DONE, type FiringDesk } from "./do-actions.ts";

type WorkAction = Exclude<Action, { kind: "send-text" | "send-template" | "add-note" | "webhook" }>;

/**
 * Changes the work on the conversation as a member would, and puts the change
 * among its lines. What follows from it is done once, after all rules.
 */
export async function changeWork(desk: FiringDesk, action: WorkAction): Promise<Became> {
  const { app, tx, workspaceId, now, rule, found } = desk;
  const { change, subjectId } = changeOf(action);
  const refused = await refusalOfChange(tx, workspaceId, change, now);
  if (refused) return { became: "refused", because: refused.refused };
  const { id } = found.conversation;
  const before = (await lockWorkOf(tx, workspaceId, [id])).get(id);
  if (!before) return { became: "refused", because: "not-found" };
  const after = changed(before, change);
  const by: Actor = { actor: "rule", actorId: rule.id };
  if (difference(before, after) !== null) {
    await saveWork({ app, tx, workspaceId, now }, by, [{ id, before, after }]);
    desk.worked.add(id);
  }
  if (action.kind === "remind") {
    const reminded = { id: app.ids.next(), by, action: "conversation-reminded" } as const;
    await recordAudit(tx, workspaceId, now, [{ ...reminded, conversationId: id }]);
    desk.worked.add(id);
  }
  return subjectId === null ? DONE : { ...DONE, otherId: subjectId };
}

type Meant = { readonly change: WorkChange; readonly subjectId: string | null };

function changeOf(action: WorkAction): Meant {
  switch (action.kind) {
    case "add-label":
      return { change: { addLabels: [action.labelId] }, subjectId: action.labelId };
    case "remove-label":
      return { change: { removeLabels: [action.labelId] }, subjectId: action.labelId };
    case "assign-member":
      return { change: { assigneeId: action.memberId }, subjectId: action.memberId };
    case "assign-team":
      return { change: { teamId: action.teamId }, subjectId: action.teamId };
    case "set-state":
      return { change: { status: action.state }, subjectId: null };
    case "set-priority":
      return { change: { priority: action.priority }, subjectId: null };
    case "remind":
      return { change: { unread: true }, subjectId: null };
    default:
      return unreachable(action);
  }
}
