import type { AuditAction, AuditChange } from "../workspaces/audit.ts";
import type { Work } from "./work-change.ts";

/** One thing that was done, as the thread and the audit tell it. */
export type WorkLine = {
  readonly action: AuditAction;
  /** The label that it is about; null when it is about the conversation. */
  readonly labelId: string | null;
  readonly before: AuditChange | null;
  readonly after: AuditChange | null;
};

/** What is to be known about who has it from now on. */
export type Said = {
  /** How it came to them, when nobody gave it to them. */
  readonly how?: "taken" | "answered";
  /** Shown in the thread with the hand-over. */
  readonly note?: string;
};

/**
 * What is remembered of a change to the work, whoever made it and to however
 * many conversations at once. Nothing when nothing is otherwise; what becomes
 * read is not told.
 */
export function workLines(before: Work, after: Work, said: Said = {}): WorkLine[] {
  const gone = before.labelIds.filter((id) => !after.labelIds.includes(id));
  const put = after.labelIds.filter((id) => !before.labelIds.includes(id));
  return [
    ...assignmentLines(before, after, said),
    ...stateLines(before, after),
    ...gone.map((labelId) => labelLine("label-removed", labelId)),
    ...put.map((labelId) => labelLine("label-added", labelId)),
  ];
}

function assignmentLines(before: Work, after: Work, said: Said): WorkLine[] {
  const isHandedOver = before.assigneeId !== after.assigneeId || said.note !== undefined;
  const hasOtherTeam = before.teamId !== after.teamId;
  if (!isHandedOver && !hasOtherTeam) return [];
  const action = isHandedOver ? "conversation-assigned" : "conversation-team-changed";
  const whose = ({ assigneeId, teamId }: Work) =>
    isHandedOver ? { assigneeId, teamId } : { teamId };
  return [{ action, labelId: null, before: whose(before), after: { ...whose(after), ...said } }];
}

function stateLines(before: Work, after: Work): WorkLine[] {
  const lines: WorkLine[] = [];
  if (before.status !== after.status || before.snoozedUntil !== after.snoozedUntil) {
    const change = { before: state(before), after: state(after) };
    lines.push({ action: "conversation-state-changed", labelId: null, ...change });
  }
  if (before.priority !== after.priority) {
    const change = { before: { priority: before.priority }, after: { priority: after.priority } };
    lines.push({ action: "conversation-priority-changed", labelId: null, ...change });
  }
  return lines;
}

function state({ status, snoozedUntil }: Work) {
  return status === "snoozed" ? { status, snoozedUntil } : { status };
}

function labelLine(action: "label-added" | "label-removed", labelId: string): WorkLine {
  const label = { labelId };
  return action === "label-added"
    ? { action, labelId, before: null, after: label }
    : { action, labelId, before: label, after: null };
}
