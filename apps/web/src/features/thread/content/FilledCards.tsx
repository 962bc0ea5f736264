import type { FileJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { FormattedText } from "../text/FormattedText.tsx";
import { fileOf } from "../media/file-of.ts";
import { Picture } from "../media/Picture.tsx";
import { VideoBox } from "../media/VideoBox.tsx";
import type { InteractiveContent } from "./Interactive.tsx";

type Cards = NonNullable<Extract<InteractiveContent, { kind: "template" }>["cards"]>;

type Props = { readonly cards: Cards; readonly files: readonly FileJson[] };

/** The row is scrolled by the keyboard, too. */
const SCROLLED = { tabIndex: 0 } as const;

/** The cards of a carousel beside each other, as they were sent. */
export function FilledCards({ cards, files }: Props) {
  const { t } = useTranslation();
  return (
    <ul
      {...SCROLLED}
      aria-label={t("templates.cards")}
      className="flex snap-x gap-2 overflow-x-auto pb-1"
    >
      {cards.map((card, index) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- cards have no identity but their place
          key={index}
          className="flex w-50 shrink-0 snap-start flex-col gap-1 rounded-control border px-2 py-2"
        >
          {card.header?.kind === "image" ? (
            <Picture file={fileOf(files, card.header.file)} kind="image" />
          ) : null}
          {card.header?.kind === "video" ? (
            <VideoBox file={fileOf(files, card.header.file)} />
          ) : null}
          {card.text === undefined ? null : <FormattedText text={card.text} />}
          <span className="text-list text-ink-2">
            {card.buttons.map(({ title }) => title).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
