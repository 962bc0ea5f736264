import type { RichDraft } from "@galka/core/messages/rich-draft";
import { useTranslation } from "react-i18next";
import { ContactCards } from "../../thread/content/ContactCards.tsx";
import { Interactive } from "../../thread/content/Interactive.tsx";
import { PlaceCard } from "../../thread/content/PlaceCard.tsx";
import { richContentJson } from "./rich-sending.ts";

/** The message as the contact will see it. */
export function RichPreview({ draft }: { readonly draft: RichDraft | null }) {
  const { t } = useTranslation();
  const content = draft ? named(richContentJson(draft)) : null;

  /** The button of a list stands there before it has words. */
  function named(it: ReturnType<typeof richContentJson>): typeof it {
    const isBare = it.kind === "list" && it.buttonTitle.trim() === "";
    return isBare ? { ...it, buttonTitle: t("rich.kind.list") } : it;
  }

  return (
    <div className="ml-auto w-fit max-w-full rounded-bubble bg-bubble-out px-3 py-1.5 wrap-anywhere">
      {content === null ? (
        <p className="text-ink-2">{t("rich.nothingYet")}</p>
      ) : content.kind === "location" ? (
        <PlaceCard place={content.place} />
      ) : content.kind === "contacts" ? (
        <ContactCards cards={content.cards} />
      ) : (
        <Interactive content={content} files={[]} foot={null} />
      )}
    </div>
  );
}
