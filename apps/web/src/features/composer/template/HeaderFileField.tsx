import type { FileJson } from "@galka/contract/json/message";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/upload.ts";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { Field } from "../../../ui/Field.tsx";

type Props = {
  readonly kind: "image" | "video" | "document";
  readonly file: FileJson | null;
  readonly onFile: (file: FileJson | null) => void;
};

const ACCEPT = {
  image: "image/jpeg,image/png",
  video: "video/mp4,video/3gpp",
  document: undefined,
} as const;

/** The picture, film or document at the head of a template, or of one of its cards. */
export function HeaderFileField({ kind, file, onFile }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    onFile(null);
    setError(null);
    try {
      onFile(await upload("uploadFile", chosen, setShare).done);
    } catch (problem) {
      setError(words(problem));
    } finally {
      setShare(null);
    }
  }

  const percent = Math.round((share ?? 0) * 100);
  return (
    <Field
      label={t("template.headerFile", { context: kind })}
      error={error}
      hint={share === null ? (file?.name ?? null) : t("attachment.uploading", { percent })}
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
