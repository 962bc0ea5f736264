import { Mic, SendHorizontal, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { duration } from "../text/time.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { useRecorder } from "./use-recorder.ts";

type Props = { readonly onRecorded: (sound: Blob) => void; readonly onCancel: () => void };

/** In place of the writing line while a voice note is recorded. Esc throws it away. */
export function VoiceRecorder({ onRecorded, onCancel }: Props) {
  const { t } = useTranslation();
  const { recording, finish } = useRecorder();
  const box = useRef<HTMLFieldSetElement>(null);
  useEscape(box, onCancel);

  async function send(): Promise<void> {
    const sound = await finish();
    if (sound) onRecorded(sound);
  }

  return (
    <fieldset
      ref={box}
      aria-label={t("voice.record")}
      className="flex h-13 items-center gap-2 px-1.5"
    >
      <IconButton icon={Trash2} label={t("voice.cancel")} onClick={onCancel} />
      {recording.state === "running" ? (
        <>
          <Mic size={18} aria-hidden className="flex-none text-red" />
          <span role="timer" className="w-10 flex-none">
            {duration(recording.seconds)}
          </span>
          <Levels levels={recording.levels} />
        </>
      ) : (
        <output className="min-w-0 flex-1 text-list">{t(`voice.${recording.state}`)}</output>
      )}
      <IconButton
        icon={SendHorizontal}
        label={t("voice.send")}
        disabled={recording.state !== "running"}
        onClick={() => void send()}
        className="bg-blue text-on-blue hover:bg-blue! hover:text-on-blue!"
      />
    </fieldset>
  );
}

function Levels({ levels }: { readonly levels: readonly number[] }) {
  return (
    <div aria-hidden className="flex h-7 min-w-0 flex-1 items-center justify-end gap-0.5">
      {levels.map((level, at) => (
        <span
          key={at}
          style={{ height: `${Math.max(10, level * 100)}%` }}
          className="w-1 flex-none rounded-full bg-blue"
        />
      ))}
    </div>
  );
}
