import type { SampleJson } from "@galka/contract/json/templates/template";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/upload.ts";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { Field } from "../../../ui/Field.tsx";

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
  const words = useErrorWords();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return;
    setError(null);
    try {
      const stored = await upload("uploadFile", file, setShare).done;
      onChange({ from: "file", fileId: stored.id, name: stored.name ?? file.name });
    } catch (problem) {
      setError(words(problem));
    } finally {
      setShare(null);
    }
  }

  const percent = Math.round((share ?? 0) * 100);
  const known = sample?.from === "file" ? sample.name : t("templates.sampleHint");
  return (
    <Field
      label={t(`templates.sample.${kind}`)}
      error={error}
      hint={share === null ? known : t("attachment.uploading", { percent })}
    >
      {(tied) => (
        <input
          {...tied}
          type="file"
          accept={ACCEPT[kind]}
          className="field"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      )}
    </Field>
  );
}
