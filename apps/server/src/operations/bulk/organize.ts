import { type Work, difference, mayMake } from "@galka/core/conversations/work-change";
import { idOf } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { byMember } from "@galka/postgres/stores/audit";
import type { NewEvent } from "@galka/postgres/stores/events";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { type WorkMade, lockWorkOf } from "@galka/postgres/stores/work/work-rows";
import type { App } from "../../app.ts";
import { queueReceipt } from "../conversations/mark-read.ts";
import { followWork, saveWork } from "../work/save-work.ts";

export type OrganizeDesk = { readonly app: App; readonly tx: Tx; readonly member: Member };

/** What was made, and the channels that have a read receipt to send. */
export type Organized = {
  readonly made: readonly WorkMade[];
  readonly channelIds: readonly string[];
  /** To be appended last in the transaction: of these conversations, and of those that were given since. */
  readonly events: readonly NewEvent[];
};

/**
 * Changes the work on conversations as a person would one by one: what the
 * member may not make of a conversation leaves that one as it is, each change is
 * remembered for the thread, and what becomes read is read on the phone as well.
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
  const work = { app, tx, workspaceId, now };
  await saveWork(work, byMember(member), made);
  const channelIds = await queueReceipts(desk, made, now);
  const events = await followWork(
    work,
    made.map(({ id }) => id),
  );
  return { made, channelIds, events };
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

/** Whether the member may change anything of this kind at all; which rows, each decides. */
export function mayOrganize(member: Member): boolean {
  return may(member, "conversations.organize") || may(member, "conversations.reply");
}
