import { useTranslation } from "react-i18next";
import { FileField } from "../../../composer/template/FileField.tsx";
import { HEADER_FILE_TYPES } from "../../../composer/template/header-file-types.ts";

type Props = {
  readonly label: string;
  /** What the template wants. */
  readonly kind: string | undefined;
  readonly fileId: string | null;
  readonly onFile: (fileId: string) => void;
};

/** The picture, film or document at the head of a message: the same one for everybody. */
export function HeadFile({ label, kind, fileId, onFile }: Props) {
  const { t } = useTranslation();
  return (
    <FileField
      label={label}
      accept={HEADER_FILE_TYPES[kind ?? ""]}
      hint={t(fileId === null ? "campaigns.what.noFile" : "campaigns.what.hasFile")}
      picture={
        fileId !== null && kind === "image" ? (
          <img
            src={`/files/${fileId}/preview`}
            alt=""
            className="size-12 shrink-0 rounded-control bg-surface-3 object-cover"
          />
        ) : null
      }
      onFile={({ id }) => onFile(id)}
    />
  );
}
