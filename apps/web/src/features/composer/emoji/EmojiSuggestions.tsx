import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import type { Emoji } from "./emoji-data.ts";

type Props = {
  readonly id: string;
  readonly found: readonly Emoji[];
  readonly active: number;
  readonly onPick: (emoji: string) => void;
};

/** The emoji that a word after a colon may mean, above the field; the field keeps the focus. */
export function EmojiSuggestions({ id, found, active, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
      role="listbox"
      aria-label={t("emoji.suggestions")}
      className="absolute bottom-full left-3 z-10 mb-1 w-64 rounded-control bg-surface p-1 shadow-float"
    >
      {found.map(({ emoji, label }, index) => (
        <div
          key={emoji}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(
            "flex min-h-8 items-center gap-2 rounded-md px-2 text-list",
            index === active && "bg-selected",
          )}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(emoji);
          }}
        >
          <span className="text-title">{emoji}</span>
          <span className="truncate">{label}</span>
        </div>
      ))}
    </div>
  );
}
