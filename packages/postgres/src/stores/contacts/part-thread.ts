import { type Unread, partFields, partUnread } from "@galka/core/contacts/part";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { NewEvent } from "../events.ts";
import type { ThreadMerge, WholeRow } from "./merge-record.ts";

/** Two contacts on their way apart. */
export type Parting = {
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly merge: {
    readonly id: string;
    readonly winnerId: string;
    readonly loserId: string;
    readonly mergedAt: Date;
  };
  /** The loser's identities, by their values. */
  readonly loserValues: readonly string[];
};

/** Follows from the messages that a thread has, so it is not restored but found out. */
const FOUND_OUT = new Set([
  "last_message_id",
  "last_message_at",
  "last_inbound_at",
  "unread_count",
  "contact_id",
]);

/** Gives the loser one of their conversations back. */
export async function partThread(parting: Parting, thread: ThreadMerge): Promise<NewEvent[]> {
  const { tx, workspaceId, merge } = parting;
  if (thread.into === null) {
    await sql`
      update conversations set contact_id = ${merge.loserId}
       where workspace_id = ${workspaceId} and id = ${thread.id} and contact_id = ${merge.winnerId}`.execute(
      tx,
    );
    return [{ kind: "conversation-changed", conversationId: thread.id }];
  }
  const { into } = thread;
  const current = await lockWhole(tx, workspaceId, into.id);
  // The number was removed meanwhile, with all that was said on it.
  if (current === null) return [];
  const row = { ...thread.row, contact_id: merge.loserId };
  await sql`select insert_whole_row('conversations', ${JSON.stringify(row)}::jsonb)`.execute(tx);
  const unread = await unreadOf(parting, thread, current);
  await takeMessages(parting, thread.id, into.id);
  await sql`
    select restore_dependents('conversation_id', ${thread.id}, ${into.id},
                              ${JSON.stringify(thread.dependents ?? {})}::jsonb)`.execute(tx);
  await restoreState(parting, into, current);
  await refresh(parting, thread.id, { unread: unread.loser, lastInboundAt: lastInbound(row) });
  await refresh(parting, into.id, {
    unread: unread.winner,
    lastInboundAt: lastInbound(into.before),
  });
  return [
    { kind: "conversation-refilled", conversationId: thread.id },
    { kind: "conversation-refilled", conversationId: into.id },
  ];
}

async function lockWhole(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<WholeRow | null> {
  const { rows } = await sql<{ whole: WholeRow }>`
    select to_jsonb(c) as whole from conversations c
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0]?.whole ?? null;
}

/** True of a message `m` that is the loser's: it was, or it came since and says so. */
function isLosers({ workspaceId, merge, loserValues }: Parting) {
  const values = [...loserValues];
  return sql`(
    exists (select from merged_messages x
             where x.workspace_id = ${workspaceId} and x.merge_id = ${merge.id} and x.message_id = m.id)
    or ${isSince(merge.mergedAt)} and (
      m.sender && ${values}::text[]
      or exists (select from sends s
                  where s.workspace_id = ${workspaceId} and s.message_id = m.id
                    and (s.payload #>> '{to,phone}' = any(${values}::text[])
                      or s.payload #>> '{to,bsuid}' = any(${values}::text[])))))`;
}

function isSince(mergedAt: Date) {
  return sql`m.created_at >= ${mergedAt}`;
}

async function unreadOf(
  parting: Parting,
  { row, into }: ThreadMerge,
  current: WholeRow,
): Promise<Unread> {
  const { tx, workspaceId, merge } = parting;
  const now = Number(current["unread_count"]);
  const { rows } = await sql<{ losers: boolean; since: boolean }>`
    select ${isLosers(parting)} as losers,
           ${isSince(merge.mergedAt)} and not exists (
             select from merged_messages x where x.workspace_id = ${workspaceId}
                and x.merge_id = ${merge.id} and x.message_id = m.id) as since
      from messages m
     where m.workspace_id = ${workspaceId} and m.conversation_id = ${into?.id ?? null}
       and m.direction = 'in' and m.source = 'live'
     order by m.at desc, m.id desc limit 1000`.execute(tx);
  const came = (losers: boolean) => rows.filter((it) => it.since && it.losers === losers).length;
  const before = {
    winner: Number(into?.before["unread_count"] ?? 0),
    loser: Number(row["unread_count"]),
  };
  const since = { winner: came(false), loser: came(true) };
  const newest = rows.map(({ losers }) => losers);
  return partUnread(before, since, now, newest);
}

async function takeMessages(parting: Parting, to: string, from: string): Promise<void> {
  const { tx, workspaceId, merge } = parting;
  await sql`
    update messages m set conversation_id = ${to}
     where m.workspace_id = ${workspaceId} and m.conversation_id = ${from} and ${isLosers(parting)}`.execute(
    tx,
  );
  await sql`
    update messages m set import_key = x.import_key
      from merged_messages x
     where x.workspace_id = ${workspaceId} and x.merge_id = ${merge.id} and x.conversation_id = ${to}
       and m.workspace_id = ${workspaceId} and m.id = x.message_id
       and m.import_key is distinct from x.import_key`.execute(tx);
  await sql`
    update message_texts t set conversation_id = ${to}
      from messages m
     where m.workspace_id = ${workspaceId} and m.conversation_id = ${to}
       and t.workspace_id = ${workspaceId} and t.message_id = m.id and t.conversation_id = ${from}`.execute(
    tx,
  );
  await sql`select follow_messages(${from}, ${to})`.execute(tx);
}

/** What the winner's thread was before it took in the other, as far as nobody has changed it since. */
async function restoreState(
  { tx }: Parting,
  into: NonNullable<ThreadMerge["into"]>,
  current: WholeRow,
): Promise<void> {
  const parted = partFields({ before: into.before, after: into.after, current });
  const patch = Object.fromEntries(Object.entries(parted).filter(([name]) => !FOUND_OUT.has(name)));
  await sql`select patch_conversation(${into.id}, ${JSON.stringify(patch)}::jsonb)`.execute(tx);
}

function lastInbound(row: WholeRow): string | null {
  const at = row["last_inbound_at"];
  return typeof at === "string" ? at : null;
}

/** Has a thread say again which its last message is, when it was last written to, and what is unread. */
async function refresh(
  { tx, workspaceId, merge }: Parting,
  id: string,
  known: { readonly unread: number; readonly lastInboundAt: string | null },
): Promise<void> {
  await sql`
    update conversations c
       set last_message_id = l.id, last_message_at = coalesce(l.at, c.last_message_at),
           unread_count = ${known.unread},
           last_inbound_at = greatest(${known.lastInboundAt}::timestamptz, (
             select max(m.at) from messages m
              where m.workspace_id = ${workspaceId} and m.conversation_id = c.id
                and m.direction = 'in' and m.source = 'live' and m.created_at >= ${merge.mergedAt}
                and m.content ->> 'kind' <> 'notice'))
      from (select 1) as one
      left join lateral (
        select m.id, m.at from messages m
         where m.workspace_id = ${workspaceId} and m.conversation_id = ${id}
         order by m.at desc, m.id desc limit 1) as l on true
     where c.workspace_id = ${workspaceId} and c.id = ${id}`.execute(tx);
}
