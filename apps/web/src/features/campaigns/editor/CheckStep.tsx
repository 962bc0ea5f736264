import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Section } from "../../settings/Section.tsx";
import { CostTable } from "./check/CostTable.tsx";
import { ForecastPicture } from "./check/ForecastPicture.tsx";
import { LaunchSection } from "./check/LaunchSection.tsx";
import { ProblemList } from "./check/ProblemList.tsx";
import { TestSend } from "./check/TestSend.tsx";
import { Skips } from "./Skips.tsx";
import type { EditedCampaign } from "./use-campaign-draft.ts";
import type { useForecast } from "./use-forecast.ts";

type Props = {
  readonly campaign: CampaignJson;
  readonly edited: EditedCampaign;
  readonly variant: number;
  readonly told: ReturnType<typeof useForecast>;
};

/** The last look: what it would do, what it costs, what stands in its way, and the button. */
export function CheckStep({ campaign, edited, variant, told }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { forecast, error } = told;
  if (forecast === null) {
    return error === null ? (
      <Skeleton rows={6} kind="lines" />
    ) : (
      <Notice tone="bad">{words(error)}</Notice>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <ProblemList
        campaignId={campaign.id}
        channelId={edited.draft.channelId}
        problems={forecast.problems}
      />
      <Section title={t("campaigns.check.when")} lead={t("campaigns.check.whenLead")}>
        <ForecastPicture forecast={forecast} />
      </Section>
      <Section title={t("campaigns.check.who")}>
        <Skips forecast={forecast} />
      </Section>
      <Section title={t("campaigns.check.cost")} lead={t("campaigns.check.costLead")}>
        <CostTable cost={forecast.cost} />
      </Section>
      <Section title={t("campaigns.check.test")} lead={t("campaigns.check.testLead")}>
        <TestSend campaignId={campaign.id} edited={edited} variant={variant} />
      </Section>
      <LaunchSection campaign={campaign} edited={edited} told={told} />
    </div>
  );
}
