import type { FileJson } from "@galka/contract/json/message";
import { Mic, Music, Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { playTime } from "../../../i18n/numbers.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { FileState } from "./FileState.tsx";
import { loadPeaks } from "./peaks.ts";
import { usePlayer } from "./use-player.ts";
import { Waveform } from "./Waveform.tsx";

type Props = { readonly file: FileJson | null; readonly isVoice: boolean };

/** A recording with its own controls: play, the shape of it to move along, time, speed. */
export function AudioPlayer({ file, isVoice }: Props) {
  if (!file?.url) return <FileState file={file} size={{ width: 280, height: 48 }} />;
  return <Player url={file.url} durationMs={file.durationMs} isVoice={isVoice} />;
}

type PlayerProps = {
  readonly url: string;
  readonly durationMs: number | null;
  readonly isVoice: boolean;
};

function Player({ url, durationMs, isVoice }: PlayerProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const audio = useRef<HTMLAudioElement>(null);
  const player = usePlayer(audio, durationMs);
  const peaks = usePeaks(url, player.playing);
  const Icon = isVoice ? Mic : Music;
  const shownMs = player.positionMs > 0 ? player.positionMs : player.durationMs;

  return (
    <fieldset
      aria-label={t(isVoice ? "kind.voice" : "kind.audio")}
      className="flex w-75 max-w-full items-center gap-2 py-0.5"
    >
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a sender's recording comes without a track */}
      <audio
        ref={audio}
        src={url}
        preload={durationMs === null ? "metadata" : "none"}
        className="hidden"
      />
      <button
        type="button"
        onClick={player.toggle}
        aria-label={player.playing ? t("player.pause") : t("player.play")}
        className="grid size-10 shrink-0 place-items-center rounded-full bg-blue text-on-blue hover:bg-blue-strong pointer-coarse:size-11"
      >
        {player.playing ? (
          <Pause size={18} aria-hidden="true" fill="currentColor" />
        ) : (
          <Play size={18} aria-hidden="true" fill="currentColor" className="ml-0.5" />
        )}
      </button>
      <div className="min-w-0 flex-1">
        <Waveform
          peaks={peaks}
          positionMs={player.positionMs}
          durationMs={player.durationMs}
          onSeek={player.seek}
        />
        <p className="flex items-center gap-1 text-meta text-ink-2">
          <Icon size={12} aria-hidden="true" />
          {player.failed ? t("player.failed") : playTime(shownMs)}
        </p>
      </div>
      <button
        type="button"
        onClick={player.nextSpeed}
        aria-label={t("player.speed", {
          speed: new Intl.NumberFormat(locale).format(player.speed),
        })}
        className="min-h-6 w-10 shrink-0 rounded-full border border-edge text-meta font-medium"
      >
        {new Intl.NumberFormat(locale).format(player.speed)}×
      </button>
    </fieldset>
  );
}

/** The shape is read when it is first played: nobody downloads what nobody hears. */
function usePeaks(url: string, wanted: boolean): readonly number[] | null {
  const [peaks, setPeaks] = useState<readonly number[] | null>(null);
  useEffect(() => {
    if (!wanted || peaks) return undefined;
    let gone = false;
    void loadPeaks(url).then((loaded) => {
      if (!gone) setPeaks(loaded);
    });
    return () => {
      gone = true;
    };
  }, [url, wanted, peaks]);
  return peaks;
}
