import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { SKIPS } from "@galka/core/campaigns/recipient";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";

/** Why people of a campaign failed or were left out, in words. */
export function useProblemWords(campaign: CampaignJson): (problem: string) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (problem) => {
    const skip = SKIPS.find((it) => it === problem);
    if (skip) return t(`campaigns.skip.${skip}`);
    const failure = campaign.failures.find((it) => it.problem === problem);
    return failure?.explanation?.[locale] ?? problem;
  };
}
