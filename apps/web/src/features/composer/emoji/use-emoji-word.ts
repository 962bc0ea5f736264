import { type KeyboardEvent, type RefObject, useState } from "react";
import { type Emoji, searchEmoji } from "./emoji-data.ts";
import { emojiWordAt, withEmoji } from "./emoji-word.ts";
import { rememberEmoji } from "./recent-emoji.ts";
import { useEmoji } from "./use-emoji.ts";

const SHOWN = 6;

type EmojiWordState = {
  readonly found: readonly Emoji[];
  readonly active: number;
  readonly pick: (emoji: string) => void;
  /** Takes the keys that belong to the list while it is open. True when it took one. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onCaret: () => void;
};

/** Offers emoji for a word that begins with a colon, under the caret of a field. */
export function useEmojiWord(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
): EmojiWordState {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const word = emojiWordAt(text, caret);
  const all = useEmoji(word !== null);
  const open = word !== null && word.query !== dismissed;
  const found = open && all ? searchEmoji(all, word.query, SHOWN) : [];

  function pick(emoji: string): void {
    if (!word) return;
    const next = withEmoji(text, word, emoji);
    rememberEmoji(emoji);
    write(next.text);
    setActive(0);
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  }

  function onKey(event: KeyboardEvent): boolean {
    if (found.length === 0) return false;
    const act = {
      ArrowDown: () => setActive((active + 1) % found.length),
      ArrowUp: () => setActive((active + found.length - 1) % found.length),
      Enter: () => pick(found[active]?.emoji ?? ""),
      Tab: () => pick(found[active]?.emoji ?? ""),
      Escape: () => setDismissed(word?.query ?? null),
    }[event.key];
    if (!act || event.shiftKey) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  }

  return {
    found,
    active: Math.min(active, Math.max(0, found.length - 1)),
    pick,
    onKey,
    onCaret: () => setCaret(field.current?.selectionStart ?? 0),
  };
}
