/**
 * The instants of the last `windowMs` up to `now`.
 *
 * One later than `now` is of a future that the clock was moved back from: it has
 * not happened yet, and would be recent for as long as that future is away.
 */
export function recentOf(
  instants: readonly number[],
  now: number,
  windowMs: number,
): readonly number[] {
  return instants.filter((it) => it <= now && now - it < windowMs);
}
