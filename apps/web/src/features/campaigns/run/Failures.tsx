import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../api/use-deed.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { Section } from "../../settings/Section.tsx";
import { campaignQuery } from "../campaign-queries.ts";
import { useFigures } from "../use-figures.ts";

/** Why people failed, the most frequent first; each cause with what is known of it and whether it may be tried again. */
export function Failures({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  return (
    <Section title={t("campaigns.failures.title")} lead={t("campaigns.failures.lead")}>
      <ul className="flex flex-col divide-y">
        {campaign.failures.map((failure) => (
          <FailureLine key={failure.problem} campaign={campaign} failure={failure} />
        ))}
      </ul>
    </Section>
  );
}

type LineProps = {
  readonly campaign: CampaignJson;
  readonly failure: CampaignJson["failures"][number];
};

function FailureLine({ campaign, failure }: LineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { count } = useFigures();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const { problem, code, explanation, advice, again } = failure;
  const mayRetry = campaign.can.includes("retry") && (again === "now" || again === "later");

  function retry(): void {
    void run(async () => {
      const { count: people } = await api("retryCampaign", {
        params: { id: campaign.id },
        body: { problems: [problem] },
      });
      toasts.add({
        title: t("campaigns.failures.retried", { count: people, text: count(people) }),
      });
      await queryClient.invalidateQueries(campaignQuery(api, campaign.id));
    });
  }

  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-50 flex-1">
          {explanation?.[locale] ?? t("campaigns.failures.unexplained")}{" "}
          {code === null ? null : <span className="font-mono text-meta text-ink-2">{code}</span>}
        </p>
        <Link
          to="/campaigns/$campaignId"
          params={{ campaignId: campaign.id }}
          search={{ tab: "people", state: "failed", problem }}
          className="link inline-flex min-h-6 items-center font-medium tabular-nums"
        >
          {t("campaigns.people", { count: failure.count, text: count(failure.count) })}
        </Link>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-list text-ink-2">
        <span className="min-w-50 flex-1">
          {advice?.[locale]} {t(`campaigns.again.${again}`)}
        </span>
        {mayRetry ? (
          <Button busy={busy} icon={<RotateCw size={16} aria-hidden="true" />} onClick={retry}>
            {t("campaigns.failures.retry")}
          </Button>
        ) : null}
      </div>
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
    </li>
  );
}
