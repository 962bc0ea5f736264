import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import {
  listStaleAccounts,
  loadPriceAccounts,
  savePriceAccount,
} from "@galka/postgres/stores/billing/price-accounts";
import { lockLedger, noteRebooking } from "@galka/postgres/stores/billing/ledger";
import type { App } from "../../../app.ts";
import { openNumber } from "../../channels/open-number.ts";
import { enqueueRebooking } from "../booking/rebook.ts";

const DAY_MS = 86_400_000;

/**
 * Asks every account, once a day, what its prices depend on: currency, time
 * zone, where the business is. What cannot be asked stays as it was.
 */
export async function refreshAccounts(app: App, signal: AbortSignal): Promise<void> {
  const places = await listDirectory(app.db);
  const workspaces = new Set(places.map(({ workspaceId }) => workspaceId));
  for (const workspaceId of workspaces) {
    if (signal.aborted) return;
    await refreshWorkspace(app, workspaceId);
  }
}

export async function refreshWorkspace(app: App, workspaceId: WorkspaceId): Promise<void> {
  const since = new Date(app.clock.now().getTime() - DAY_MS);
  const stale = await inWorkspace(app.db, workspaceId, (tx) =>
    listStaleAccounts(tx, workspaceId, since),
  );
  for (const { channelId } of stale) {
    try {
      await refreshAccount(app, workspaceId, channelId);
    } catch (error) {
      app.log.warn({ channelId, error }, "An account could not be asked for its prices");
    }
  }
}

async function refreshAccount(app: App, workspaceId: WorkspaceId, channelId: string) {
  const access = await openNumber(app, { workspaceId, channelId: idOf(channelId) });
  if (!access) return;
  const account = await app.gateways("whatsapp").readBillingAccount(access);
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = (await loadPriceAccounts(tx, workspaceId)).get(account.id);
    await savePriceAccount(tx, workspaceId, account, now);
    if (before && outline(before) === outline(account)) return;
    // What was booked of this month was booked by another calendar or currency.
    await lockLedger(tx, workspaceId, now);
    await noteRebooking(tx, workspaceId, monthBefore(now));
    await enqueueRebooking(tx, workspaceId);
  });
}

function outline({ currency, timeZone, country, internationalFromMs }: Outlined): string {
  return JSON.stringify([currency, timeZone, country, internationalFromMs]);
}

type Outlined = {
  readonly currency: string;
  readonly timeZone: string;
  readonly country: string | null;
  readonly internationalFromMs: number | null;
};

/** Early enough for the month to have begun in every time zone. */
function monthBefore(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1) - DAY_MS);
}
