import type { FileJson } from "@galka/contract/json/message";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/upload.ts";
import { useDeed } from "../../../api/use-deed.ts";
import { Field } from "../../../ui/Field.tsx";

type Props = {
  readonly label: string;
  /** The types that Meta takes there; whatever there is when it is left out. */
  readonly accept: string | undefined;
  /** What is there, or why it is needed; while a file is under way, how far that is. */
  readonly hint: string | null;
  /** Stands before the control. */
  readonly picture?: ReactNode;
  /** Before the first byte has left. */
  readonly onBegin?: () => void;
  readonly onFile: (file: FileJson) => void;
};

/** A file that is uploaded as soon as it is chosen. */
export function FileField({ label, accept, hint, picture, onBegin, onFile }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);
  const { error, run } = useDeed();

  async function take(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    onBegin?.();
    await run(async () => {
      const stored = await upload("uploadFile", chosen, setShare).done;
      onFile({ ...stored, name: stored.name ?? chosen.name });
    });
    setShare(null);
  }

  const percent = Math.round((share ?? 0) * 100);
  return (
    <Field
      label={label}
      error={error}
      hint={share === null ? hint : t("attachment.uploading", { percent })}
    >
      {(tied) => (
        <span className="flex items-center gap-3">
          {picture}
          <input
            {...tied}
            type="file"
            accept={accept}
            className="field"
            onChange={({ target }) => void take(target.files?.[0])}
          />
        </span>
      )}
    </Field>
  );
}
