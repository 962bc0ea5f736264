import type { TemplateValues } from "@galka/core/messages/content";
import { exampleValues } from "@galka/core/templates/example-values";
import { type TemplateToFill, filledAsFarAs } from "@galka/core/templates/fill";
import { ChevronLeft, ChevronRight, Timer } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { FormattedText } from "../../thread/text/FormattedText.tsx";
import { PreviewButtons } from "./PreviewButtons.tsx";
import { PreviewHead } from "./PreviewHead.tsx";

type Props = {
  readonly template: TemplateToFill;
  /** What it is filled with; without them it is shown with its examples. */
  readonly values?: TemplateValues;
};

/** A template as the phone of the person shows it. Nothing of it can be tapped. */
export function TemplatePreview({ template, values }: Props) {
  const { t } = useTranslation();
  const filled = filledAsFarAs(template, values ?? exampleValues(template));
  return (
    <section
      aria-label={t("templates.preview")}
      className="flex w-full max-w-80 min-w-0 flex-col gap-1.5 overflow-hidden rounded-[24px] border bg-desk p-3"
    >
      <article className="max-w-[94%] overflow-hidden rounded-bubble border bg-bubble-in text-ink">
        <div className="flex flex-col gap-1 px-2.5 py-2">
          <PreviewHead header={template.header} filled={filled.header} />
          {filled.text.trim() === "" ? (
            <p className="text-ink-3">{t("templates.noTextYet")}</p>
          ) : (
            <FormattedText text={filled.text} />
          )}
          {filled.offer ? (
            <Offer offer={filled.offer} ends={template.offer?.ends === true} />
          ) : null}
          <p className="flex items-end gap-3 text-meta text-ink-2">
            <span className="min-w-0 flex-1 wrap-anywhere">{filled.footer}</span>
            <span className="tabular-nums">12:00</span>
          </p>
        </div>
        <PreviewButtons buttons={filled.buttons} kinds={template.buttons} />
      </article>
      {filled.cards ? <Cards template={template} cards={filled.cards} /> : null}
      {template.asksToCall ? (
        <p className="rounded-bubble border bg-bubble-in px-3 py-2 text-list">
          {t("templates.asksToCall")}
        </p>
      ) : null}
    </section>
  );
}

function Offer({
  offer,
  ends,
}: {
  readonly offer: { readonly text: string; readonly endsAt?: string };
  readonly ends: boolean;
}) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-2 rounded-control bg-surface-2 px-2 py-1.5 text-list">
      <Timer size={16} aria-hidden="true" className="shrink-0" />
      <span className="font-medium">{offer.text}</span>
      {ends ? <span className="text-ink-2">{t("templates.offerEnds")}</span> : null}
    </p>
  );
}

type CardsProps = {
  readonly template: TemplateToFill;
  readonly cards: NonNullable<ReturnType<typeof filledAsFarAs>["cards"]>;
};

/** The row is scrolled by the keyboard, too. */
const SCROLLED = { tabIndex: 0 } as const;

/** The cards beside each other, moved by two buttons as well as by hand. */
function Cards({ template, cards }: CardsProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLUListElement>(null);
  const move = (by: number) => row.current?.scrollBy({ left: by * 200, behavior: "smooth" });
  return (
    <div className="flex flex-col gap-1">
      <ul
        ref={row}
        {...SCROLLED}
        aria-label={t("templates.cards")}
        className="-mx-3 flex snap-x gap-2 overflow-x-auto px-3 pb-1"
      >
        {cards.map((card, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- cards have no identity but their place
          <li
            key={index}
            className="w-50 shrink-0 snap-start overflow-hidden rounded-bubble border bg-bubble-in"
          >
            <div className="flex flex-col gap-1 px-2 py-2">
              <PreviewHead header={template.cards?.[index]?.header ?? null} filled={card.header} />
              {card.text === undefined ? null : <FormattedText text={card.text} />}
            </div>
            <PreviewButtons buttons={card.buttons} kinds={template.cards?.[index]?.buttons ?? []} />
          </li>
        ))}
      </ul>
      <p className="flex justify-end gap-1">
        <button
          type="button"
          aria-label={t("templates.cardBefore")}
          className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
          onClick={() => move(-1)}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={t("templates.cardAfter")}
          className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
          onClick={() => move(1)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      </p>
    </div>
  );
}
