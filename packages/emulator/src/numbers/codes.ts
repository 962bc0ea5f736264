import { createHash } from "node:crypto";
import { GraphError } from "../graph/error.ts";
import { saveNumber } from "../routes/save-number.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { changeDetails, numberDetails } from "./details.ts";
import { recentOf } from "../world/limits/recent.ts";

/** How a code reaches the owner of a number. */
export type CodeMethod = "SMS" | "VOICE";

const MINUTE_MS = 60_000;
// Meta publishes none of these figures, only that there are limits (136024, 136025).
const CODE_LIVES_MS = 10 * MINUTE_MS;
const REQUESTS_MAX = 5;
const REQUESTS_MS = 60 * MINUTE_MS;
const GUESSES_MAX = 5;

/**
 * Sends a code to the number. The control API shows it where the SMS or the call would have.
 *
 * @throws GraphError 136024 when none can be sent.
 */
export function sendCode(world: World, number: BusinessNumber, method: CodeMethod): void {
  const now = world.clock.now();
  const details = numberDetails(world, number.id);
  if (number.codeVerificationStatus === "VERIFIED") {
    throw noCode("The phone number is already verified; no code is needed.");
  }
  if (details.line === "landline" && method === "SMS") {
    throw noCode("SMS can't be sent to a landline. Request the code by VOICE.");
  }
  const recent = recentOf(details.codeRequests, now, REQUESTS_MS);
  const first = recent[0];
  if (first !== undefined && recent.length >= REQUESTS_MAX) {
    const minutes = Math.ceil((first + REQUESTS_MS - now) / MINUTE_MS);
    throw noCode(`Too many codes were requested. Try again in ${minutes} minutes.`);
  }
  const count = world.counters.next("verification-code");
  const hash = createHash("sha256").update(`${world.seed}:${number.id}:code:${count}`).digest();
  const verificationCode = String(100_000 + (hash.readUInt32BE(0) % 900_000));
  saveNumber(world, { ...number, verificationCode });
  changeDetails(world, number.id, {
    codeSentAt: now,
    codeMethod: method,
    codeRequests: [...recent, now],
    codeGuesses: 0,
  });
}

/**
 * Verifies the number with the code that was sent.
 *
 * @throws GraphError 136025 when the code is wrong or no longer good.
 */
export function takeCode(world: World, number: BusinessNumber, code: string): void {
  const { codeSentAt, codeGuesses } = numberDetails(world, number.id);
  if (number.verificationCode === null || codeSentAt === null) {
    throw badCode("No code was requested for this phone number.");
  }
  if (world.clock.now() - codeSentAt >= CODE_LIVES_MS) {
    throw badCode("The code has expired. Request another one.");
  }
  if (codeGuesses >= GUESSES_MAX) {
    throw badCode("Too many wrong codes were entered. Request another one.");
  }
  if (code.replaceAll(/\D/g, "") !== number.verificationCode) {
    changeDetails(world, number.id, { codeGuesses: codeGuesses + 1 });
    throw badCode("The code does not match the one that was sent.");
  }
  changeDetails(world, number.id, { codeSentAt: null, codeRequests: [], codeGuesses: 0 });
  saveNumber(world, { ...number, codeVerificationStatus: "VERIFIED", verificationCode: null });
}

function noCode(why: string): GraphError {
  return new GraphError({
    code: 136024,
    details: why,
    userTitle: "Couldn't send the code",
    userMessage: why,
  });
}

function badCode(why: string): GraphError {
  return new GraphError({
    code: 136025,
    details: why,
    userTitle: "Couldn't verify the code",
    userMessage: why,
  });
}
