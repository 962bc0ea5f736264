import type { BillingAccount } from "@galka/core/billing/charging/account";
import { cardAt, type RateCard } from "@galka/core/billing/cards/rate-card";
import { metaTariffAt } from "@galka/core/billing/tariffs/meta-tariffs";
import { BY_DATE } from "@galka/core/billing/tariffs/tariff-ids";
import type { OwnTariff } from "@galka/core/billing/tariffs/own-tariff";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type PriceSettings, findPriceSettings } from "@galka/postgres/stores/billing/ledger";
import { listOwnTariffs } from "@galka/postgres/stores/billing/own-tariffs";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";
import type { App } from "../../../app.ts";
import { tariffNamed } from "../booking/books.ts";
import { currenciesOf } from "./currencies-of.ts";

export type Tariffs = {
  readonly settings: PriceSettings;
  readonly own: readonly OwnTariff[];
  readonly accounts: readonly BillingAccount[];
  /** In which the tariff in force charges the accounts, the likeliest first. */
  readonly currencies: readonly string[];
};

export async function readTariffs(
  app: App,
  member: Member,
): Promise<Tariffs | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, (tx) => loadTariffs(tx, member, app.clock.now()));
}

export async function loadTariffs(tx: Tx, { workspaceId }: Member, now: Date): Promise<Tariffs> {
  return {
    settings: await findPriceSettings(tx, workspaceId),
    own: await listOwnTariffs(tx, workspaceId),
    accounts: [...(await loadPriceAccounts(tx, workspaceId)).values()],
    currencies: await currenciesOf(tx, workspaceId, now),
  };
}

/** The prices of a tariff on a day, in its own currency. */
export async function readRateCard(
  app: App,
  member: Member,
  wish: { readonly tariff: string; readonly day: string },
): Promise<RateCard | Refused<"forbidden"> | Refused<"not-found">> {
  const tariffs = await readTariffs(app, member);
  if ("refused" in tariffs) return tariffs;
  const named = tariffNamed(wish.tariff, tariffs.own);
  if (named === BY_DATE && wish.tariff !== BY_DATE) return { refused: "not-found" };
  const tariff = named === BY_DATE ? metaTariffAt(wish.day) : named;
  return cardAt(tariff.cards, tariff.currency, wish.day) ?? { refused: "not-found" };
}
