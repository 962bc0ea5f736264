import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { sendCode, takeCode } from "../../numbers/codes.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";
import { checkPin } from "../../numbers/pin.ts";
import { requireDeleted } from "../../numbers/remove-number.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { requireProduct } from "../../world/validate-message.ts";
import { saveNumber } from "../save-number.ts";
import { STORAGE_REGIONS } from "./storage-regions.ts";
import { recentOf } from "../../world/limits/recent.ts";

const HOUR_MS = 60 * 60 * 1000;
// Meta: 10 registrations and deregistrations within 72 hours, docs/…/registration, read 2026-11.
const REGISTRATIONS_MAX = 10;
const REGISTRATIONS_MS = 72 * HOUR_MS;

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

/** Meta's Postman collection calls the language `locale`. */
function requestCode(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  const method = params.oneOf("code_method", ["SMS", "VOICE"]);
  if (!params.has("language") && !params.has("locale")) throw params.missing("language");
  sendCode(world, number, method);
  return SUCCESS;
}

function verifyCode(call: Call): Answer {
  const number = callNumber(call);
  takeCode(call.world, number, call.params.text("code"));
  return { body: { success: true, id: number.id } };
}

function register(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  requireProduct(params);
  const pin = params.text("pin");
  if (!/^\d{6}$/.test(pin)) throw invalidParameter("Param pin must be 6 digits.");
  const region = params.has("data_localization_region")
    ? params.oneOf("data_localization_region", STORAGE_REGIONS)
    : null;
  if (number.codeVerificationStatus !== "VERIFIED") {
    throw new GraphError({
      code: 133006,
      details: "The phone number has to be verified before it is registered.",
    });
  }
  requireDeleted(world, number.waId);
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
  });
  settle(world, number, region);
  return SUCCESS;
}

/** A registration chooses the storage, and makes the flows' key one that has to be signed anew. */
function settle(world: World, number: BusinessNumber, region: string | null): void {
  const { publicKey } = numberDetails(world, number.id);
  const again = number.registrations.length > 0 || number.registeredAt !== null;
  changeDetails(world, number.id, {
    storageRegion: region,
    pinGuessedAt: null,
    publicKey: publicKey !== null && again ? { ...publicKey, signature: "MISMATCH" } : publicKey,
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
  const recent = recentOf(number.registrations, now, REGISTRATIONS_MS);
  if (recent.length < REGISTRATIONS_MAX) return [...recent, now];
  throw new GraphError({
    code: 133016,
    details: "The phone number was registered and deregistered too often. Try again in 72 hours.",
  });
}
