import { useTranslation } from "react-i18next";
import type { Ticks as TicksJson } from "@galka/emulator/wire/control";
import { Ticks } from "../bubbles/Ticks.tsx";
import { clockTime, exactTime } from "../text/time.ts";

type Props = {
  readonly at: string;
  readonly ticks: TicksJson | null;
  readonly edited?: boolean;
  readonly mine: boolean;
};

/** When a message was sent and how far it has come. */
export function Meta({ at, ticks, edited = false, mine }: Props) {
  const { t, i18n } = useTranslation();
  const time = Date.parse(at);
  return (
    <p
      className={`-mt-0.5 flex px-0.5 items-center justify-end gap-1 text-meta ${mine ? "text-meta-out" : "text-ink-3"}`}
    >
      {edited && <span>{t("message.edited")}</span>}
      <time dateTime={at} title={exactTime(time, i18n.language)}>
        {clockTime(time, i18n.language)}
      </time>
      {ticks && <Ticks ticks={ticks} />}
    </p>
  );
}
