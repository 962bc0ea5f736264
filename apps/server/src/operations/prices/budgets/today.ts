import { dayTeller } from "@galka/core/billing/charging/day-of";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";

/** The day that it is by the clock of the workspace's first account, by which Meta bills; UTC's while none is known. */
export async function todayOf(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<string> {
  const accounts = await loadPriceAccounts(tx, workspaceId);
  const [first] = [...accounts.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return dayTeller()(first?.timeZone ?? "UTC", now.getTime());
}
