import { useTranslation } from "react-i18next";
import { dayLabel } from "../text/time.ts";
import { useNow } from "../ui/use-now.ts";

/** The day that the messages below it were sent on. */
export function DayLabel({ at }: { readonly at: number }) {
  const { t, i18n } = useTranslation();
  const now = useNow(60_000);
  const day = dayLabel(now, at, i18n.language);
  return (
    <li className="my-3 flex justify-center">
      <span className="rounded-full bg-surface-3 px-3 py-1 text-meta font-medium text-ink-2 first-letter:uppercase">
        {day.kind === "date" ? day.text : t(`day.${day.kind}`)}
      </span>
    </li>
  );
}
