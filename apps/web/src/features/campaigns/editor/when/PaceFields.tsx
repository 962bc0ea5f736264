import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../use-figures.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { NumberField } from "./NumberField.tsx";
import { Checkbox } from "../../../../ui/controls/Checkbox.tsx";

type Props = { readonly edited: EditedCampaign; readonly forecast: CampaignForecastJson | null };

const USUAL_PACE = 60;

/** How fast it goes, and whether those whom Meta has put off are tried once more. */
export function PaceFields({ edited: { draft, plan }, forecast }: Props) {
  const { t } = useTranslation();
  const { speed } = useFigures();
  const { perMinute, triesLater } = draft.plan;
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={t("campaigns.pace.slower")}
        checked={perMinute !== null}
        onChange={(checked) => plan({ perMinute: checked ? USUAL_PACE : null })}
      />
      {perMinute === null ? null : (
        <div className="max-w-60">
          <NumberField
            label={t("campaigns.pace.perMinute")}
            value={perMinute}
            least={1}
            most={60_000}
            step={1}
            onChange={(pace) => plan({ perMinute: pace })}
          />
        </div>
      )}
      {forecast === null ? null : (
        <p className="text-list text-ink-2">
          {t("campaigns.pace.told", { speed: speed(forecast.perSecond) })}
        </p>
      )}
      <Checkbox
        label={t("campaigns.pace.triesLater")}
        checked={triesLater}
        onChange={(checked) => plan({ triesLater: checked })}
      />
    </div>
  );
}
