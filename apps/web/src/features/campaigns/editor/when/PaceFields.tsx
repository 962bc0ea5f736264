import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useTranslation } from "react-i18next";
import { useFigures } from "../../use-figures.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { NumberField } from "./NumberField.tsx";

type Props = { readonly edited: EditedCampaign; readonly forecast: CampaignForecastJson | null };

const USUAL_PACE = 60;

/** How fast it goes, and whether those whom Meta has put off are tried once more. */
export function PaceFields({ edited: { draft, plan }, forecast }: Props) {
  const { t } = useTranslation();
  const { speed } = useFigures();
  const { perMinute, triesLater } = draft.plan;
  return (
    <div className="flex flex-col gap-3">
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={perMinute !== null}
          onChange={({ target }) => plan({ perMinute: target.checked ? USUAL_PACE : null })}
        />
        {t("campaigns.pace.slower")}
      </label>
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
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={triesLater}
          onChange={({ target }) => plan({ triesLater: target.checked })}
        />
        {t("campaigns.pace.triesLater")}
      </label>
    </div>
  );
}
