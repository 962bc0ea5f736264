import { createHash } from "node:crypto";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { requireProduct } from "../../world/validate-message.ts";
import { saveNumber } from "../save-number.ts";

const HOUR_MS = 60 * 60 * 1000;
// Meta: 10 registrations and deregistrations within 72 hours, docs/…/registration, read 2026-11.
const REGISTRATIONS_MAX = 10;
const REGISTRATIONS_MS = 72 * HOUR_MS;
const PIN_GUESSES_MAX = 5;

export const registrationRoutes: readonly GraphRoute[] = [
  {
    node: "number",
    edge: "request_code",
    methods: ["POST"],
    scope: "management",
    handle: requestCode,
  },
  {
    node: "number",
    edge: "verify_code",
    methods: ["POST"],
    scope: "management",
    handle: verifyCode,
  },
  { node: "number", edge: "register", methods: ["POST"], scope: "management", handle: register },
  {
    node: "number",
    edge: "deregister",
    methods: ["POST"],
    scope: "management",
    handle: deregister,
  },
];

/** The code appears on the control API's number, where SMS or voice would have brought it. */
function requestCode(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  params.oneOf("code_method", ["SMS", "VOICE"]);
  if (!params.has("language") && !params.has("locale")) throw params.missing("language");
  if (number.codeVerificationStatus === "VERIFIED") {
    throw new GraphError({
      code: 136024,
      title: "Phone number is already verified",
      details: "The phone number is verified; no code is needed.",
    });
  }
  const hash = createHash("sha256").update(`${world.seed}:${number.id}:code`).digest();
  const verificationCode = String(100_000 + (hash.readUInt32BE(0) % 900_000));
  saveNumber(world, { ...number, verificationCode });
  return SUCCESS;
}

function verifyCode(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  const code = params.text("code").replaceAll(/\D/g, "");
  if (number.verificationCode === null || code !== number.verificationCode) {
    throw new GraphError({
      code: 136025,
      details: "The verification code is wrong or was not requested.",
    });
  }
  saveNumber(world, { ...number, codeVerificationStatus: "VERIFIED", verificationCode: null });
  return SUCCESS;
}

function register(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  requireProduct(params);
  const pin = params.text("pin");
  if (!/^\d{6}$/.test(pin)) throw invalidParameter("Param pin must be 6 digits.");
  if (number.codeVerificationStatus !== "VERIFIED") {
    throw new GraphError({
      code: 133006,
      details: "The phone number has to be verified before it is registered.",
    });
  }
  const registrations = countRegistration(world, number);
  checkPin(world, number, pin);
  saveNumber(world, {
    ...number,
    pin,
    pinGuesses: 0,
    registrations,
    registeredAt: world.clock.now(),
    status: "CONNECTED",
    qualityRating: number.qualityRating === "UNKNOWN" ? "GREEN" : number.qualityRating,
    nameStatus: number.nameStatus === "PENDING_REVIEW" ? "APPROVED" : number.nameStatus,
  });
  return SUCCESS;
}

/** The first registration sets the PIN, later ones have to know it. */
function checkPin(world: World, number: BusinessNumber, pin: string): void {
  if (number.pin === null || number.pin === pin) return;
  const guesses = number.pinGuesses + 1;
  saveNumber(world, { ...number, pinGuesses: guesses });
  if (guesses > PIN_GUESSES_MAX) {
    throw new GraphError({
      code: 133008,
      details: "Too many wrong PINs were entered. Set the PIN anew on the phone number.",
    });
  }
  throw new GraphError({
    code: 133005,
    details: "The PIN does not match the one that was set when the phone number was registered.",
  });
}

function deregister(call: Call): Answer {
  const { world } = call;
  const number = callNumber(call);
  if (number.registeredAt === null) {
    throw new GraphError({ code: 133010, details: "The phone number is not registered." });
  }
  const registrations = countRegistration(world, number);
  saveNumber(world, { ...number, registrations, registeredAt: null, status: "DISCONNECTED" });
  return SUCCESS;
}

function countRegistration(world: World, number: BusinessNumber): number[] {
  const now = world.clock.now();
  const recent = number.registrations.filter((it) => now - it < REGISTRATIONS_MS);
  if (recent.length < REGISTRATIONS_MAX) return [...recent, now];
  throw new GraphError({
    code: 133016,
    details: "The phone number was registered and deregistered too often. Try again in 72 hours.",
  });
}
