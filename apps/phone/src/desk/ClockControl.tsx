import { Clock, Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClockPatch } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { usePhones } from "../state/store.ts";
import { aheadBy, exactTime } from "../text/time.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { useNow } from "../ui/use-now.ts";

const HOUR_MS = 3_600_000;
const STEPS = [1, 23, 24] as const;

/** What time it is in the emulator, and ways to move it: windows close, retries fall due. */
export function ClockControl({ folded }: { readonly folded: boolean }) {
  const { t, i18n } = useTranslation();
  const { attempt, moveClock } = useActions();
  const clock = usePhones((phones) => phones.clock);
  const now = useNow(1_000);
  const move = (patch: ClockPatch) => attempt(() => moveClock(patch));
  return (
    <div
      className={`flex items-center gap-2 sm:flex-none ${folded ? "min-w-0 max-sm:flex-1" : "max-sm:w-full max-sm:flex-wrap"}`}
    >
      <Clock size={18} aria-hidden className="text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <span className="sr-only">{t("clock.now")} </span>
          <time dateTime={new Date(now).toISOString()}>{exactTime(now, i18n.language)}</time>
        </p>
        <Ahead offsetMs={clock.offsetMs} frozen={clock.frozen} />
      </div>
      <IconButton
        className={folded ? "max-sm:hidden" : ""}
        icon={clock.frozen ? Play : Pause}
        label={clock.frozen ? t("clock.run") : t("clock.freeze")}
        onClick={() => move({ frozen: !clock.frozen })}
      />
      <fieldset
        aria-label={t("clock.advance")}
        className={`flex items-center gap-1 max-sm:flex-wrap ${folded ? "max-sm:hidden" : ""}`}
      >
        {STEPS.map((hours) => (
          <button
            key={hours}
            type="button"
            className="btn flex-none"
            onClick={() => move({ advanceMs: hours * HOUR_MS })}
          >
            {t("clock.plus", { hours })}
            <span className="sr-only">: {t("clock.advanceHours", { count: hours })}</span>
          </button>
        ))}
        <Custom onMove={(advanceMs) => move({ advanceMs })} />
      </fieldset>
      {aheadBy(clock.offsetMs) !== null && (
        <button
          type="button"
          className={`btn flex-none ${folded ? "max-sm:hidden" : ""}`}
          onClick={() => move({ offsetMs: 0 })}
        >
          {t("clock.real")}
        </button>
      )}
    </div>
  );
}

function Ahead({ offsetMs, frozen }: { readonly offsetMs: number; readonly frozen: boolean }) {
  const { t } = useTranslation();
  const ahead = aheadBy(offsetMs);
  const words = frozen
    ? t("clock.frozen")
    : ahead === null
      ? t("clock.same")
      : t(offsetMs > 0 ? "clock.ahead" : "clock.behind", {
          hours: Math.abs(ahead.hours),
          minutes: Math.abs(ahead.minutes),
        });
  return <p className="text-meta text-ink-3">{words}</p>;
}

/** Any number of minutes. */
function Custom({ onMove }: { readonly onMove: (ms: number) => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState("");
  const wanted = Number(minutes);
  const valid = minutes !== "" && Number.isFinite(wanted) && wanted > 0;
  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        onMove(wanted * 60_000);
        setMinutes("");
      }}
    >
      <input
        type="number"
        min={1}
        inputMode="numeric"
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
        aria-label={t("clock.minutes")}
        placeholder={t("clock.minutesShort")}
        className="field min-h-9! w-20! px-2! py-1!"
      />
      <button type="submit" className="btn flex-none" disabled={!valid}>
        {t("clock.go")}
      </button>
    </form>
  );
}
