import type { Asking, Filter } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Work, WorkChange } from "@galka/core/conversations/work-change";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { conditionsFor } from "../views/conversation-filter.ts";

/** One change to many conversations, and how far it is. */
export type BulkChange = {
  readonly id: string;
  readonly memberId: string;
  readonly change: WorkChange;
  /** The change that this one takes back. */
  readonly undoes: string | null;
  readonly state: "running" | "done" | "stopped";
  readonly totalCount: number;
  readonly doneCount: number;
  /** How many of those that are done were not so already. */
  readonly changedCount: number;
};

const COLUMNS = sql`id, member_id as "memberId", change, undoes, state, total_count as "totalCount",
  done_count as "doneCount", changed_count as "changedCount"`;

export type NewBulkChange = Pick<BulkChange, "id" | "memberId" | "change" | "undoes"> & {
  readonly at: Date;
};

/** Begins a change to these conversations, or to all that a filter means; answers how many they are. */
export async function insertBulkChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  bulk: NewBulkChange,
  meant: readonly string[] | { readonly filter: Filter; readonly asking: Asking },
): Promise<number> {
  await insertEmpty(tx, workspaceId, bulk);
  const which =
    "asking" in meant
      ? conditionsFor(meant.filter, meant.asking)
      : [sql`c.id = any(${[...meant]}::uuid[])`];
  const conditions = [sql`c.workspace_id = ${workspaceId}`, ...which];
  const result = await sql`
    insert into bulk_change_rows (workspace_id, bulk_change_id, conversation_id)
    select c.workspace_id, ${bulk.id}::uuid, c.id
      from conversations c
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
      left join messages m on m.workspace_id = c.workspace_id and m.id = c.last_message_id
     where ${sql.join(conditions, sql` and `)}`.execute(tx);
  return setTotal(tx, workspaceId, bulk.id, Number(result.numAffectedRows ?? 0n));
}

/** Begins to take back what a change has made. */
export async function insertUndoing(
  tx: Tx,
  workspaceId: WorkspaceId,
  bulk: NewBulkChange,
): Promise<number> {
  await insertEmpty(tx, workspaceId, bulk);
  const result = await sql`
    insert into bulk_change_rows (workspace_id, bulk_change_id, conversation_id, before, after)
    select workspace_id, ${bulk.id}::uuid, conversation_id, before, after
      from bulk_change_rows
     where workspace_id = ${workspaceId} and bulk_change_id = ${bulk.undoes}
       and before is not null`.execute(tx);
  return setTotal(tx, workspaceId, bulk.id, Number(result.numAffectedRows ?? 0n));
}

async function insertEmpty(tx: Tx, workspaceId: WorkspaceId, bulk: NewBulkChange): Promise<void> {
  await sql`
    insert into bulk_changes (workspace_id, id, member_id, change, undoes, state, total_count, created_at)
    values (${workspaceId}, ${bulk.id}, ${bulk.memberId}, ${JSON.stringify(bulk.change)}, ${bulk.undoes},
            'running', 0, ${bulk.at})`.execute(tx);
}

async function setTotal(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  total: number,
): Promise<number> {
  await sql`
    update bulk_changes set total_count = ${total}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return total;
}

export async function lockBulkChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<BulkChange | null> {
  const { rows } = await sql<BulkChange>`
    select ${COLUMNS} from bulk_changes
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** A change of this member's that is taken back ends where it is. */
export async function stopBulkChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<void> {
  await sql`
    update bulk_changes set state = 'stopped', finished_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type BulkRow = {
  readonly conversationId: string;
  readonly before: Work | null;
  readonly after: Work | null;
};

/** The next conversations whose turn it is. */
export async function nextBulkRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  atMost: number,
): Promise<BulkRow[]> {
  const { rows } = await sql<BulkRow>`
    select conversation_id as "conversationId", before, after from bulk_change_rows
     where workspace_id = ${workspaceId} and bulk_change_id = ${id} and not done
     order by conversation_id limit ${atMost}`.execute(tx);
  return rows;
}

/** Remembers what became of a batch; with nothing left the change is done. */
export async function saveBatch(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  batch: {
    readonly taken: readonly string[];
    readonly made: readonly { readonly id: string; readonly before: Work; readonly after: Work }[];
    readonly isLast: boolean;
    readonly now: Date;
  },
): Promise<void> {
  await sql`
    update bulk_change_rows r
       set done = true, before = m.before, after = m.after
      from unnest(${[...batch.taken]}::uuid[]) as t (id)
      left join jsonb_to_recordset(${JSON.stringify(batch.made)}::jsonb)
           as m (id uuid, before jsonb, after jsonb) on m.id = t.id
     where r.workspace_id = ${workspaceId} and r.bulk_change_id = ${id} and r.conversation_id = t.id`.execute(
    tx,
  );
  await sql`
    update bulk_changes
       set done_count = done_count + ${batch.taken.length},
           changed_count = changed_count + ${batch.made.length},
           state = case when ${batch.isLast} then 'done' else state end,
           finished_at = case when ${batch.isLast} then ${batch.now}::timestamptz end
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
