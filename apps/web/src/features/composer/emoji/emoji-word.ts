/** A word after a colon before the caret, ":thum", which asks for emoji. */
export type EmojiWord = { readonly query: string; readonly from: number; readonly to: number };

/** Null when the caret stands behind no such word. A clock time or an address asks for nothing. */
export function emojiWordAt(text: string, caret: number): EmojiWord | null {
  const match = /(?:^|\s):([\p{L}][\p{L}\d_]{1,24})$/u.exec(text.slice(0, caret));
  const query = match?.[1];
  if (query === undefined) return null;
  return { query, from: caret - query.length - 1, to: caret };
}

/** The text with the word replaced by an emoji, and where the caret then is. */
export function withEmoji(
  text: string,
  word: Pick<EmojiWord, "from" | "to">,
  emoji: string,
): { readonly text: string; readonly caret: number } {
  return {
    text: text.slice(0, word.from) + emoji + text.slice(word.to),
    caret: word.from + emoji.length,
  };
}
