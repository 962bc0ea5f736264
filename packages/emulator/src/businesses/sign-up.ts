import { createHash } from "node:crypto";
import { GraphError } from "../graph/error.ts";
import type { BusinessNumber, Token, Waba } from "../store/kinds.ts";
import type { SignUp } from "../store/kinds/businesses.ts";
import type { World } from "../world.ts";
import { saveNumber } from "../routes/save-number.ts";
import { addNumber } from "./add-number.ts";
import { addWaba } from "./add-waba.ts";
import { issueToken } from "./system-user.ts";

// Meta: "the code has a TTL of 30 seconds", docs/…/embedded-signup/implementation, read 2026-11.
const CODE_LIVES_MS = 30_000;
const SCOPES = ["whatsapp_business_management", "whatsapp_business_messaging"];

/** Somebody who goes through the embedded sign-up of the app. */
export type Newcomer = {
  readonly businessName: string;
  /** Digits of the number, which the sign-up verifies. */
  readonly digits: string;
  /** The Multi-Partner Solution that its account will belong to. */
  readonly solutionId?: string | undefined;
};

export type FinishedSignUp = {
  readonly signUp: SignUp;
  readonly waba: Waba;
  readonly number: BusinessNumber;
};

/**
 * Finishes an embedded sign-up as a business would: it has a portfolio, an
 * account and a verified number that is not registered yet, and the app gets a
 * code. Nobody is subscribed to the account: that is the app's next step.
 */
export function finishSignUp(world: World, newcomer: Newcomer): FinishedSignUp {
  const waba = addWaba(world, { name: newcomer.businessName });
  const added = addNumber(world, {
    wabaId: waba.id,
    digits: newcomer.digits,
    verifiedName: newcomer.businessName,
    connected: false,
  });
  const number = saveNumber(world, {
    ...added,
    codeVerificationStatus: "VERIFIED",
    nameStatus: "AVAILABLE_WITHOUT_REVIEW",
  });
  const { solutionId } = newcomer;
  if (solutionId !== undefined) {
    world.kinds.wabaSolutions.put(waba.id, { wabaId: waba.id, solutionId });
  }
  const count = world.counters.next("sign-up");
  const hash = createHash("sha256").update(`${world.seed}:sign-up:${count}`).digest("base64url");
  const code = `AQ${hash}${hash}`;
  const signUp = world.kinds.signUps.put(code, {
    code,
    portfolioId: waba.portfolioId,
    wabaId: waba.id,
    phoneNumberId: number.id,
    finishedAt: world.clock.now(),
    exchanged: false,
  });
  return { signUp, waba, number };
}

/**
 * The token of a business integration for the code of a sign-up.
 *
 * @throws GraphError 100 when the code is unknown, used or too old.
 */
export function exchangeCode(world: World, code: string): Token {
  const signUp = world.kinds.signUps.find(code);
  if (signUp === null) throw badCode("Invalid verification code format.", { subcode: 36008 });
  if (signUp.exchanged) throw badCode("This authorization code has been used.", { subcode: 36009 });
  if (world.clock.now() - signUp.finishedAt > CODE_LIVES_MS) {
    throw badCode("This authorization code has expired.", { subcode: 36007 });
  }
  world.kinds.signUps.put(code, { ...signUp, exchanged: true });
  return issueToken(world, { scopes: SCOPES, wabaIds: [signUp.wabaId], expires: true });
}

function badCode(message: string, problem: { readonly subcode: number }): GraphError {
  return new GraphError({ code: 100, message, ...problem });
}
