import type { FileJson } from "@galka/contract/json/message";
import { Download, FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { fileSize } from "../../../i18n/numbers.ts";
import { useLocale } from "../../../i18n/use-locale.ts";

type Props = { readonly file: FileJson | null; readonly name: string | undefined };

/** A document: its name, its size, and the way to have it. It is never opened inside the page. */
export function DocumentCard({ file, name }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = name ?? file?.name ?? t("kind.document");
  const facts = [
    extensionOf(shown, file?.mediaType ?? null),
    typeof file?.sizeBytes === "number" ? fileSize(locale, file.sizeBytes) : null,
    file?.state === "wanted" ? t("file.wanted") : null,
    file?.state === "failed" ? t("file.failed") : null,
  ].filter((fact) => fact !== null);

  const body = (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-blue-soft text-blue-ink">
        <FileText size={20} aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium wrap-anywhere">
          <bdi>{shown}</bdi>
        </span>
        <span className="block text-meta text-ink-2">{facts.join(" · ")}</span>
      </span>
    </>
  );
  const className = "flex w-75 max-w-full items-center gap-3 py-1";
  if (!file?.url) return <div className={className}>{body}</div>;
  return (
    <a href={file.url} download={shown} className={className}>
      {body}
      <span className="sr-only">{t("action.download")}</span>
      <Download size={18} aria-hidden="true" className="shrink-0 text-ink-2" />
    </a>
  );
}

function extensionOf(name: string, mediaType: string | null): string | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return (extension ?? mediaType?.split("/")[1] ?? null)?.toUpperCase().slice(0, 12) ?? null;
}
