import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSync } from "../../sync/SyncProvider.tsx";
import { contactName } from "../contact/contact-name.ts";
import { usePreviewWords } from "../inbox/use-preview-words.ts";

/** Lets a screen reader say each message that comes in, once, wherever the member is. */
export function NewMessageAnnouncer() {
  const { t } = useTranslation();
  const sync = useSync();
  const preview = usePreviewWords();
  const [words, setWords] = useState("");

  useEffect(
    () =>
      sync.onEvent((event) => {
        if (event.kind !== "message-added" || event.message.direction !== "in") return;
        if (event.message.source === "import" || event.message.content.kind === "rating") return;
        const name = contactName(event.conversation.contact, t("contact.unnamed"));
        setWords(t("inbox.newFrom", { name, text: preview(event.message.content) }));
      }),
    [sync, t, preview],
  );

  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}
