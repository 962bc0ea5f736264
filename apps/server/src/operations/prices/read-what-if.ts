import { openBill } from "@galka/core/billing/charging/book-history";
import type { DayTariff } from "@galka/core/billing/charging/terms";
import { BY_DATE } from "@galka/core/billing/tariffs/tariff-ids";
import type { OwnTariff } from "@galka/core/billing/tariffs/own-tariff";
import type { Period } from "@galka/core/figures/period";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { listOwnTariffs } from "@galka/postgres/stores/billing/own-tariffs";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";
import type { App } from "../../app.ts";
import { tariffNamed } from "./booking/books.ts";
import { historyBefore, readHistory } from "./booking/read-history.ts";

export type WhatIfWish = { readonly period: Period; readonly tariffs: readonly string[] };

type Sum = {
  readonly category: string;
  readonly currency: string;
  readonly messageCount: number;
  readonly chargedCount: number;
  readonly amountMicros: number;
};

export type WhatIf = {
  readonly messageCount: number;
  readonly tariffs: readonly {
    readonly tariff: string;
    readonly totals: readonly Omit<Sum, "category" | "messageCount">[];
    readonly categories: readonly Sum[];
  }[];
};

/**
 * What the same deliveries would have cost under other tariffs, side by side.
 *
 * The history is read once, in order, and each tariff keeps its own bill: what
 * is free of a month is counted from the first day of the first month on.
 */
export async function readWhatIf(
  app: App,
  member: Member,
  wish: WhatIfWish,
): Promise<WhatIf | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const own = await listOwnTariffs(tx, workspaceId);
    const named = wish.tariffs.map((name) => ({ name, choice: tariffNamed(name, own) }));
    if (named.some(({ name, choice }) => isUnknown(name, choice, own))) {
      return { refused: "not-found" } as const;
    }
    const accounts = await loadPriceAccounts(tx, workspaceId);
    const bills = named.map(({ name, choice }) => ({
      name,
      bill: openBill(choice, accounts),
      sums: new Map<string, Sum>(),
    }));
    let messageCount = 0;
    for await (const { delivery, day } of readHistory(
      tx,
      workspaceId,
      historyBefore(wish.period.from),
    )) {
      if (day > wish.period.to) break;
      const counts = day >= wish.period.from && day <= wish.period.to;
      if (counts) messageCount += 1;
      for (const { bill, sums } of bills) {
        const line = bill.book(delivery);
        if (counts) add(sums, line.category, line);
      }
    }
    return { messageCount, tariffs: bills.map(({ name, sums }) => told(name, [...sums.values()])) };
  });
}

function isUnknown(name: string, choice: DayTariff, own: readonly OwnTariff[]): boolean {
  return choice === BY_DATE && name !== BY_DATE && !own.some(({ id }) => id === name);
}

function add(
  sums: Map<string, Sum>,
  category: string,
  { currency, amountMicros }: { readonly currency: string; readonly amountMicros: number },
): void {
  const key = `${category} ${currency}`;
  const known = sums.get(key);
  sums.set(key, {
    category,
    currency,
    messageCount: (known?.messageCount ?? 0) + 1,
    chargedCount: (known?.chargedCount ?? 0) + (amountMicros > 0 ? 1 : 0),
    amountMicros: (known?.amountMicros ?? 0) + amountMicros,
  });
}

function told(tariff: string, categories: readonly Sum[]): WhatIf["tariffs"][number] {
  const totals = new Map<string, Sum>();
  for (const { currency, chargedCount, amountMicros } of categories) {
    const known = totals.get(currency);
    totals.set(currency, {
      category: "",
      messageCount: 0,
      currency,
      chargedCount: (known?.chargedCount ?? 0) + chargedCount,
      amountMicros: (known?.amountMicros ?? 0) + amountMicros,
    });
  }
  return {
    tariff,
    totals: [...totals.values()].map(({ currency, chargedCount, amountMicros }) => ({
      currency,
      chargedCount,
      amountMicros,
    })),
    categories: categories.toSorted((one, other) => other.amountMicros - one.amountMicros),
  };
}
