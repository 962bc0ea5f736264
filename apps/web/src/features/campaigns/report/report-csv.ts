import type { FunnelJson } from "@galka/contract/json/campaigns/campaign";
import type { CampaignReportJson } from "@galka/contract/json/campaigns/report";
import { type Cell, csvOf } from "@galka/core/figures/csv";

const MEASURES = [
  "planned",
  "waiting",
  "sent",
  "delivered",
  "read",
  "tapped",
  "answered",
  "optedOut",
  "failed",
  "skipped",
  "unknown",
] as const satisfies readonly (keyof FunnelJson)[];

/** A report as one table: the whole, each rival, each country, and what it cost. Its words are those of the API. */
export function reportCsv({ funnel, variants, countries, costs }: CampaignReportJson): string {
  const figures = (of: FunnelJson): Cell[] => MEASURES.map((it) => of[it]);
  return csvOf([
    ["part", "name", ...MEASURES],
    ["campaign", "", ...figures(funnel)],
    ...variants.map((it): Cell[] => ["variant", it.templateName ?? it.templateId, ...figures(it)]),
    [],
    ["country", "sent", "delivered", "read"],
    ...countries.map((it): Cell[] => [it.country, it.sent, it.delivered, it.read]),
    [],
    ["currency", "totalMinor", "perReaderMicros", "perAnswerMicros", "freeCount"],
    ...costs.map((it): Cell[] => [
      it.currency,
      it.totalMinor,
      it.perReaderMicros,
      it.perAnswerMicros,
      it.freeCount,
    ]),
  ]);
}
