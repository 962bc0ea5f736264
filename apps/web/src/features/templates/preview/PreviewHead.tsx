import { unreachable } from "@galka/core/kernel/unreachable";
import type { Header } from "@galka/core/messages/content";
import type { TemplateHeader } from "@galka/core/templates/parts";
import { FileText, Image, type LucideIcon, MapPin, ShoppingBag, Video } from "lucide-react";
import { useTranslation } from "react-i18next";

type Props = {
  readonly header: TemplateHeader | null;
  readonly filled: Header | undefined;
};

/** What stands above the text; where a file is still missing, its place. */
export function PreviewHead({ header, filled }: Props) {
  const { t } = useTranslation();
  if (header === null) return null;
  switch (header.kind) {
    case "text":
      return (
        <p className="font-semibold wrap-anywhere" dir="auto">
          {filled?.kind === "text" ? filled.text : header.text}
        </p>
      );
    case "image":
      return <Picture fileId={filled && "file" in filled ? filled.file.fileId : null} />;
    case "video":
      return <Placeholder icon={Video} words={nameOf(filled) ?? t("templates.header.video")} />;
    case "document":
      return (
        <p className="flex items-center gap-2 rounded-control bg-surface-3 px-2 py-3 text-list">
          <FileText size={20} aria-hidden="true" className="shrink-0" />
          <span className="truncate">{nameOf(filled) ?? t("templates.header.document")}</span>
        </p>
      );
    case "location":
      return (
        <Placeholder icon={MapPin} words={placeOf(filled) ?? t("templates.header.location")} />
      );
    case "product":
      return <Placeholder icon={ShoppingBag} words={t("templates.header.product")} />;
    case "other":
      return <Placeholder icon={Image} words={header.what} />;
    default:
      return unreachable(header);
  }
}

function nameOf(filled: Header | undefined): string | null {
  return filled && "file" in filled ? (filled.file.name ?? null) : null;
}

function placeOf(filled: Header | undefined): string | null {
  return filled?.kind === "location" ? (filled.place.name ?? null) : null;
}

function Picture({ fileId }: { readonly fileId: string | null }) {
  const { t } = useTranslation();
  if (fileId === null) return <Placeholder icon={Image} words={t("templates.header.image")} />;
  return (
    <img
      src={`/files/${fileId}/preview`}
      alt={t("templates.header.image")}
      className="-mx-1 aspect-[1.91] w-[calc(100%+8px)] max-w-none rounded-control bg-surface-3 object-cover"
    />
  );
}

function Placeholder({ icon: Icon, words }: { readonly icon: LucideIcon; readonly words: string }) {
  return (
    <p className="-mx-1 flex aspect-[1.91] flex-col items-center justify-center gap-1 rounded-control bg-surface-3 px-2 text-center text-list text-ink-2">
      <Icon size={24} aria-hidden="true" />
      <span className="line-clamp-2">{words}</span>
    </p>
  );
}
