/** Somebody who can be mentioned. */
export type Person = { readonly id: string; readonly name: string };

/** The word after an @ that the caret stands behind: where it begins, and what of the name is written. */
export function mentionWordAt(
  text: string,
  caret: number,
): { readonly from: number; readonly query: string } | null {
  const word = /(?:^|\s)@([^\s@]{0,40})$/u.exec(text.slice(0, caret));
  if (!word) return null;
  const query = word[1] ?? "";
  return { from: caret - query.length - 1, query };
}

/**
 * Who is mentioned in a text.
 *
 * Of several of one name those who were picked are meant; if nobody was, all of
 * them are. A name that is the beginning of a longer one that stands there too
 * counts only where it stands by itself.
 */
export function mentionsIn(
  text: string,
  team: readonly Person[],
  picked: ReadonlySet<string>,
): readonly string[] {
  let rest = text;
  const found: string[] = [];
  for (const { name } of team.toSorted((a, b) => b.name.length - a.name.length)) {
    const called = `@${name}`;
    if (!rest.includes(called)) continue;
    rest = rest.replaceAll(called, " ");
    const namesakes = team.filter((it) => it.name === name);
    const chosen = namesakes.filter(({ id }) => picked.has(id));
    found.push(...(chosen.length > 0 ? chosen : namesakes).map(({ id }) => id));
  }
  return found;
}
