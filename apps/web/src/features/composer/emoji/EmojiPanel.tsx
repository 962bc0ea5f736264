import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { type Emoji, searchEmoji } from "./emoji-data.ts";
import { recentEmoji, rememberEmoji } from "./recent-emoji.ts";
import { useEmoji } from "./use-emoji.ts";

type Props = { readonly onPick: (emoji: string) => void };

/** The groups as emojibase numbers them, each by an emoji of its own. */
const GROUPS = [
  { group: 0, sign: "😀" },
  { group: 1, sign: "👋" },
  { group: 3, sign: "🐻" },
  { group: 4, sign: "🍎" },
  { group: 5, sign: "🚗" },
  { group: 6, sign: "⚽" },
  { group: 7, sign: "💡" },
  { group: 8, sign: "❤️" },
  { group: 9, sign: "🏁" },
] as const;

const COLUMNS = 8;
const FOUND_AT_MOST = 120;

/** All emoji, to be found by a word or by their kind. */
export function EmojiPanel({ onPick }: Props) {
  const { t } = useTranslation();
  const all = useEmoji(true);
  const [query, setQuery] = useState("");
  const [group, setGroup] = useState<number | null>(null);
  const shown =
    query.trim() === ""
      ? group === null
        ? recentAmong(all)
        : (all ?? []).filter((it) => it.group === group)
      : searchEmoji(all ?? [], query, FOUND_AT_MOST);

  function pick(emoji: string): void {
    rememberEmoji(emoji);
    onPick(emoji);
  }

  return (
    <div className="flex w-78 flex-col gap-2 p-2">
      <input
        type="search"
        className="field"
        aria-label={t("emoji.search")}
        placeholder={t("emoji.search")}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && shown[0]) pick(shown[0].emoji);
        }}
      />
      <fieldset aria-label={t("emoji.groups")} className="flex justify-between">
        <GroupButton
          sign="🕑"
          name={t("emoji.group.recent")}
          active={group === null}
          onPress={() => setGroup(null)}
        />
        {GROUPS.map((it) => (
          <GroupButton
            key={it.group}
            sign={it.sign}
            name={t(`emoji.group.${it.group}`)}
            active={group === it.group}
            onPress={() => setGroup(it.group)}
          />
        ))}
      </fieldset>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the buttons inside bubble up to here */}
      <fieldset
        aria-label={t("emoji.all")}
        onKeyDown={moveInGrid}
        className="grid h-56 grid-cols-8 content-start overflow-y-auto"
      >
        {shown.map(({ emoji, label }, index) => (
          <button
            key={emoji}
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={label}
            title={label}
            className="grid size-9 place-items-center rounded-md text-[20px] hover:bg-surface-3"
            onClick={() => pick(emoji)}
          >
            {emoji}
          </button>
        ))}
        {shown.length === 0 && all !== null ? (
          <p className="col-span-8 p-4 text-center text-list text-ink-2">{t("emoji.none")}</p>
        ) : null}
      </fieldset>
    </div>
  );
}

function recentAmong(all: readonly Emoji[] | null): readonly Pick<Emoji, "emoji" | "label">[] {
  return recentEmoji().map(
    (emoji) => all?.find((it) => it.emoji === emoji) ?? { emoji, label: emoji },
  );
}

type GroupProps = {
  readonly sign: string;
  readonly name: string;
  readonly active: boolean;
  readonly onPress: () => void;
};

function GroupButton({ sign, name, active, onPress }: GroupProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={active}
      className={classNames("grid size-7 place-items-center rounded-md", active && "bg-selected")}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}

/** The arrows move through the grid as it is seen. */
function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === event.target);
  const next = buttons[at + step];
  event.preventDefault();
  next?.focus();
}
