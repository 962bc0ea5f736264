import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import { AnswersLink } from "../AnswersLink.tsx";
import { Failures } from "./Failures.tsx";
import { FunnelBars } from "./FunnelBars.tsx";
import { HoldNotice } from "./HoldNotice.tsx";
import { MoveList } from "./MoveList.tsx";
import { SpeedSection } from "./SpeedSection.tsx";
import { SkipList } from "./SkipList.tsx";
import { TestResult } from "./TestResult.tsx";
import { WaveVerdict } from "./WaveVerdict.tsx";

/** How a campaign goes: what holds it, its funnel, its speed, what failed, and what was decided. */
export function CourseTab({ campaign }: { readonly campaign: CampaignJson }) {
  const { t } = useTranslation();
  const { state, wave, test, failures, skips, steps, funnel } = campaign;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 narrow:px-8">
      <div className="mx-auto flex max-w-280 flex-col gap-4">
        <HoldNotice campaign={campaign} />
        {state === "approval" ? (
          <Notice tone="info">
            {t(campaign.can.includes("approve") ? "campaigns.approveWords" : "campaigns.waitWords")}
          </Notice>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <Section title={t("campaigns.funnelTitle")}>
              <FunnelBars campaignId={campaign.id} funnel={funnel} />
              <AnswersLink campaign={campaign} />
            </Section>
            {steps.length > 1
              ? steps
                  .filter(({ step }) => step > 0)
                  .map((it) => (
                    <Section
                      key={it.step}
                      title={t("campaigns.sequence.step", { number: it.step })}
                    >
                      <FunnelBars campaignId={campaign.id} funnel={it} />
                    </Section>
                  ))
              : null}
            {failures.length > 0 ? <Failures campaign={campaign} /> : null}
            {skips.length > 0 ? <SkipList campaign={campaign} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <SpeedSection campaign={campaign} />
            {wave === null ? null : <WaveVerdict wave={wave} campaign={campaign} />}
            {test === null ? null : <TestResult test={test} />}
            <MoveList campaign={campaign} />
          </div>
        </div>
      </div>
    </div>
  );
}
