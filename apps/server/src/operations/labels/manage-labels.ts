import { type LabelColor, type LabelShape, labelName } from "@galka/core/conversations/label";
import type { LabelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  type LabelView,
  deleteLabel as deleteRow,
  listLabels as listRows,
  lockLabel,
  saveLabel,
} from "@galka/postgres/stores/thread/labels";
import type { App } from "../../app.ts";

export type LabelWish = {
  readonly name: string;
  readonly color: LabelColor;
  readonly shape: LabelShape;
};

export type LabelRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"name-taken">
  | Refused<"invalid-request", { readonly problem: string }>;

const CHANGED: NewEvent = { kind: "collection-changed", otherId: "labels" };

export function listLabels(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly LabelView[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return Promise.resolve({ refused: "forbidden" });
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    items: await listRows(tx, member.workspaceId),
  }));
}

/** Makes a label; two of one name are refused, however they are spelt. */
export async function createLabel(
  app: App,
  member: Member,
  wish: LabelWish,
): Promise<LabelView | LabelRefused> {
  if (!may(member, "library.manage")) return { refused: "forbidden" };
  const name = labelName(wish.name);
  if (typeof name !== "string") return name;
  const label = { id: app.ids.next<"label">(), name, color: wish.color, shape: wish.shape };
  return keep(app, member, (tx) => save({ app, member, tx }, null, label));
}

/** Changes what is named of a label. */
export async function changeLabel(
  app: App,
  member: Member,
  id: LabelId,
  change: Partial<LabelWish>,
): Promise<LabelView | LabelRefused> {
  if (!may(member, "library.manage")) return { refused: "forbidden" };
  return keep(app, member, async (tx) => {
    const before = await lockLabel(tx, member.workspaceId, id);
    if (!before) return { refused: "not-found" };
    const name = labelName(change.name ?? before.name);
    if (typeof name !== "string") return name;
    const { color = before.color, shape = before.shape } = change;
    return save({ app, member, tx }, before, { id, name, color, shape });
  });
}

/** Takes a label away; the conversations that had it are told. */
export async function deleteLabel(
  app: App,
  member: Member,
  id: LabelId,
): Promise<{ readonly done: true } | LabelRefused> {
  if (!may(member, "library.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return keep(app, member, async (tx) => {
    const before = await lockLabel(tx, workspaceId, id);
    if (!before) return { refused: "not-found" };
    const now = app.clock.now();
    const conversations = await deleteRow(tx, workspaceId, id);
    const entry = { id: app.ids.next<"audit">(), by: byMember(member), subjectId: id, before };
    await recordAudit(tx, workspaceId, now, [{ ...entry, action: "label-deleted" }]);
    await appendEvents(tx, workspaceId, now, [
      CHANGED,
      ...conversations.map(
        (conversationId) => ({ kind: "conversation-changed", conversationId }) as const,
      ),
    ]);
    return { done: true };
  });
}

async function keep<T extends object>(
  app: App,
  { workspaceId }: Member,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const kept = await inWorkspace(app.db, workspaceId, work);
  app.wake.tell("events", workspaceId);
  return kept;
}

type Desk = { readonly app: App; readonly member: Member; readonly tx: Tx };

async function save(
  { app, member, tx }: Desk,
  before: LabelView | null,
  label: LabelView,
): Promise<LabelView | LabelRefused> {
  const { workspaceId } = member;
  const now = app.clock.now();
  if (!(await saveLabel(tx, workspaceId, label, now))) return { refused: "name-taken" };
  const action = before ? "label-changed" : "label-created";
  const entry = { id: app.ids.next<"audit">(), by: byMember(member), subjectId: label.id, before };
  await recordAudit(tx, workspaceId, now, [{ ...entry, action, after: label }]);
  await appendEvents(tx, workspaceId, now, [CHANGED]);
  return label;
}
