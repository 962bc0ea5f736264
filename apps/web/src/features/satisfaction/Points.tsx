import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";

/** How often each number of points was given, the best first, each with a bar as long as its share. */
export function Points({ distribution }: { readonly distribution: readonly number[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const most = Math.max(1, ...distribution);
  const rows = distribution.map((count, index) => ({ points: index + 1, count })).toReversed();
  return (
    <div>
      <h3 className="font-semibold">{t("satisfaction.points")}</h3>
      <p className="text-list text-ink-3">{t("satisfaction.pointsDefinition")}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {rows.map(({ points, count }) => (
          <li key={points} className="flex items-center gap-3 tabular-nums">
            <span className="w-10 shrink-0 text-list text-ink-2">
              {t("rating.of", { score: points, of: 5 })}
            </span>
            <span className="h-3 min-w-0 flex-1 rounded-full bg-surface-3" aria-hidden="true">
              <span
                className="block h-3 rounded-full bg-blue"
                style={{ width: `${(count / most) * 100}%` }}
              />
            </span>
            <span className="w-12 shrink-0 text-right">{wholeNumber(locale, count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
