import type { Action } from "@galka/core/automations/rule";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import { recordAudit } from "@galka/postgres/stores/audit";
import {
  type WorkColumn,
  addRuleLabel,
  findRuleSubject,
  putBeforeTeam,
  removeRuleLabel,
  setWorkColumn,
} from "@galka/postgres/stores/rules/rule-effects";
import { type Became, DONE, type FiringDesk } from "./do-actions.ts";

type WorkAction = Exclude<Action, { kind: "send-text" | "send-template" | "add-note" | "webhook" }>;

const GONE: Became = { became: "refused", because: "not-found" };

/** Changes the work on the conversation as a member would, and puts the change among its lines. */
export async function changeWork(desk: FiringDesk, action: WorkAction): Promise<Became> {
  const { tx, workspaceId, found } = desk;
  const { id: conversationId, assigneeId, teamId, state, priority, labelIds } = found.conversation;
  switch (action.kind) {
    case "add-label":
    case "remove-label": {
      const name = await findRuleSubject(tx, workspaceId, "labels", action.labelId);
      if (name === null) return GONE;
      const has = labelIds.includes(action.labelId);
      if (has === (action.kind === "add-label")) return DONE;
      const at = { conversationId, labelId: action.labelId };
      await (has ? removeRuleLabel : addRuleLabel)(tx, workspaceId, at);
      const { labelId } = action;
      const change = { before: has ? { labelId } : null, after: has ? null : { labelId } };
      return told(desk, has ? "label-removed" : "label-added", action.labelId, change);
    }
    case "assign-member":
      return setId(desk, "assignee", {
        table: "members",
        before: assigneeId,
        after: action.memberId,
      });
    case "assign-team":
      return setId(desk, "team", { table: "teams", before: teamId, after: action.teamId });
    case "set-state":
      return setWord(desk, "status", state, action.state);
    case "set-priority":
      return setWord(desk, "priority", priority, action.priority);
    case "remind":
      await putBeforeTeam(tx, workspaceId, conversationId);
      return told(desk, "conversation-reminded", null, { before: null, after: null });
    default:
      return unreachable(action);
  }
}

type IdChange = {
  readonly table: "members" | "teams";
  readonly before: string | null;
  readonly after: string | null;
};

async function setId(
  desk: FiringDesk,
  what: "assignee" | "team",
  change: IdChange,
): Promise<Became> {
  const { tx, workspaceId, now, found } = desk;
  const { table, before, after } = change;
  if (before === after) return DONE;
  if (after !== null && (await findRuleSubject(tx, workspaceId, table, after)) === null)
    return GONE;
  const set = { conversationId: found.conversation.id, column: COLUMN[what], value: after };
  await setWorkColumn(tx, workspaceId, set, now);
  const key = what === "assignee" ? "assigneeId" : "teamId";
  const action = what === "assignee" ? "conversation-assigned" : "conversation-team-changed";
  return told(desk, action, after, { before: { [key]: before }, after: { [key]: after } });
}

async function setWord(
  desk: FiringDesk,
  column: "status" | "priority",
  before: string,
  after: string,
): Promise<Became> {
  if (before === after) return DONE;
  const { tx, workspaceId, now, found } = desk;
  const set = { conversationId: found.conversation.id, column, value: after };
  await setWorkColumn(tx, workspaceId, set, now);
  const action =
    column === "status" ? "conversation-status-changed" : "conversation-priority-changed";
  return told(desk, action, null, { before: { [column]: before }, after: { [column]: after } });
}

const COLUMN = { assignee: "assignee_id", team: "team_id" } as const satisfies Record<
  string,
  WorkColumn
>;

type Change = {
  readonly before: AuditChange | null;
  readonly after: AuditChange | null;
};

async function told(
  desk: FiringDesk,
  action: AuditAction,
  subjectId: string | null,
  change: Change,
): Promise<Became> {
  const { app, tx, workspaceId, now, rule, found, events } = desk;
  const conversationId = found.conversation.id;
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: { actor: "rule", actorId: rule.id },
      action,
      ...(subjectId !== null && { subjectId }),
      conversationId,
      ...change,
    },
  ]);
  events.push({ kind: "conversation-changed", conversationId });
  return subjectId === null ? DONE : { ...DONE, otherId: subjectId };
}
