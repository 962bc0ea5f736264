import { createHash } from "node:crypto";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import type { Params } from "../../graph/params.ts";
import { compact, type JsonObject } from "../../json.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";
import { tellNumber } from "../../webhooks/tell.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { saveNumber } from "../save-number.ts";
import { readCalling } from "./calling-settings.ts";
import { STORAGE_REGIONS } from "./storage-regions.ts";

export const settingsRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "settings", methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: "settings", methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const number = callNumber(call);
  const details = numberDetails(call.world, number.id);
  const { enabled, fingerprint } = details.payloadEncryption;
  return {
    body: {
      calling: details.calling,
      user_identity_change: { enable_identity_key_check: number.identityKeyCheck },
      payload_encryption: compact({
        status: enabled ? "ENABLED" : "DISABLED",
        client_encryption_key_fingerprint: fingerprint ?? undefined,
      }),
      storage_configuration: compact({
        status: details.storageRegion === null ? "DEFAULT" : "IN_COUNTRY_STORAGE_ENABLED",
        data_localization_region: details.storageRegion ?? undefined,
      }),
    },
  };
}

const GROUPS = [
  "calling",
  "user_identity_change",
  "payload_encryption",
  "storage_configuration",
] as const;

/** Changes the groups of settings that are given; the others stay. */
function change(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  if (!GROUPS.some((it) => params.has(it))) {
    throw invalidParameter(`At least one of {${GROUPS.join(", ")}} is required.`);
  }
  const given = {
    calling: params.optionalObject("calling"),
    identity: params.optionalObject("user_identity_change"),
    encryption: params.optionalObject("payload_encryption"),
    storage: params.optionalObject("storage_configuration"),
  };
  const calling = given.calling === undefined ? undefined : readCalling(given.calling);
  const check = given.identity === undefined ? undefined : identityCheck(given.identity);
  const payloadEncryption = given.encryption && encryptionOf(given.encryption);
  const storageRegion = given.storage === undefined ? undefined : regionOf(given.storage);
  if (check !== undefined) saveNumber(world, { ...number, identityKeyCheck: check });
  if (calling !== undefined) changeCalling(world, number, calling);
  if (payloadEncryption !== undefined) changeDetails(world, number.id, { payloadEncryption });
  if (storageRegion !== undefined) changeDetails(world, number.id, { storageRegion });
  return SUCCESS;
}

function identityCheck(group: Params): boolean {
  const value = group.optionalFlag("enable_identity_key_check");
  if (value === undefined) throw group.missing("enable_identity_key_check");
  return value;
}

function changeCalling(world: World, number: BusinessNumber, change: JsonObject): void {
  const calling = { ...numberDetails(world, number.id).calling, ...change };
  changeDetails(world, number.id, { calling });
  tellNumber(world, number, "account_settings_update", {
    messaging_product: "whatsapp",
    timestamp: String(Math.floor(world.clock.now() / 1000)),
    type: "phone_number_settings",
    phone_number_settings: { phone_number_id: number.id, calling },
  });
}

function encryptionOf(group: Params) {
  if (group.oneOf("status", ["ENABLED", "DISABLED"]) === "DISABLED") {
    return { enabled: false, fingerprint: null };
  }
  const key = group.text("client_encryption_key");
  return { enabled: true, fingerprint: createHash("sha256").update(key).digest("hex") };
}

function regionOf(group: Params): string | null {
  const status = group.oneOf("status", ["DEFAULT", "IN_COUNTRY_STORAGE_ENABLED"]);
  return status === "DEFAULT" ? null : group.oneOf("data_localization_region", STORAGE_REGIONS);
}
