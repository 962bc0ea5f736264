import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { SKIPS } from "@galka/core/campaigns/recipient";
import { useTranslation } from "react-i18next";
import { useFigures } from "../use-figures.ts";

/** Who of an audience is written to and who is left out, as one bar and in figures. */
export function Skips({ forecast }: { readonly forecast: CampaignForecastJson }) {
  const { t } = useTranslation();
  const { count, shareOf } = useFigures();
  const { audienceCount, reaches, skips } = forecast;
  const known = SKIPS.flatMap((reason) => {
    const found = skips.find((it) => it.reason === reason);
    return found ? [{ reason, count: found.count }] : [];
  });
  return (
    <div className="mt-3 flex flex-col gap-2">
      <div aria-hidden="true" className="flex h-3 overflow-hidden rounded-full bg-surface-3">
        <span
          className="bg-blue"
          style={{ width: `${(reaches / Math.max(1, audienceCount)) * 100}%` }}
        />
      </div>
      <table className="w-full text-list tabular-nums">
        <caption className="sr-only">{t("campaigns.who.count")}</caption>
        <tbody className="divide-y">
          <tr>
            <th scope="row" className="py-1 text-left font-medium">
              {t("campaigns.who.reached")}
            </th>
            <td className="py-1 text-right font-medium">{count(reaches)}</td>
            <td className="w-20 py-1 text-right text-ink-2">{shareOf(reaches, audienceCount)}</td>
          </tr>
          {known.map(({ reason, count: left }) => (
            <tr key={reason}>
              <th scope="row" className="py-1 pr-2 text-left font-normal text-ink-2">
                {t(`campaigns.skip.${reason}`)}
              </th>
              <td className="py-1 text-right align-top">{count(left)}</td>
              <td className="py-1 text-right align-top text-ink-2">
                {shareOf(left, audienceCount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
