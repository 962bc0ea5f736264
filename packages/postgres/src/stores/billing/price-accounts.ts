import type { BillingAccount } from "@galka/core/billing/charging/account";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

type Kept = Omit<BillingAccount, "id" | "internationalExceptions"> & {
  readonly internationalExceptions: readonly (readonly [string, number])[];
};

/** What is known of the workspace's accounts, by their id. */
export async function loadPriceAccounts(
  tx: Tx,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, BillingAccount>> {
  const { rows } = await sql<{ id: string; account: Kept }>`
    select waba_id as id, account from price_accounts
     where workspace_id = ${workspaceId}`.execute(tx);
  return new Map(
    rows.map(({ id, account }) => [
      id,
      { ...account, id, internationalExceptions: new Map(account.internationalExceptions) },
    ]),
  );
}

/** Which of the workspace's accounts have not been asked since; each with one number to ask by. */
export async function listStaleAccounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<{ readonly wabaId: string; readonly channelId: string }[]> {
  const { rows } = await sql<{ wabaId: string; channelId: string }>`
    select distinct on (c.waba_id) c.waba_id as "wabaId", c.id as "channelId"
      from channels c
      left join price_accounts a on a.workspace_id = ${workspaceId} and a.waba_id = c.waba_id
     where c.workspace_id = ${workspaceId} and c.status <> 'disconnected'
       and (a.asked_at is null or a.asked_at < ${since})
     order by c.waba_id, c.id`.execute(tx);
  return rows;
}

export async function savePriceAccount(
  tx: Tx,
  workspaceId: WorkspaceId,
  account: BillingAccount,
  now: Date,
): Promise<void> {
  const { id, internationalExceptions, ...rest } = account;
  const kept: Kept = { ...rest, internationalExceptions: [...internationalExceptions] };
  await sql`
    insert into price_accounts (workspace_id, waba_id, account, asked_at)
    values (${workspaceId}, ${id}, ${jsonText(kept)}, ${now})
    on conflict (workspace_id, waba_id) do update
       set account = excluded.account, asked_at = excluded.asked_at`.execute(tx);
}
