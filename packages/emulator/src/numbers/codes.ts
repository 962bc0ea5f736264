import { saveNumber } from "../routes/save-number.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { CodeState } from "../store/kinds/partners.ts";
import type { World } from "../world.ts";
import { badCode, isCode, issueCode, noCode, WRONG_CODE } from "./code-rules.ts";
import { changeDetails, numberDetails } from "./details.ts";

/** How a code reaches the owner of a number. */
export type CodeMethod = "SMS" | "VOICE";

/**
 * Sends a code to the number. The control API shows it where the SMS or the call would have.
 *
 * @throws GraphError 136024 when none can be sent.
 */
export function sendCode(world: World, number: BusinessNumber, method: CodeMethod): void {
  if (number.codeVerificationStatus === "VERIFIED") {
    throw noCode("The phone number is already verified; no code is needed.");
  }
  if (numberDetails(world, number.id).line === "landline" && method === "SMS") {
    throw noCode("SMS can't be sent to a landline. Request the code by VOICE.");
  }
  const sent = issueCode(world, number.id, stateOf(world, number));
  saveNumber(world, { ...number, verificationCode: sent.code });
  changeDetails(world, number.id, {
    codeSentAt: sent.sentAt,
    codeMethod: method,
    codeRequests: sent.requests,
    codeGuesses: sent.guesses,
  });
}

/**
 * Verifies the number with the code that was sent.
 *
 * @throws GraphError 136025 when the code is wrong or no longer good.
 */
export function takeCode(world: World, number: BusinessNumber, code: string): void {
  const state = stateOf(world, number);
  if (!isCode(world.clock.now(), state, code)) {
    changeDetails(world, number.id, { codeGuesses: state.guesses + 1 });
    throw badCode(WRONG_CODE);
  }
  changeDetails(world, number.id, { codeSentAt: null, codeRequests: [], codeGuesses: 0 });
  saveNumber(world, { ...number, codeVerificationStatus: "VERIFIED", verificationCode: null });
}

function stateOf(world: World, number: BusinessNumber): CodeState {
  const { codeSentAt, codeRequests, codeGuesses } = numberDetails(world, number.id);
  const code = number.verificationCode;
  return { code, sentAt: codeSentAt, requests: codeRequests, guesses: codeGuesses };
}
