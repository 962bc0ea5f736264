import { clockTime, dayAndTime, exactTime, listTime } from "../../i18n/dates.ts";
import { useDayWords, useLocale } from "../../i18n/use-locale.ts";
import { useNow } from "../../sync/use-now.ts";

type Props = {
  readonly at: string;
  /** `clock` 10:02 · `list` as short as a row allows · `day` with the date when it is not today. */
  readonly as: "clock" | "list" | "day";
  readonly className?: string;
};

/** A moment, as short as its place allows, with the whole of it on hover. */
export function Moment({ at, as, className }: Props) {
  const locale = useLocale();
  const words = useDayWords();
  const now = useNow("halfMinute");
  const date = new Date(at);
  const text = {
    clock: () => clockTime(locale, date),
    list: () => listTime(locale, now, date, words),
    day: () => dayAndTime(locale, now, date),
  }[as]();
  return (
    <time dateTime={at} title={exactTime(locale, date)} className={className}>
      {text}
    </time>
  );
}
