import { diceFor, meanDelay, pickDelay } from "./dice.ts";
import type { Member } from "./member.ts";

/**
 * Until when the member's phone cannot be reached; `null` when it can be.
 *
 * Time is cut into stretches with one spell without a network in each, long
 * enough apart to make the share that the habits say.
 */
export function offlineUntil(member: Member, now: number): number | null {
  const { population, position } = member;
  const { share, lasts } = population.habits.offline;
  const stretch = meanDelay(lasts) / share;
  if (share <= 0 || stretch <= 0) return null;
  const index = Math.floor(now / stretch);
  const dice = diceFor(`${population.seed}:${position}:offline:${index}`);
  const length = Math.min(pickDelay(dice, lasts), stretch);
  const from = index * stretch + dice() * (stretch - length);
  return now >= from && now < from + length ? Math.ceil(from + length) : null;
}
