import { FileText, SendHorizontal } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attachment } from "../state/model.ts";
import { fileSize } from "../text/file-size.ts";
import { Field } from "../ui/Field.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { mediaKindOf } from "./media-kind.ts";

export type Attached = { readonly file: File; readonly attachment: Attachment };

type Props = {
  readonly files: readonly File[];
  readonly onSend: (attached: readonly Attached[]) => void;
  readonly onClose: () => void;
};

/** Files about to be sent: how they look, words for the first one, and as what they go. */
export function FilesSheet({ files, onSend, onClose }: Props) {
  const { t } = useTranslation();
  const [caption, setCaption] = useState("");
  const [asSticker, setAsSticker] = useState(false);
  const canBeSticker = files.every((file) => file.type === "image/webp");

  function send(): void {
    onSend(
      files.map((file, at) => ({
        file,
        attachment: {
          kind: asSticker && canBeSticker ? "sticker" : mediaKindOf(file.type),
          filename: file.name,
          caption: at === 0 && !asSticker ? caption.trim() : "",
          voice: false,
        },
      })),
    );
  }

  return (
    <Sheet title={t("files.title", { count: files.length })} onClose={onClose} tall>
      <ul className="min-h-0 flex-1 space-y-3 overflow-y-auto px-4">
        {files.map((file, at) => (
          <li key={at}>
            <FilePreview file={file} />
          </li>
        ))}
      </ul>
      <form
        className="space-y-3 px-4 pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {canBeSticker && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-blue"
              checked={asSticker}
              onChange={(event) => setAsSticker(event.target.checked)}
            />
            {t("files.asSticker")}
          </label>
        )}
        {!asSticker && (
          <Field
            label={t("files.caption")}
            value={caption}
            maxLength={1024}
            data-autofocus=""
            onChange={(event) => setCaption(event.target.value)}
          />
        )}
        <button type="submit" className="btn btn-primary w-full">
          <SendHorizontal size={18} aria-hidden /> {t("send")}
        </button>
      </form>
    </Sheet>
  );
}

function FilePreview({ file }: { readonly file: File }) {
  const { i18n } = useTranslation();
  const source = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(source), [source]);
  const kind = mediaKindOf(file.type);
  return (
    <figure className="overflow-hidden rounded-xl bg-surface-3">
      {kind === "image" && <img src={source} alt="" className="max-h-64 w-full object-contain" />}
      {kind === "video" && (
        <video src={source} muted playsInline preload="metadata" className="max-h-64 w-full" />
      )}
      <figcaption className="flex items-center gap-2 p-3 text-list">
        <FileText size={18} aria-hidden className="flex-none text-ink-3" />
        <span className="min-w-0 flex-1 truncate">{file.name}</span>
        <span className="text-ink-3">{fileSize(file.size, i18n.language)}</span>
      </figcaption>
    </figure>
  );
}
