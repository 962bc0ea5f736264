import { useQueryClient } from "@tanstack/react-query";
import { ImagePlus, Store } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/upload.ts";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { toasts } from "../../../ui/toasts.ts";

type Props = { readonly channelId: string; readonly url: string | null };

/** The picture beside the business's name, and a way to change it. */
export function ProfilePicture({ channelId, url }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function change(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      const { id } = await upload("uploadFile", file, () => {}).done;
      await api("updateProfilePicture", { params: { id: channelId }, body: { fileId: id } });
      await queryClient.invalidateQueries({ queryKey: ["profile", channelId] });
      toasts.add({ title: t("profile.pictureSaved") });
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col items-start gap-2">
      {url === null ? (
        <span className="flex size-20 items-center justify-center rounded-full border bg-surface-2 text-ink-3">
          <Store size={28} aria-hidden="true" />
        </span>
      ) : (
        <img
          src={url}
          alt={t("profile.picture")}
          width={80}
          height={80}
          className="size-20 rounded-full border object-cover"
        />
      )}
      <Button busy={busy} onClick={() => picker.current?.click()}>
        <ImagePlus size={16} aria-hidden="true" />
        {t("profile.changePicture")}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="hidden"
        tabIndex={-1}
        aria-label={t("profile.changePicture")}
        onChange={(event) => void change(event)}
      />
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
    </div>
  );
}
