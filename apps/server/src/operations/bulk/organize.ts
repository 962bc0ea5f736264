import { type Work, difference, mayMake } from "@galka/core/library/work-change";
import { idOf } from "@galka/core/kernel/ids";
import type { AuditAction } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type WorkMade, lockWorkOf, saveWorkOf } from "@galka/postgres/stores/library/work-rows";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import type { App } from "../../app.ts";
import { queueReceipt } from "../conversations/mark-read.ts";

export type OrganizeDesk = { readonly app: App; readonly tx: Tx; readonly member: Member };

/** What was made, and the channels that have a read receipt to send. */
export type Organized = {
  readonly made: readonly WorkMade[];
  readonly channelIds: readonly string[];
};

/**
 * Changes the work on conversations as a person would one by one: what the
 * member may not make of a conversation leaves that one as it is, each change is
 * remembered for the thread, and what becomes read is read on the phone as well.
 *
 * The caller appends the events, which come last in a transaction.
 */
export async function organize(
  desk: OrganizeDesk,
  ids: readonly string[],
  decide: (id: string, work: Work) => Work | null,
): Promise<Organized> {
  const { app, tx, member } = desk;
  const { workspaceId } = member;
  const now = app.clock.now();
  const made: WorkMade[] = [];
  for (const [id, before] of await lockWorkOf(tx, workspaceId, ids)) {
    const after = decide(id, before);
    if (after === null || difference(before, after) === null) continue;
    if (mayMake(member, before, after)) made.push({ id, before, after });
  }
  await saveWorkOf(tx, workspaceId, made, now);
  await recordAudit(
    tx,
    workspaceId,
    now,
    made.flatMap((it) => entriesOf(desk, it)),
  );
  return { made, channelIds: await queueReceipts(desk, made, now) };
}

async function queueReceipts(
  { app, tx, member }: OrganizeDesk,
  made: readonly WorkMade[],
  now: Date,
): Promise<string[]> {
  const channelIds = new Set<string>();
  for (const { id, before, after } of made) {
    if (before.unreadCount === 0 || after.unreadCount > 0) continue;
    const thread = await lockThread(tx, member.workspaceId, idOf(id));
    const channelId = thread && (await queueReceipt({ app, tx, member, thread }, now));
    if (channelId) channelIds.add(channelId);
  }
  return [...channelIds];
}

/** The same lines that a change to one conversation leaves in its thread. */
function entriesOf({ app, member }: OrganizeDesk, { id, before, after }: WorkMade): AuditEntry[] {
  const entry = (action: AuditAction, was: Partial<Work>, is: Partial<Work>): AuditEntry => ({
    id: app.ids.next(),
    by: byMember(member),
    action,
    subjectId: id,
    conversationId: id,
    before: was,
    after: is,
  });
  const label = (action: AuditAction, labelId: string): AuditEntry => ({
    id: app.ids.next(),
    by: byMember(member),
    action,
    subjectId: labelId,
    conversationId: id,
    ...(action === "label-added" ? { after: { labelId } } : { before: { labelId } }),
  });
  const entries: AuditEntry[] = [];
  if (before.assigneeId !== after.assigneeId || before.teamId !== after.teamId) {
    entries.push(entry("conversation-assigned", assignment(before), assignment(after)));
  }
  if (before.status !== after.status || before.snoozedUntil !== after.snoozedUntil) {
    entries.push(entry("conversation-state-changed", state(before), state(after)));
  }
  if (before.priority !== after.priority) {
    const { priority } = before;
    entries.push(
      entry("conversation-priority-changed", { priority }, { priority: after.priority }),
    );
  }
  const gone = before.labelIds.filter((it) => !after.labelIds.includes(it));
  const put = after.labelIds.filter((it) => !before.labelIds.includes(it));
  return [
    ...entries,
    ...gone.map((it) => label("label-removed", it)),
    ...put.map((it) => label("label-added", it)),
  ];
}

function assignment({ assigneeId, teamId }: Work) {
  return { assigneeId, teamId };
}

function state({ status, snoozedUntil }: Work) {
  return status === "snoozed" ? { status, snoozedUntil } : { status };
}

/** Whether the member may change anything of this kind at all; which rows, each decides. */
export function mayOrganize(member: Member): boolean {
  return may(member, "conversations.organize") || may(member, "conversations.reply");
}
