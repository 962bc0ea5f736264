import type { CampaignPlanJson } from "@galka/contract/json/campaigns/plan";
import { waveSize } from "@galka/core/campaigns/first-wave";
import { useTranslation } from "react-i18next";
import { Select } from "../../../../ui/controls/Select.tsx";
import { USUAL_WAVE } from "../../empty-draft.ts";
import { useFigures } from "../../use-figures.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { LimitFields } from "./LimitFields.tsx";
import { NumberField } from "./NumberField.tsx";
import { Checkbox } from "../../../../ui/controls/Checkbox.tsx";

type Props = { readonly edited: EditedCampaign; readonly reaches: number | null };
type Wave = NonNullable<CampaignPlanJson["firstWave"]>;

const ON_GOOD = ["go", "wait"] as const;
const ON_BAD = ["stop", "wait"] as const;

/** A share that goes first, what it is given time for, and what follows from it. */
export function WaveFields({ edited: { draft, plan }, reaches }: Props) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const { firstWave, messages } = draft.plan;
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={t("campaigns.wave.use")}
        checked={firstWave !== null}
        onChange={(checked) => plan({ firstWave: checked ? USUAL_WAVE : null })}
      />
      {firstWave === null ? (
        messages.length > 1 ? (
          <p className="text-list text-amber">{t("campaigns.problem.test-without-wave")}</p>
        ) : null
      ) : (
        <>
          <Fields wave={firstWave} onChange={(wave) => plan({ firstWave: wave })} />
          {reaches === null ? null : (
            <p className="text-list text-ink-2">
              {t("campaigns.wave.size", {
                first: count(waveSize(reaches, firstWave.percent)),
                all: count(reaches),
              })}
            </p>
          )}
          <LimitFields wave={firstWave} onChange={(wave) => plan({ firstWave: wave })} />
        </>
      )}
    </div>
  );
}

type FieldsProps = { readonly wave: Wave; readonly onChange: (wave: Wave) => void };

function Fields({ wave, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-3 narrow:grid-cols-2">
      <NumberField
        label={t("campaigns.wave.percent")}
        value={wave.percent}
        least={0.1}
        most={50}
        step={0.1}
        onChange={(percent) => onChange({ ...wave, percent })}
      />
      <NumberField
        label={t("campaigns.wave.wait")}
        value={wave.waitMinutes}
        least={1}
        most={7 * 24 * 60}
        step={1}
        onChange={(waitMinutes) => onChange({ ...wave, waitMinutes })}
      />
      <div className="flex flex-col gap-1">
        <span className="text-list font-medium text-ink-2">{t("campaigns.wave.onGood")}</span>
        <Select
          className="field"
          label={t("campaigns.wave.onGood")}
          options={ON_GOOD.map((value) => ({ value, name: t(`campaigns.wave.good.${value}`) }))}
          value={wave.onGood}
          onChange={(onGood) => onChange({ ...wave, onGood })}
        />
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-list font-medium text-ink-2">{t("campaigns.wave.onBad")}</span>
        <Select
          className="field"
          label={t("campaigns.wave.onBad")}
          options={ON_BAD.map((value) => ({ value, name: t(`campaigns.wave.bad.${value}`) }))}
          value={wave.onBad}
          onChange={(onBad) => onChange({ ...wave, onBad })}
        />
      </div>
    </div>
  );
}
