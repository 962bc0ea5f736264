import type { QuickReplyJson } from "@galka/contract/json/library";

/** What stands after a slash at the beginning of a text that is being written; null when there is none. */
export function slashWord(text: string, caret: number): string | null {
  return /^\/(\S*)$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The quick replies that a word may mean: by the beginning of their shortcut first, then the most sent. */
export function findReplies(
  replies: readonly QuickReplyJson[],
  word: string,
  atMost: number,
): readonly QuickReplyJson[] {
  const wanted = word.toLowerCase();
  const rank = ({ shortcut, title, folder }: QuickReplyJson): number => {
    if (shortcut.toLowerCase().startsWith(wanted)) return 0;
    const words = `${shortcut} ${title} ${folder}`.toLowerCase();
    return words.includes(wanted) ? 1 : 2;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((it) => it.rank < 2)
    .toSorted((a, b) => a.rank - b.rank || b.reply.sentCount - a.reply.sentCount)
    .slice(0, atMost)
    .map((it) => it.reply);
}
