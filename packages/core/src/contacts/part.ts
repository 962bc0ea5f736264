/** What parting two contacts looks at: how one was before they were one, when they were, and how it is. */
export type Times<T> = { readonly before: T; readonly after: T; readonly current: T };

/**
 * The names and fields of a contact after somebody else was taken out of it again.
 *
 * What nobody has touched while they were one becomes what it was before; what
 * somebody has changed since stays as they wanted it.
 */
export function partFields<Value>(
  times: Times<Readonly<Record<string, Value>>>,
): Record<string, Value> {
  const { before, after, current } = times;
  const parted: Record<string, Value> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(current)])) {
    const isUntouched = same(current[name], after[name]);
    const value = isUntouched ? before[name] : current[name];
    if (value !== undefined) parted[name] = value;
  }
  return parted;
}

/** Values are those of JSON, written by one and the same PostgreSQL: equal ones are written alike. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How many messages are unread on either side. */
export type Unread = { readonly winner: number; readonly loser: number };

/**
 * Whose the unread messages of a joined conversation are.
 *
 * As long as nobody has read it, each side has what it had and what came since.
 * Somebody who read it read both: what is unread are then the last to come in.
 * `inboundNewestFirst` tells of each message that came in whether it is the
 * loser's.
 */
export function partUnread(
  before: Unread,
  since: Unread,
  current: number,
  inboundNewestFirst: readonly boolean[],
): Unread {
  if (current === before.winner + before.loser + since.winner + since.loser) {
    return { winner: before.winner + since.winner, loser: before.loser + since.loser };
  }
  const last = inboundNewestFirst.slice(0, current);
  const loser = last.filter(Boolean).length;
  return { winner: current - loser, loser };
}
