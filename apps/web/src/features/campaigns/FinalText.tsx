import type { MessageContentJson } from "@galka/contract/json/content";
import { Timer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Interactive } from "../thread/content/Interactive.tsx";

type Template = Extract<MessageContentJson, { kind: "template" }>;

/** A message of a campaign as one person sees it. Nothing of it can be tapped. */
export function FinalText({ content }: { readonly content: MessageContentJson }) {
  const { t } = useTranslation();
  if (content.kind !== "template") return null;
  const { offer, cards } = content;
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-bubble bg-desk p-3">
      <div className="rounded-bubble bg-bubble-out px-3 py-1.5">
        <Interactive content={content} files={[]} foot={null} />
        {offer ? (
          <p className="mt-1 flex items-center gap-2 text-list">
            <Timer size={16} aria-hidden="true" />
            <span className="font-medium">{offer.text}</span>
            {offer.endsAt ? <Moment at={offer.endsAt} as="day" /> : null}
          </p>
        ) : null}
      </div>
      {cards ? (
        <ul
          aria-label={t("campaigns.texts.cards")}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling row has to take the focus
          tabIndex={0}
          className="flex gap-2 overflow-x-auto"
        >
          {cards.map((card, at) => (
            <li
              // oxlint-disable-next-line react/no-array-index-key -- cards have no identity but their place
              key={at}
              className="w-48 shrink-0 rounded-bubble bg-bubble-out px-3 py-1.5"
            >
              <Interactive content={asMessage(content, card)} files={[]} foot={null} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** A card is shown as a small message of its own. */
function asMessage(
  { name, language, values }: Template,
  { header, text, buttons }: NonNullable<Template["cards"]>[number],
): Template {
  return {
    kind: "template",
    name,
    language,
    values,
    text: text ?? "",
    buttons,
    ...(header ? { header } : {}),
  };
}
