import type { SampleJson } from "@galka/contract/json/templates/template";
import { useTranslation } from "react-i18next";
import { FileField } from "../../composer/template/FileField.tsx";

type Props = {
  readonly kind: "image" | "video" | "document";
  readonly sample: SampleJson | undefined;
  readonly onChange: (sample: SampleJson) => void;
};

// Meta: the types of sample files, docs/…/templates/template-media, read 2026-11.
const ACCEPT = {
  image: "image/jpeg,image/png",
  video: "video/mp4",
  document: "application/pdf",
} as const;

/** The file that the reviewer looks at. */
export function SampleField({ kind, sample, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <FileField
      label={t(`templates.sample.${kind}`)}
      accept={ACCEPT[kind]}
      hint={sample?.from === "file" ? sample.name : t("templates.sampleHint")}
      onFile={({ id, name }) => onChange({ from: "file", fileId: id, name: name ?? "" })}
    />
  );
}
