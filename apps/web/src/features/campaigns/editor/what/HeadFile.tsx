import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../../api/upload.ts";
import { useDeed } from "../../../../api/use-deed.ts";
import { Field } from "../../../../ui/Field.tsx";

type Props = {
  readonly label: string;
  /** What the template wants. */
  readonly kind: string | undefined;
  readonly fileId: string | null;
  readonly onFile: (fileId: string | null) => void;
};

const ACCEPT: Readonly<Record<string, string>> = {
  image: "image/jpeg,image/png",
  video: "video/mp4,video/3gpp",
};

/** The picture, film or document at the head of a message: the same one for everybody. */
export function HeadFile({ label, kind, fileId, onFile }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);
  const { error, run } = useDeed();

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    await run(async () => onFile((await upload("uploadFile", file, setShare).done).id));
    setShare(null);
  }

  const hint =
    share !== null
      ? t("attachment.uploading", { percent: Math.round(share * 100) })
      : fileId === null
        ? t("campaigns.what.noFile")
        : t("campaigns.what.hasFile");
  return (
    <Field label={label} error={error} hint={hint}>
      {(tied) => (
        <span className="flex items-center gap-3">
          {fileId !== null && kind === "image" ? (
            <img
              src={`/files/${fileId}/preview`}
              alt=""
              className="size-12 shrink-0 rounded-control bg-surface-3 object-cover"
            />
          ) : null}
          <input
            {...tied}
            type="file"
            accept={ACCEPT[kind ?? ""]}
            className="field"
            onChange={({ target }) => void take(target.files?.[0])}
          />
        </span>
      )}
    </Field>
  );
}
