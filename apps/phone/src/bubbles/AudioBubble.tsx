import { Mic, Music, Pause, Play } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MediaContent } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { usePhone } from "../phone/phone-context.ts";
import { duration } from "../text/time.ts";
import { useWave, WAVE_BARS } from "../voice/use-wave.ts";
import { sourceOf } from "./MediaBubble.tsx";
import type { Shown } from "./shown.ts";

type Props = { readonly media: MediaContent; readonly shown: Shown };

/** A voice note or a piece of music: play, the wave, the time. */
export function AudioBubble({ media, shown }: Props) {
  const { t } = useTranslation();
  const { person } = usePhone();
  const { play } = useActions();
  const source = sourceOf(media);
  const wave = useWave(source);
  const player = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);

  const seconds = wave?.seconds ?? 0;
  const unheard = media.voice && !shown.played;
  const Sign = media.voice ? Mic : Music;

  function toggle(): void {
    const audio = player.current;
    if (!audio) return;
    if (playing) return audio.pause();
    audio.play().catch(() => setPlaying(false));
    if (unheard && !shown.mine && shown.messageId !== null) play(person.id, shown.messageId);
  }

  return (
    <div className="flex w-65 max-w-full items-center gap-2 py-1">
      <button
        type="button"
        className="icon-btn bg-blue text-on-blue hover:bg-blue! hover:text-on-blue! hover:brightness-110"
        aria-label={playing ? t("voice.pause") : t("voice.play")}
        onClick={toggle}
      >
        {playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
      </button>
      <div className="min-w-0 flex-1">
        <Wave bars={wave?.bars ?? FLAT} share={seconds > 0 ? at / seconds : 0} />
        <div className="flex justify-between text-meta text-ink-2">
          <span>{duration(playing || at > 0 ? at : seconds)}</span>
          {media.filename !== null && !media.voice && (
            <span className="min-w-0 truncate ps-2">{media.filename}</span>
          )}
        </div>
      </div>
      <span className={`flex-none ${unheard ? "text-ink-3" : "text-blue-ink"}`}>
        <Sign size={18} aria-hidden />
        {media.voice && (
          <span className="sr-only">{unheard ? t("voice.unheard") : t("voice.heard")}</span>
        )}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- A voice note has no captions to offer. */}
      <audio
        ref={player}
        src={source}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
    </div>
  );
}

const FLAT: readonly number[] = Array.from({ length: WAVE_BARS }, () => 0.12);

function Wave({ bars, share }: { readonly bars: readonly number[]; readonly share: number }) {
  return (
    <div className="flex h-7 items-center gap-0.5" aria-hidden>
      {bars.map((height, at) => (
        <span
          key={at}
          style={{ height: `${Math.max(12, height * 100)}%` }}
          className={`min-w-0 flex-1 rounded-full ${at / bars.length < share ? "bg-blue" : "bg-edge/70"}`}
        />
      ))}
    </div>
  );
}
