import type {
  BillGroupKey,
  BillJson,
  BillLineJson,
  BillQuery,
  PortfolioBillingJson,
  PortfolioBillingPatch,
  RateCardJson,
  StatementJson,
  TariffChoice,
} from "../wire/bill.ts";
import type { ListJson } from "../wire/control.ts";

type Caller = <T>(verb: "GET" | "PATCH", path: string, body?: unknown) => Promise<T>;

/** The calls about money. */
export function billOf(call: Caller) {
  return {
    bill: (filter: BillQuery & { readonly by?: readonly BillGroupKey[] } = {}) =>
      call<BillJson>("GET", `/bill${query({ ...filter, by: filter.by?.join(",") })}`),
    billLines: (filter: BillQuery & { readonly after?: string; readonly limit?: number } = {}) =>
      call<ListJson<BillLineJson>>("GET", `/bill/lines${query(filter)}`),
    statement: (of: { readonly wabaId?: string; readonly month?: string } = {}) =>
      call<StatementJson>("GET", `/bill/statement${query(of)}`),
    rates: (
      of: {
        readonly tariff?: TariffChoice;
        readonly day?: string;
        readonly currency?: string;
      } = {},
    ) => call<RateCardJson>("GET", `/bill/rates${query(of)}`),
    portfolioBilling: (id: string) =>
      call<PortfolioBillingJson>("GET", `/portfolios/${id}/billing`),
    changePortfolioBilling: (id: string, patch: PortfolioBillingPatch) =>
      call<PortfolioBillingJson>("PATCH", `/portfolios/${id}/billing`, patch),
  };
}

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(Object.fromEntries(given)).toString()}`;
}
