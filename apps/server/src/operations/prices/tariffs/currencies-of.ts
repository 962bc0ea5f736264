import { unknownAccount } from "@galka/core/billing/charging/account";
import { chargedCurrencies } from "@galka/core/billing/charging/charged-currencies";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { openBooks } from "../booking/books.ts";

/** In which currencies the tariff in force charges the workspace's accounts, or that one; the likeliest first. */
export async function currenciesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  wabaId: string | null = null,
): Promise<readonly string[]> {
  const { choice, accounts } = await openBooks(tx, workspaceId);
  const asked =
    wabaId === null ? [...accounts.values()] : [accounts.get(wabaId) ?? unknownAccount(wabaId)];
  const inOrder = asked.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return chargedCurrencies(now, choice, inOrder);
}
