import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A right to send for one number, for a while. */
export type Lease = {
  readonly owner: string;
  readonly epoch: number;
};

export type TakenLease = Lease & {
  /** The owner before did not let go: it may still believe that the number is its own. */
  readonly fromSilent: boolean;
};

/** Whether the number belongs to the holder of this lease. */
export function isOwnedBy(
  { workspaceId, channelId }: Where,
  { owner, epoch }: Lease,
): RawBuilder<boolean> {
  return sql`
    exists (select from channel_leases
             where workspace_id = ${workspaceId} and channel_id = ${channelId}
               and owner = ${owner} and epoch = ${epoch})`;
}

type Where = { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId };

/**
 * Takes the number if nobody has it, by the database's clock; null while somebody does.
 *
 * Every take-over raises the epoch, and whatever an owner writes names its
 * epoch: what a former owner has not finished writing is not written any more.
 */
export async function takeLease(
  tx: Tx,
  { workspaceId, channelId }: Where,
  owner: string,
  leaseMs: number,
): Promise<TakenLease | null> {
  const { rows } = await sql<{ epoch: number; from_silent: boolean }>`
    with before as (
      select owner from channel_leases
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
    )
    insert into channel_leases as l (workspace_id, channel_id, owner, epoch, expires_at)
    select ${workspaceId}, ${channelId}, ${owner}, 1, clock_timestamp() + ${leaseMs} * interval '1 millisecond'
     -- A number that has an owner is not touched: who only asks would lock the row that its owner needs.
     where not exists (select from channel_leases
                        where workspace_id = ${workspaceId} and channel_id = ${channelId}
                          and expires_at > clock_timestamp())
    on conflict (workspace_id, channel_id) do update
       set owner = excluded.owner, epoch = l.epoch + 1, expires_at = excluded.expires_at
     where l.expires_at <= clock_timestamp()
    returning l.epoch, coalesce((select b.owner <> '' from before b), false) as from_silent`.execute(
    tx,
  );
  const row = rows[0];
  return row ? { owner, epoch: row.epoch, fromSilent: row.from_silent } : null;
}

/**
 * Holds the number longer; false when somebody else has it by now.
 *
 * A lease that has run out and was taken by nobody is still its owner's.
 */
export async function renewLease(
  tx: Tx,
  { workspaceId, channelId }: Where,
  lease: Lease,
  leaseMs: number,
): Promise<boolean> {
  const result = await sql`
    update channel_leases
       set expires_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and owner = ${lease.owner} and epoch = ${lease.epoch}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Lets the number go at once. Only an owner of whose nothing is under way does this. */
export async function releaseLease(
  tx: Tx,
  { workspaceId, channelId }: Where,
  lease: Lease,
): Promise<void> {
  await sql`
    update channel_leases set owner = '', expires_at = clock_timestamp()
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and owner = ${lease.owner} and epoch = ${lease.epoch}`.execute(tx);
}
