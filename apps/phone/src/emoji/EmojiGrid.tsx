import { useState, type KeyboardEvent } from "react";
import type { Emoji } from "./emoji-data.ts";

const COLUMNS = 8;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -COLUMNS,
  ArrowDown: COLUMNS,
};

type Props = {
  readonly emoji: readonly Emoji[];
  readonly onChoose: (emoji: string) => void;
};

/** Emoji in rows of eight; one stop for the Tab key, the arrows move inside. */
export function EmojiGrid({ emoji, onChoose }: Props) {
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, emoji.length - 1);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(emoji.length - 1, stop + step));
    setCurrent(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The arrow keys come from the real buttons inside.
    <ul
      className="grid min-h-0 flex-1 grid-cols-8 content-start overflow-y-auto p-2"
      onKeyDown={onKeyDown}
    >
      {emoji.map((it, at) => (
        <li key={it.emoji}>
          <button
            type="button"
            tabIndex={at === stop ? 0 : -1}
            aria-label={it.label}
            title={it.label}
            className="grid h-10 w-full place-items-center rounded-lg text-2xl hover:bg-surface-3 focus-visible:-outline-offset-2"
            onFocus={() => setCurrent(at)}
            onClick={() => onChoose(it.emoji)}
          >
            {it.emoji}
          </button>
        </li>
      ))}
    </ul>
  );
}
