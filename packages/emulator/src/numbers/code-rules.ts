import { createHash } from "node:crypto";
import { GraphError } from "../graph/error.ts";
import type { CodeState } from "../store/kinds/partners.ts";
import type { World } from "../world.ts";
import { recentOf } from "../world/limits/recent.ts";

const MINUTE_MS = 60_000;
// Meta publishes none of these figures, only that there are limits (136024, 136025).
const CODE_LIVES_MS = 10 * MINUTE_MS;
const REQUESTS_MAX = 5;
const REQUESTS_MS = 60 * MINUTE_MS;
const GUESSES_MAX = 5;

/**
 * The state after another code was sent to the number with this id.
 *
 * @throws GraphError 136024 when too many were asked for within an hour.
 */
export function issueCode(world: World, id: string, state: CodeState): CodeState {
  const now = world.clock.now();
  const recent = recentOf(state.requests, now, REQUESTS_MS);
  const first = recent[0];
  if (first !== undefined && recent.length >= REQUESTS_MAX) {
    const minutes = Math.ceil((first + REQUESTS_MS - now) / MINUTE_MS);
    throw noCode(`Too many codes were requested. Try again in ${minutes} minutes.`);
  }
  const count = world.counters.next("verification-code");
  const hash = createHash("sha256").update(`${world.seed}:${id}:code:${count}`).digest();
  const code = String(100_000 + (hash.readUInt32BE(0) % 900_000));
  return { code, sentAt: now, requests: [...recent, now], guesses: 0 };
}

/**
 * Whether the given code is the one that was sent.
 *
 * @throws GraphError 136025 when there is none, or it is no longer good.
 */
export function isCode(now: number, state: CodeState, given: string): boolean {
  if (state.code === null || state.sentAt === null) {
    throw badCode("No code was requested for this phone number.");
  }
  if (now - state.sentAt >= CODE_LIVES_MS) {
    throw badCode("The code has expired. Request another one.");
  }
  if (state.guesses >= GUESSES_MAX) {
    throw badCode("Too many wrong codes were entered. Request another one.");
  }
  return given.replaceAll(/\D/g, "") === state.code;
}

export function noCode(why: string): GraphError {
  return new GraphError({
    code: 136024,
    details: why,
    userTitle: "Couldn't send the code",
    userMessage: why,
  });
}

export function badCode(why: string): GraphError {
  return new GraphError({
    code: 136025,
    details: why,
    userTitle: "Couldn't verify the code",
    userMessage: why,
  });
}

export const WRONG_CODE = "The code does not match the one that was sent.";
