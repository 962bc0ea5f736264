import { List } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { CardContent, CardHeader } from "@galka/emulator/wire/control";
import { CardActions } from "./CardActions.tsx";
import { Carousel } from "./Carousel.tsx";
import { ListSheet } from "./ListSheet.tsx";
import { LocationBubble } from "./LocationBubble.tsx";
import { MediaBubble } from "./MediaBubble.tsx";
import { RichText } from "./RichText.tsx";
import type { Shown } from "./shown.ts";

type Props = {
  readonly card: CardContent;
  readonly shown: Shown;
  /** Time and ticks stand under the words and above the buttons. */
  readonly meta: ReactNode;
};

/** An interactive message or a template: header, words, footer, and the things to tap. */
export function CardBubble({ card, shown, meta }: Props) {
  const [listOpen, setListOpen] = useState(false);
  return (
    <div className="w-68 max-w-full" data-card={card.type}>
      <HeaderOf header={card.header} shown={shown} />
      {card.body !== "" && <RichText text={card.body} />}
      {card.footer !== null && (
        <p dir="auto" className="mt-1 text-list text-ink-2">
          {card.footer}
        </p>
      )}
      <div className="pb-1">{meta}</div>
      {card.cards.length > 0 && <Carousel cards={card.cards} shown={shown} />}
      <CardActions actions={card.actions} shown={shown} />
      {card.list && (
        <button
          type="button"
          className="hairline-t -mx-2.5 mt-2 flex min-h-11 w-[calc(100%+20px)] items-center justify-center gap-2 px-3 text-[15px] font-medium text-blue-ink"
          disabled={shown.messageId === null}
          onClick={() => setListOpen(true)}
        >
          <List size={18} aria-hidden /> {card.list.button}
        </button>
      )}
      {card.list && listOpen && (
        <ListSheet list={card.list} shown={shown} onClose={() => setListOpen(false)} />
      )}
    </div>
  );
}

type HeaderProps = { readonly header: CardHeader | null; readonly shown: Shown };

/** What stands above a card's words. */
export function HeaderOf({ header, shown }: HeaderProps) {
  if (header === null) return null;
  switch (header.kind) {
    case "text":
      return (
        <p dir="auto" className="mb-1 font-semibold">
          {header.text}
        </p>
      );
    case "product":
      return <p className="mb-1 font-mono text-list text-ink-2">{header.productId}</p>;
    case "location":
      return (
        <div className="mb-1.5">
          <LocationBubble location={header} />
        </div>
      );
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return (
        <div className="mb-1.5">
          <MediaBubble media={header} shown={shown} />
        </div>
      );
    default:
      return header satisfies never;
  }
}
