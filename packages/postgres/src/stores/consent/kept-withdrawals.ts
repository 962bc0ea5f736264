import type { ConsentPurpose, ConsentWay } from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What somebody had taken back who was erased since. */
export type KeptWithdrawal = {
  readonly hash: string;
  readonly purpose: ConsentPurpose;
  readonly channelId: string | null;
  readonly way: ConsentWay;
  readonly at: Date;
  readonly keptAt: Date;
};

/** Keeps each once; said again, the later time counts. */
export async function keepWithdrawals(
  tx: Tx,
  workspaceId: WorkspaceId,
  kept: readonly KeptWithdrawal[],
): Promise<void> {
  if (kept.length === 0) return;
  await sql`
    insert into kept_withdrawals (workspace_id, hash, purpose, channel_id, way, at, kept_at)
    select ${workspaceId}, k.hash, k.purpose, k."channelId", k.way, k.at, k."keptAt"
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
           as k (hash text, purpose text, "channelId" uuid, way text, at timestamptz, "keptAt" timestamptz)
    on conflict on constraint kept_withdrawals_once do update
       set at = greatest(kept_withdrawals.at, excluded.at), kept_at = excluded.kept_at`.execute(tx);
}

/** Whether anything is kept at all: mostly nothing is, and then nothing more is asked. */
export async function hasKeptWithdrawals(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from kept_withdrawals where workspace_id = ${workspaceId}) as has`.execute(
    tx,
  );
  return rows[0]?.has ?? false;
}

export async function findKeptWithdrawals(
  tx: Tx,
  workspaceId: WorkspaceId,
  hashes: readonly string[],
): Promise<KeptWithdrawal[]> {
  const { rows } = await sql<KeptWithdrawal>`
    select hash, purpose, channel_id as "channelId", way, at, kept_at as "keptAt" from kept_withdrawals
     where workspace_id = ${workspaceId} and hash = any(${[...hashes]}::text[])`.execute(tx);
  return rows;
}
