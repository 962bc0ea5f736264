import { Pause, Play, StepForward, TimerReset } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhones } from "../../state/store.ts";
import { aheadBy, exactTime } from "../../text/time.ts";
import { useNow } from "../../ui/use-now.ts";
import { Block } from "../parts/Block.tsx";
import { DurationField } from "../parts/DurationField.tsx";
import { timeSpan } from "../parts/figures.ts";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { type Act, useAct } from "../parts/use-act.ts";
import { SetTime } from "./SetTime.tsx";

const SPEEDS = [1, 60, 600, 3_600, 86_400] as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const JUMPS = [
  MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  DAY_MS,
  7 * DAY_MS,
  30 * DAY_MS,
] as const;
const STEPS = [1, 10, 100] as const;

/** The emulator's time: what it is, what waits, and every way to move it. */
export function ClockPanel() {
  const { t, i18n } = useTranslation();
  const act = useAct();
  const move = (patch: object) => act("PATCH", "clock", patch);
  const clock = usePhones((phones) => phones.clock);
  const now = useNow(250);
  const real = aheadBy(clock.offsetMs) === null && clock.speed === 1 && !clock.frozen;
  return (
    <PanelFrame
      title={t("bench.clock")}
      lead={t("clock.lead")}
      actions={
        <button
          type="button"
          className="btn"
          disabled={real}
          onClick={() => {
            if (clock.frozen) move({ frozen: false });
            if (clock.speed !== 1) move({ speed: 1 });
            move({ offsetMs: 0 });
          }}
        >
          <TimerReset size={16} aria-hidden /> {t("clock.real")}
        </button>
      }
    >
      <p className="text-[28px]/9 font-semibold">
        <time dateTime={new Date(now).toISOString()}>{exactTime(now, i18n.language)}</time>
      </p>
      <Block title={t("clock.running")}>
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            className={`btn ${clock.frozen ? "btn-primary" : ""}`}
            onClick={() => move({ frozen: !clock.frozen })}
          >
            {clock.frozen ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
            {clock.frozen ? t("clock.run") : t("clock.freeze")}
          </button>
          <fieldset className="flex flex-wrap gap-1.5" aria-label={t("clock.speed")}>
            {SPEEDS.map((speed) => (
              <button
                key={speed}
                type="button"
                aria-pressed={clock.speed === speed}
                className="btn aria-pressed:border-blue aria-pressed:text-blue-ink"
                onClick={() => move({ speed })}
              >
                {t(`clock.speeds.${speed}`)}
              </button>
            ))}
          </fieldset>
        </div>
      </Block>
      <Waiting nextAt={clock.nextAt} now={now} onStep={(steps) => move({ steps })} />
      <Block title={t("clock.advance")}>
        <div className="flex flex-wrap gap-1.5">
          {JUMPS.map((advanceMs) => (
            <button
              key={advanceMs}
              type="button"
              className="btn"
              onClick={() => move({ advanceMs })}
            >
              + {timeSpan(advanceMs, i18n.language)}
            </button>
          ))}
        </div>
        <OwnJump act={act} />
      </Block>
      <SetTime now={now} onSet={(at) => move({ now: at })} />
    </PanelFrame>
  );
}

type WaitingProps = {
  readonly nextAt: string | null;
  readonly now: number;
  readonly onStep: (steps: number) => void;
};

/** What becomes due next, and going there. */
function Waiting({ nextAt, now, onStep }: WaitingProps) {
  const { t, i18n } = useTranslation();
  const at = nextAt === null ? null : Date.parse(nextAt);
  return (
    <Block
      title={t("clock.next")}
      note={
        at === null
          ? t("clock.nothingWaits")
          : t("clock.nextIn", {
              at: exactTime(at, i18n.language),
              span: timeSpan(Math.max(0, at - now), i18n.language),
            })
      }
    >
      <div className="flex flex-wrap gap-1.5">
        {STEPS.map((steps) => (
          <button
            key={steps}
            type="button"
            className="btn"
            disabled={nextAt === null}
            onClick={() => onStep(steps)}
          >
            <StepForward size={16} aria-hidden /> {t("clock.steps", { count: steps })}
          </button>
        ))}
      </div>
    </Block>
  );
}

function OwnJump({ act }: { readonly act: Act }) {
  const { t } = useTranslation();
  const [ms, setMs] = useState(12 * HOUR_MS);
  return (
    <form
      className="mt-3 flex max-w-sm flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        act("PATCH", "clock", { advanceMs: ms });
      }}
    >
      <DurationField label={t("clock.ownSpan")} ms={ms} onChange={setMs} />
      <button type="submit" className="btn">
        {t("clock.go")}
      </button>
    </form>
  );
}
