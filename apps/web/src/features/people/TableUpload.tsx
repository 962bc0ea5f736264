import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../api/upload.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Takes in a table of contacts, and leads to where its columns are chosen. */
export function TableUpload({ into }: { readonly into?: "list" }) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setError(null);
    setBusy(true);
    try {
      const { id: importId } = await upload("uploadContacts", file, () => {}).done;
      await navigate({
        to: "/settings/people/$importId",
        params: { importId },
        search: into ? { into } : {},
      });
    } catch (problem) {
      setError(words(problem));
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        disabled={busy}
        className="peer sr-only"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <label
        htmlFor={id}
        className="control inline-flex cursor-pointer items-center bg-blue px-3 font-medium text-on-blue peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-blue hover:bg-blue-strong"
      >
        {t("people.chooseTable")}
      </label>
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
    </div>
  );
}
