import { addNumber } from "../businesses/add-number.ts";
import { GraphError, invalidParameter } from "../graph/error.ts";
import { badCode, isCode, issueCode, noCode, WRONG_CODE } from "../numbers/code-rules.ts";
import { saveNumber } from "../routes/save-number.ts";
import type { BusinessNumber, Waba } from "../store/kinds.ts";
import type { PreverifiedNumber } from "../store/kinds/partners.ts";
import { newId, type World } from "../world.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
// Not in Meta's pages that were read, which only have the instant itself: the figure that partners give.
const VERIFIED_FOR_MS = 90 * DAY_MS;

/**
 * A number that a partner owns and verifies beforehand, so that its client needs
 * no code. It is there until a client takes it: then it becomes a number like
 * any other, with another id.
 *
 * Meta: docs/…/embedded-signup/pre-verified-numbers, and OpenAPI v23.0, read 2026-11.
 */
export function addPreverified(
  world: World,
  portfolioId: string,
  digits: string,
): PreverifiedNumber {
  if (isTaken(world, digits)) {
    throw invalidParameter("The phone number is already used by a WhatsApp Business Account.");
  }
  const now = world.clock.now();
  const id = newId(world, "preverified");
  return world.kinds.preverifiedNumbers.put(id, {
    id,
    portfolioId,
    digits,
    verifiedAt: null,
    createdAt: now,
    changedAt: now,
    codeState: { code: null, sentAt: null, requests: [], guesses: 0 },
    partnerIds: [],
  });
}

function isTaken({ kinds }: World, digits: string): boolean {
  return (
    kinds.numbers.list().some((it) => it.waId === digits) ||
    kinds.preverifiedNumbers.list().some((it) => it.digits === digits)
  );
}

/** Changes some of what is known of it. */
export function changePreverified(
  world: World,
  number: PreverifiedNumber,
  change: Partial<PreverifiedNumber>,
): PreverifiedNumber {
  const changed = { ...number, ...change, changedAt: world.clock.now() };
  return world.kinds.preverifiedNumbers.put(number.id, changed);
}

/** When the verification ends; `null` while there is none. */
export function verifiedUntil({ verifiedAt }: PreverifiedNumber): number | null {
  return verifiedAt === null ? null : verifiedAt + VERIFIED_FOR_MS;
}

export function verificationOf(
  world: World,
  number: PreverifiedNumber,
): "VERIFIED" | "NOT_VERIFIED" | "EXPIRED" {
  const until = verifiedUntil(number);
  if (until === null) return "NOT_VERIFIED";
  return world.clock.now() < until ? "VERIFIED" : "EXPIRED";
}

/** @throws GraphError 136024 when no code can be sent. */
export function sendPreverifiedCode(world: World, number: PreverifiedNumber): void {
  if (verificationOf(world, number) === "VERIFIED") {
    throw noCode("This phone number has already been verified.");
  }
  const codeState = issueCode(world, number.id, number.codeState);
  changePreverified(world, number, { codeState, verifiedAt: null });
}

/** @throws GraphError 136025 when the code is wrong or no longer good. */
export function takePreverifiedCode(world: World, number: PreverifiedNumber, code: string): void {
  const now = world.clock.now();
  const { codeState } = number;
  if (verificationOf(world, number) === "VERIFIED") {
    throw badCode("This phone number is already verified.");
  }
  if (!isCode(now, codeState, code)) {
    const guesses = codeState.guesses + 1;
    changePreverified(world, number, { codeState: { ...codeState, guesses } });
    throw badCode(WRONG_CODE);
  }
  const used = { code: null, sentAt: null, requests: [], guesses: 0 };
  changePreverified(world, number, { verifiedAt: now, codeState: used });
}

/**
 * Makes it a number of the account, verified already; what it was is gone.
 *
 * @throws GraphError 100 when it is unknown to the account's business, or not verified.
 */
export function claimPreverified(
  world: World,
  waba: Waba,
  id: string,
  verifiedName: string,
): BusinessNumber {
  const found = world.kinds.preverifiedNumbers.find(id);
  if (found === null || !isOfferedTo(found, waba.portfolioId)) {
    throw invalidParameter("Invalid preverified_id: the pre-verified phone number was not found.");
  }
  if (verificationOf(world, found) !== "VERIFIED") {
    throw new GraphError({
      code: 136024,
      details: "The pre-verified phone number is not verified, or its verification has expired.",
    });
  }
  return world.db.write(() => {
    world.kinds.preverifiedNumbers.remove(found.id);
    const { digits } = found;
    const number = addNumber(world, { wabaId: waba.id, digits, verifiedName, connected: false });
    return saveNumber(world, { ...number, codeVerificationStatus: "VERIFIED" });
  });
}

/** Its owner may give it to any client; so may the partners whom it is shared with. */
function isOfferedTo(number: PreverifiedNumber, portfolioId: string): boolean {
  return number.portfolioId === portfolioId || number.partnerIds.includes(portfolioId);
}
