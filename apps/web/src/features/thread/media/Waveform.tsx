import { useTranslation } from "react-i18next";
import { playTime } from "../../../i18n/numbers.ts";
import { PEAK_COUNT } from "./peaks.ts";

type Props = {
  /** Null until it is known: then a level line. */
  readonly peaks: readonly number[] | null;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly onSeek: (ms: number) => void;
};

const HEIGHT = 24;
const STEP = 4;
const LEVEL = Array.from({ length: PEAK_COUNT }, () => 0);

/** The shape of a recording, filled as far as it has been heard; a slider lies over it. */
export function Waveform({ peaks, positionMs, durationMs, onSeek }: Props) {
  const { t } = useTranslation();
  const share = durationMs > 0 ? positionMs / durationMs : 0;
  return (
    <div className="relative h-6">
      <svg
        viewBox={`0 0 ${PEAK_COUNT * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-6 w-full"
      >
        {(peaks ?? LEVEL).map((peak, index) => {
          const height = Math.max(3, peak * HEIGHT);
          return (
            <rect
              // oxlint-disable-next-line react/no-array-index-key -- a bar is its place
              key={index}
              x={index * STEP + 0.75}
              y={(HEIGHT - height) / 2}
              width={2.5}
              height={height}
              rx={1.25}
              className={index / PEAK_COUNT < share ? "fill-blue" : "fill-edge"}
            />
          );
        })}
      </svg>
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.round(durationMs))}
        step={100}
        value={Math.round(positionMs)}
        disabled={durationMs <= 0}
        aria-label={t("player.position")}
        aria-valuetext={`${playTime(positionMs)} / ${playTime(durationMs)}`}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        className="absolute inset-0 h-6 w-full cursor-pointer opacity-0 focus-visible:opacity-40"
      />
    </div>
  );
}
