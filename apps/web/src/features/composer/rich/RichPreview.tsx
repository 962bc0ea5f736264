import type { RichDraft } from "@galka/core/messages/rich-draft";
import { useTranslation } from "react-i18next";
import { ContactCards } from "../../thread/content/ContactCards.tsx";
import { Interactive } from "../../thread/content/Interactive.tsx";
import { PlaceCard } from "../../thread/content/PlaceCard.tsx";
import { richSending } from "./rich-sending.ts";

/** The message as the contact will see it. */
export function RichPreview({ draft }: { readonly draft: RichDraft | null }) {
  const { t } = useTranslation();
  const content = draft ? richSending(draft).content : null;
  return (
    <div className="ml-auto w-fit max-w-full rounded-bubble bg-bubble-out px-3 py-1.5 wrap-anywhere">
      {content === null ? (
        <p className="text-ink-2">{t("rich.nothingYet")}</p>
      ) : content.kind === "location" ? (
        <PlaceCard place={content.place} />
      ) : content.kind === "contacts" ? (
        <ContactCards cards={content.cards} />
      ) : content.kind === "buttons" || content.kind === "list" ? (
        <Interactive content={content} files={[]} foot={null} />
      ) : null}
    </div>
  );
}
