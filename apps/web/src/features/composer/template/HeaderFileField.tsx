import type { FileJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { FileField } from "./FileField.tsx";
import { HEADER_FILE_TYPES } from "./header-file-types.ts";

type Props = {
  readonly kind: "image" | "video" | "document";
  readonly file: FileJson | null;
  readonly onFile: (file: FileJson | null) => void;
};

/** The picture, film or document at the head of a template, or of one of its cards. */
export function HeaderFileField({ kind, file, onFile }: Props) {
  const { t } = useTranslation();
  return (
    <FileField
      label={t("template.headerFile", { context: kind })}
      accept={HEADER_FILE_TYPES[kind]}
      hint={file?.name ?? null}
      onBegin={() => onFile(null)}
      onFile={onFile}
    />
  );
}
