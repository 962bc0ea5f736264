/**
 * How well a name fits what is typed: 0 begins so, 1 has a word that begins so,
 * 2 contains it, 3 is a slip of the finger away; null does not fit.
 */
export function nearName(name: string, typed: string): number | null {
  const text = plain(name);
  const wanted = plain(typed);
  if (wanted === "") return null;
  if (text.startsWith(wanted)) return 0;
  const words = text.split(/[\s\-_.,]+/u);
  if (words.some((word) => word.startsWith(wanted))) return 1;
  if (text.includes(wanted)) return 2;
  if (wanted.length < 4) return null;
  const allowed = wanted.length < 7 ? 1 : 2;
  const near = [text, ...words].some(
    (word) => slips(word.slice(0, wanted.length + 1), wanted) <= allowed,
  );
  return near ? 3 : null;
}

/** Small letters without marks: é is e, ё is е. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * How many letters are wrong, missing, too many or changed places, where a
 * beginning of `word` is enough.
 */
function slips(word: string, typed: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: typed.length + 1 }, (_, index) => index);
  let least = row.at(-1) ?? 0;
  for (let at = 1; at <= word.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= typed.length; to += 1) {
      const same = word[at - 1] === typed[to - 1];
      let cost = Math.min(
        (row[to] ?? 0) + 1,
        (next[to - 1] ?? 0) + 1,
        (row[to - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        at > 1 && to > 1 && word[at - 1] === typed[to - 2] && word[at - 2] === typed[to - 1];
      if (swapped) cost = Math.min(cost, (before[to - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
    least = Math.min(least, row.at(-1) ?? 0);
  }
  return least;
}
