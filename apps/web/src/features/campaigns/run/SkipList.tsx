import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Section } from "../../settings/Section.tsx";
import { useFigures } from "../use-figures.ts";

/** Why people of the audience were not written to. */
export function SkipList({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  return (
    <Section title={t("campaigns.skipsTitle")}>
      <ul className="flex flex-col divide-y">
        {campaign.skips.map(({ reason, count: people }) => (
          <li key={reason} className="flex items-baseline gap-3 py-1.5">
            <span className="flex-1">{t(`campaigns.skip.${reason}`)}</span>
            <Link
              to="/campaigns/$campaignId"
              params={{ campaignId: campaign.id }}
              search={{ tab: "people", state: "skipped", problem: reason }}
              className="link min-h-6 tabular-nums"
            >
              {count(people)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
