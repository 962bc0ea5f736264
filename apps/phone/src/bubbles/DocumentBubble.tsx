import { FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MediaContent } from "@galka/emulator/wire/control";
import { fileSize } from "../text/file-size.ts";
import { sourceOf } from "./MediaBubble.tsx";

/** A file: its name, kind and size; a tap saves it. */
export function DocumentBubble({ media }: { readonly media: MediaContent }) {
  const { t, i18n } = useTranslation();
  const name = media.filename ?? t("kind.document");
  return (
    <a
      href={sourceOf(media)}
      download={name}
      className="flex w-65 max-w-full items-center gap-3 rounded-lg bg-surface-3/60 p-2.5 no-underline"
    >
      <FileText size={32} strokeWidth={1.5} aria-hidden className="flex-none text-blue-ink" />
      <span className="min-w-0">
        <span dir="auto" className="line-clamp-2 text-[15px]/5 font-medium break-all">
          {name}
        </span>
        <span className="block text-meta text-ink-2">
          {extensionOf(name, media.mimeType)} · {fileSize(media.sizeBytes, i18n.language)}
        </span>
      </span>
    </a>
  );
}

function extensionOf(name: string, mimeType: string): string {
  const extension = /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1];
  return (extension ?? mimeType.split("/").at(-1) ?? "").toUpperCase();
}
