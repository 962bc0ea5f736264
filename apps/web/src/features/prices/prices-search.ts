import { SPENDING_PARTS, type SpendingPartName } from "@galka/contract/json/prices/prices";

export const PRICE_TABS = ["month", "spending", "budgets", "meta", "whatIf", "tariffs"] as const;
export type PriceTab = (typeof PRICE_TABS)[number];

export const PERIODS = ["thisMonth", "lastMonth", "7", "30", "90"] as const;
export type PeriodName = (typeof PERIODS)[number];

/** What the page's address says: a link shows a colleague the same figures. */
export type PricesSearch = {
  readonly tab?: Exclude<PriceTab, "month">;
  readonly by?: SpendingPartName;
  readonly period?: Exclude<PeriodName, "thisMonth">;
  readonly differing?: true;
};

/** Reads the address; what is not understood is left out. */
export function readPricesSearch(search: Record<string, unknown>): PricesSearch {
  const tab = PRICE_TABS.find((it) => it === search["tab"]);
  const by = SPENDING_PARTS.find((it) => it === search["by"]);
  const period = PERIODS.find((it) => it === String(search["period"]));
  return {
    ...(tab && tab !== "month" ? { tab } : {}),
    ...(by ? { by } : {}),
    ...(period && period !== "thisMonth" ? { period } : {}),
    ...(search["differing"] === true ? { differing: true } : {}),
  };
}

const DAY_MS = 86_400_000;

/** The days of a period, by the calendar on the member's wall. */
export function daysOfPeriod(
  name: PeriodName,
  now: Date,
): { readonly from: string; readonly to: string } {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const month = (back: number) => Date.UTC(now.getFullYear(), now.getMonth() - back, 1);
  if (name === "thisMonth") return { from: iso(month(0)), to: iso(today) };
  if (name === "lastMonth") return { from: iso(month(1)), to: iso(month(0) - DAY_MS) };
  return { from: iso(today - (Number(name) - 1) * DAY_MS), to: iso(today) };
}
