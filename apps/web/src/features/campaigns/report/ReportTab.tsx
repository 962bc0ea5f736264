import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import type { CampaignReportJson } from "@galka/contract/json/campaigns/report";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Section } from "../../settings/Section.tsx";
import { saveCsv } from "../../statistics/measures.ts";
import { reportQuery } from "../campaign-queries.ts";
import { AnswersLink } from "../AnswersLink.tsx";
import { FunnelBars } from "../run/FunnelBars.tsx";
import { useFigures } from "../use-figures.ts";
import { CountryTable } from "./CountryTable.tsx";
import { HourChart } from "./HourChart.tsx";
import { PeopleDownload } from "../PeopleDownload.tsx";
import { reportCsv } from "./report-csv.ts";
import { VariantTable } from "./VariantTable.tsx";

/** What a campaign has brought, and for how much. */
export function ReportTab({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const query = useQuery(reportQuery(useApi(), campaign.id));
  if (query.isPending) return <Skeleton rows={6} kind="lines" />;
  if (query.isError && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const report = query.data;
  const csv = (
    <Button
      icon={<Download size={16} aria-hidden="true" />}
      onClick={() => saveCsv(campaign.name, reportCsv(report))}
    >
      {t("statistics.csv")}
    </Button>
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 narrow:px-8">
      <div className="mx-auto flex max-w-280 flex-col gap-4">
        <Costs report={report} />
        <Section title={t("campaigns.funnelTitle")} action={csv}>
          <FunnelBars campaignId={campaign.id} funnel={report.funnel} />
          <p className="flex flex-wrap gap-x-6">
            <AnswersLink campaign={campaign} />
            <PeopleDownload campaignId={campaign.id} />
          </p>
        </Section>
        {report.hours.length > 0 ? (
          <Section title={t("campaigns.report.hours")} lead={t("campaigns.report.hoursLead")}>
            <HourChart hours={report.hours} />
          </Section>
        ) : null}
        {report.variants.length > 1 ? (
          <Section title={t("campaigns.report.variants")}>
            <VariantTable variants={report.variants} />
          </Section>
        ) : null}
        {report.countries.length > 0 ? (
          <Section title={t("campaigns.report.countries")}>
            <CountryTable countries={report.countries} />
          </Section>
        ) : null}
      </div>
    </div>
  );
}

function Costs({ report: { costs, funnel } }: { readonly report: CampaignReportJson }) {
  const { t } = useTranslation();
  const { count, money, each } = useFigures();
  if (costs.length === 0) {
    return <p className="text-list text-ink-2">{t("campaigns.report.noCost")}</p>;
  }
  return (
    <ul className="grid gap-3 narrow:grid-cols-3">
      {costs.flatMap(({ currency, totalMinor, perReaderMicros, perAnswerMicros, freeCount }) => {
        const none = t("campaigns.report.nobody");
        const tiles = [
          ["total", money(totalMinor, currency), t("campaigns.free", { text: count(freeCount) })],
          [
            "perReader",
            perReaderMicros === null ? none : each(perReaderMicros, currency),
            t("campaigns.report.readers", { text: count(funnel.read) }),
          ],
          [
            "perAnswer",
            perAnswerMicros === null ? none : each(perAnswerMicros, currency),
            t("campaigns.report.answers", { text: count(funnel.answered) }),
          ],
        ] as const;
        return tiles.map(([what, figure, under]) => (
          <li key={`${currency} ${what}`} className="rounded-bubble border bg-surface p-4">
            <h2 className="text-list font-medium text-ink-2">{t(`campaigns.report.${what}`)}</h2>
            <p className="text-[24px]/[32px] font-semibold tabular-nums">{figure}</p>
            <p className="text-list text-ink-2">{under}</p>
          </li>
        ));
      })}
    </ul>
  );
}
