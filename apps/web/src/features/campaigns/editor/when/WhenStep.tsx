import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useTranslation } from "react-i18next";
import { Section } from "../../../settings/Section.tsx";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { PaceFields } from "./PaceFields.tsx";
import { SequenceFields } from "./SequenceFields.tsx";
import { StartFields } from "./StartFields.tsx";
import { WaveFields } from "./WaveFields.tsx";

type Props = { readonly edited: EditedCampaign; readonly forecast: CampaignForecastJson | null };

/** When the first message goes, how fast the others follow, and what comes after. */
export function WhenStep({ edited, forecast }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      <Section title={t("campaigns.when.title")} lead={t("campaigns.when.lead")}>
        <StartFields edited={edited} />
      </Section>
      <Section title={t("campaigns.wave.title")} lead={t("campaigns.wave.lead")}>
        <WaveFields edited={edited} reaches={forecast?.reaches ?? null} />
      </Section>
      <Section title={t("campaigns.pace.title")} lead={t("campaigns.pace.lead")}>
        <PaceFields edited={edited} forecast={forecast} />
      </Section>
      <Section title={t("campaigns.sequence.title")} lead={t("campaigns.sequence.lead")}>
        <SequenceFields edited={edited} />
      </Section>
    </div>
  );
}
