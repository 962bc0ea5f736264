import type { FileJson } from "@galka/contract/json/message";
import { CloudDownload, CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Size } from "./fit.ts";

type Props = { readonly file: FileJson | null; readonly size: Size };

/** In place of a file whose bytes are not here: on their way, or not to be had and why. */
export function FileState({ file, size }: Props) {
  const { t } = useTranslation();
  const failed = file?.state === "failed";
  return (
    <div
      role={failed ? undefined : "status"}
      className="flex max-w-full flex-col items-center justify-center gap-1 rounded-control bg-[color-mix(in_oklch,var(--ink)_6%,transparent)] p-3 text-center text-list text-ink-2"
      style={{ width: size.width, minHeight: size.height }}
    >
      {failed ? (
        <CloudOff size={20} aria-hidden="true" />
      ) : (
        <CloudDownload size={20} aria-hidden="true" />
      )}
      <span>{failed ? t("file.failed") : t("file.wanted")}</span>
      {failed && file.failure ? <span className="text-meta">{file.failure}</span> : null}
    </div>
  );
}
