import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** A webhook before it is understood: whose address it came to, and its bytes. */
export type RawWebhook = { readonly hint: string; readonly body: Uint8Array };

export type LoggedWebhook = {
  readonly position: number;
  readonly receivedAt: Date;
  readonly hint: string;
  readonly body: Uint8Array;
};

/**
 * Appends to the log, in one statement and one commit. When it returns, the bodies are on disk.
 *
 * Writers take turns by an advisory lock that is held until the commit, so
 * positions become visible in their order: a reader that has seen a position
 * never finds a lower one appear behind it, however many processes write.
 */
export async function appendWebhooks(db: Database, webhooks: readonly RawWebhook[]): Promise<void> {
  const hints = webhooks.map(({ hint }) => hint);
  const lengths = webhooks.map(({ body }) => body.byteLength);
  // One parameter for all bodies goes over the wire as it is; an array of them would go as hexadecimal text.
  const bodies = Buffer.concat(webhooks.map(({ body }) => body));
  // PostgreSQL counts bytes from one.
  let next = 1;
  const starts = lengths.map((length) => {
    const start = next;
    next += length;
    return start;
  });
  await sql`
    with turn as materialized (
      select pg_advisory_xact_lock(hashtext('galka.webhook_log.turn'))
    )
    insert into webhook_log (hint, body)
    select part.hint, substring(${bodies}::bytea from part.start for part.length)
      from turn, unnest(${hints}::text[], ${starts}::int[], ${lengths}::int[]) as part (hint, start, length)`.execute(
    db,
  );
}

const SHARD = "all";

/**
 * Locks the place up to which the log is applied, until the transaction ends.
 *
 * Null when somebody else holds it: one applies at a time, and the place moves
 * in the transaction of what was applied.
 */
export async function lockCursor(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ position: number }>`
    select position from webhook_cursors where shard = ${SHARD} for update skip locked`.execute(tx);
  return rows[0]?.position ?? null;
}

export async function createCursor(db: Database): Promise<void> {
  await sql`
    insert into webhook_cursors (shard, position, updated_at) values (${SHARD}, 0, now())
    on conflict do nothing`.execute(db);
}

export async function moveCursor(tx: Tx, position: number): Promise<void> {
  await sql`
    update webhook_cursors set position = ${position}, updated_at = now()
     where shard = ${SHARD}`.execute(tx);
}

/** The webhooks after `position`, in order: at most `count` and about `bytes`, but always one. */
export async function readWebhooksAfter(
  tx: Tx,
  position: number,
  most: { readonly count: number; readonly bytes: number },
): Promise<LoggedWebhook[]> {
  const { rows } = await sql<LoggedWebhook>`
    select w.position, w.received_at as "receivedAt", w.hint, w.body
      from (select position, received_at, hint, body,
                   sum(octet_length(body)) over (order by position) - octet_length(body) as before
              from (select position, received_at, hint, body from webhook_log
                     where position > ${position} order by position limit ${most.count}) as next) as w
     where w.before < ${most.bytes}
     order by w.position`.execute(tx);
  return rows;
}

/** The webhook at a position; null when its day is not kept any more. */
export async function findWebhook(tx: Tx, position: number): Promise<LoggedWebhook | null> {
  const { rows } = await sql<LoggedWebhook>`
    select position, received_at as "receivedAt", hint, body
      from webhook_log where position = ${position}`.execute(tx);
  return rows[0] ?? null;
}

/** How many webhooks are stored and not applied; counts no further than `most`. */
export async function countBacklog(db: Database | Tx, most = 10_000): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from webhook_log
       where position > coalesce((select position from webhook_cursors where shard = ${SHARD}), 0)
       limit ${most}) as waiting`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Makes the coming days' parts of the log and drops those past keeping. */
export async function keepPartitions(
  db: Database,
  days: { readonly ahead: number; readonly kept: number },
): Promise<void> {
  await sql`select keep_webhook_partitions(${days.ahead}, ${days.kept})`.execute(db);
}

/** Has the database look again at tables that have grown much since it last did. */
export async function refreshStatistics(db: Database): Promise<void> {
  await sql`select refresh_statistics()`.execute(db);
}
