import { MicOff, SendHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { playTime } from "../../../i18n/numbers.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { useRecorder } from "./use-recorder.ts";

type Props = {
  readonly onDone: (file: File) => void;
  readonly onCancel: () => void;
};

/** Records a voice note in place of the field: how long, how loud, throw away or send. */
export function VoiceRecorder({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  const { state, elapsedMs, level, finish } = useRecorder(onDone, () => setBroken(true));

  if (state === "refused" || broken) {
    return (
      <div role="alert" className="flex min-h-12 items-center gap-2 px-3 text-list">
        <MicOff size={18} aria-hidden="true" className="shrink-0 text-red" />
        <span className="flex-1">{broken ? t("voice.empty") : t("voice.refused")}</span>
        <button type="button" className="control px-3 font-medium" onClick={onCancel}>
          {t("action.close")}
        </button>
      </div>
    );
  }
  return (
    <div className="flex min-h-12 items-center gap-3 px-3">
      <IconButton label={t("voice.discard")} onClick={onCancel}>
        <Trash2 size={20} aria-hidden="true" />
      </IconButton>
      <output className="sr-only">
        {state === "asking" ? t("voice.asking") : t("voice.recording")}
      </output>
      <span aria-hidden="true" className="size-2.5 rounded-full bg-red" />
      <span className="w-12 font-medium">{playTime(elapsedMs)}</span>
      <span className="h-2 min-w-0 flex-1 overflow-hidden rounded-full bg-surface-3">
        <span
          className="block h-full w-full origin-left rounded-full bg-blue"
          style={{ transform: `scaleX(${level})` }}
        />
      </span>
      <IconButton
        label={t("voice.send")}
        onClick={finish}
        disabled={state === "asking"}
        className="bg-blue text-on-blue hover:bg-blue-strong hover:text-on-blue"
      >
        <SendHorizontal size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
