import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type Actor, byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { holdLabels, putLabels, takeLabels } from "@galka/postgres/stores/thread/labels";
import type { App } from "../../app.ts";

export type LabelsChange = {
  readonly conversationId: ConversationId;
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** Puts labels on a conversation and takes others off it. What is so already is not told again. */
export async function changeLabels(
  app: App,
  member: Member,
  change: LabelsChange,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "conversations.organize")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const thread = await lockThread(tx, workspaceId, change.conversationId);
    if (!thread) return { refused: "not-found" } as const;
    const known = await holdLabels(tx, workspaceId, change.add);
    if (change.add.some((id) => !known.has(id))) return { refused: "not-found" } as const;
    await changeLabelsWithin({ app, tx, workspaceId, by: byMember(member) }, change);
    return { done: true } as const;
  });
  app.wake.tell("events", workspaceId);
  return changed;
}

type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: Member["workspaceId"];
  readonly by: Actor;
};

/** The same as part of a larger transaction that holds the conversation, by whoever does it; every label has to be there. */
export async function changeLabelsWithin(
  { app, tx, workspaceId, by }: Desk,
  { conversationId, add, remove }: LabelsChange,
): Promise<void> {
  const now = app.clock.now();
  const taken = await takeLabels(tx, workspaceId, conversationId, remove);
  const put = await putLabels(
    tx,
    workspaceId,
    conversationId,
    add.filter((id) => !remove.includes(id)),
  );
  if (taken.length + put.length === 0) return;
  const entry = (action: AuditAction, labelId: string) => ({
    id: app.ids.next<"audit">(),
    by,
    action,
    subjectId: labelId,
    conversationId,
  });
  await recordAudit(tx, workspaceId, now, [
    ...taken.map((id) => ({ ...entry("label-removed", id), before: { labelId: id } })),
    ...put.map((id) => ({ ...entry("label-added", id), after: { labelId: id } })),
  ]);
  await appendEvents(tx, workspaceId, now, [{ kind: "conversation-changed", conversationId }]);
}
