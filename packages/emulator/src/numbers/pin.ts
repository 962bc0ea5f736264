import { GraphError } from "../graph/error.ts";
import { saveNumber } from "../routes/save-number.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { changeDetails, numberDetails } from "./details.ts";

const SECOND_MS = 1000;
// Meta publishes no figures: `details` says how long to wait. These are the emulator's.
const GUESSES_MAX = 5;
const PAUSE_MS = 5 * SECOND_MS;
const LOCKED_MS = 12 * 60 * 60 * SECOND_MS;

/**
 * Checks the PIN of two-step verification. A number without one takes any: it sets it.
 *
 * From the third guess on the next one has to wait a little, and after five
 * the number is locked for hours; setting the PIN anew opens it at once.
 *
 * @throws GraphError 133005, 133008 or 133009.
 */
export function checkPin(world: World, number: BusinessNumber, pin: string): void {
  if (number.pin === null) return;
  const now = world.clock.now();
  const { pinGuessedAt } = numberDetails(world, number.id);
  const since = pinGuessedAt === null ? Number.POSITIVE_INFINITY : now - pinGuessedAt;
  if (number.pinGuesses >= GUESSES_MAX && since < LOCKED_MS) {
    throw new GraphError({
      code: 133008,
      details: `Too many wrong PINs were entered. Try again in ${secondsLeft(LOCKED_MS - since)} seconds.`,
    });
  }
  if (number.pinGuesses >= 2 && since < PAUSE_MS) {
    throw new GraphError({
      code: 133009,
      details: `The PIN was entered too quickly. Try again in ${secondsLeft(PAUSE_MS - since)} seconds.`,
    });
  }
  if (number.pin === pin) return;
  const guesses = number.pinGuesses >= GUESSES_MAX ? 1 : number.pinGuesses + 1;
  saveNumber(world, { ...number, pinGuesses: guesses });
  changeDetails(world, number.id, { pinGuessedAt: now });
  throw new GraphError({
    code: 133005,
    details: "The PIN does not match the one that was set when the phone number was registered.",
  });
}

function secondsLeft(ms: number): number {
  return Math.ceil(ms / SECOND_MS);
}
