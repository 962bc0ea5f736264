import { portfolioWith } from "../limits/portfolios.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { newId, type World } from "../world.ts";
import { displayPhone } from "../world/phone.ts";
import { saveNumber } from "../routes/save-number.ts";

/** Adds a phone number to an account: ready to send, or at the beginning of its way there. */
export function addNumber(
  world: World,
  given: {
    readonly wabaId: string;
    readonly digits: string;
    readonly verifiedName: string;
    readonly connected: boolean;
    readonly id?: string | undefined;
    readonly testNumber?: boolean | undefined;
  },
): BusinessNumber {
  const { connected } = given;
  const portfolioId = world.kinds.wabas.find(given.wabaId)?.portfolioId ?? given.wabaId;
  const id = given.id ?? newId(world, "number");
  return saveNumber(world, {
    id,
    wabaId: given.wabaId,
    displayPhoneNumber: displayPhone(given.digits),
    waId: given.digits,
    verifiedName: given.verifiedName,
    status: connected ? "CONNECTED" : "PENDING",
    qualityRating: connected ? "GREEN" : "UNKNOWN",
    nameStatus: connected ? "APPROVED" : "PENDING_REVIEW",
    codeVerificationStatus: connected ? "VERIFIED" : "NOT_VERIFIED",
    messagingLimit: portfolioWith(world, portfolioId).messagingLimit,
    throughputLevel: "STANDARD",
    testNumber: given.testNumber ?? false,
    allowList: [],
    officialBusinessAccount: false,
    verificationCode: null,
    pin: connected ? "000000" : null,
    pinGuesses: 0,
    registrations: [],
    registeredAt: connected ? world.clock.now() : null,
    overrideCallbackUri: null,
    identityKeyCheck: false,
    profile: {
      about: "",
      address: "",
      description: "",
      email: "",
      websites: [],
      vertical: "UNDEFINED",
      pictureMediaId: null,
    },
  });
}
