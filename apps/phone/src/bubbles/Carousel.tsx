import { useTranslation } from "react-i18next";
import type { CardContent } from "@galka/emulator/wire/control";
import { CardActions } from "./CardActions.tsx";
import { HeaderOf } from "./CardBubble.tsx";
import { RichText } from "./RichText.tsx";
import type { Shown } from "./shown.ts";

type Props = { readonly cards: CardContent["cards"]; readonly shown: Shown };

/** Cards side by side, to be moved through by hand or with the arrow keys. */
export function Carousel({ cards, shown }: Props) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t("card.carousel", { count: cards.length })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A scrolling region without a stop of its own cannot be moved with the keyboard.
      tabIndex={0}
      className="mt-2 flex snap-x snap-mandatory gap-2 overflow-x-auto pb-1"
    >
      {cards.map((card, at) => (
        <article
          key={at}
          className="w-56 flex-none snap-start overflow-hidden rounded-lg border border-hairline bg-surface px-2.5 pt-2.5"
        >
          <HeaderOf header={card.header} shown={shown} />
          <div className="text-[15px]/5">
            <RichText text={card.body} />
          </div>
          <CardActions actions={card.actions} shown={shown} />
        </article>
      ))}
    </section>
  );
}
