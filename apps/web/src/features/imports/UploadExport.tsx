import { useNavigate } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../api/upload.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useFileDrop } from "../composer/attachments/use-file-drop.ts";
import { Section } from "../settings/Section.tsx";

/** Takes an export; nothing is imported before somebody has seen what was understood. */
export function UploadExport() {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const words = useErrorWords();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const drop = useFileDrop(([file]) => void take(file));

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setError(null);
    setShare(0);
    try {
      const { id: importId } = await upload("uploadChatExport", file, setShare).done;
      await navigate({ to: "/settings/imports/$importId", params: { importId } });
    } catch (problem) {
      setError(words(problem));
      setShare(null);
    }
  }

  const percent = Math.round((share ?? 0) * 100);
  return (
    <Section title={t("imports.upload")} lead={t("imports.how")}>
      <div
        {...drop.handlers}
        className={`flex flex-col items-center gap-3 rounded-control border-2 border-dashed p-6 text-center ${drop.over ? "border-blue bg-blue-soft" : "border-edge"}`}
      >
        <FileUp size={28} aria-hidden="true" className="text-ink-3" />
        <p className="text-ink-2">{t("imports.drop")}</p>
        <input
          id={id}
          type="file"
          accept=".txt,.zip,text/plain,application/zip"
          disabled={share !== null}
          className="peer sr-only"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <label
          htmlFor={id}
          className="control inline-flex cursor-pointer items-center bg-blue px-3 font-medium text-on-blue peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-blue hover:bg-blue-strong"
        >
          {t("imports.chooseFile")}
        </label>
        {share === null ? null : (
          <output className="text-list">
            {share < 1 ? t("attachment.uploading", { percent }) : t("imports.reading")}
          </output>
        )}
      </div>
      {error === null ? null : (
        <Notice tone="bad" urgent className="mt-3">
          {error}
        </Notice>
      )}
    </Section>
  );
}
