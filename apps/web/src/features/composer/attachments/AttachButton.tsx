import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../ui/IconButton.tsx";
import { useShortcut } from "../../shortcuts/use-shortcut.ts";

type Props = { readonly onFiles: (files: readonly File[]) => void };

/** Chooses files from this machine. */
export function AttachButton({ onFiles }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("attach", () => input.current?.click());
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t("attachment.add")}
        className="hidden"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen once more.
          event.target.value = "";
        }}
      />
      <IconButton label={t("attachment.add")} onClick={() => input.current?.click()}>
        <Paperclip size={20} aria-hidden="true" />
      </IconButton>
    </>
  );
}
