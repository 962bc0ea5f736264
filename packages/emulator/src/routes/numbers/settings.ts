import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { saveNumber } from "../save-number.ts";

export const settingsRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "settings", methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: "settings", methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const number = callNumber(call);
  return {
    body: {
      calling: { status: "DISABLED" },
      user_identity_change: { enable_identity_key_check: number.identityKeyCheck },
      payload_encryption: { status: "DISABLED" },
      storage_configuration: { status: "DEFAULT" },
    },
  };
}

/** Identity checks can be switched; calling and local storage are not part of this emulator yet. */
function change(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  const identity = params.optionalObject("user_identity_change");
  if (identity === undefined) throw params.missing("user_identity_change");
  const identityKeyCheck = identity.text("enable_identity_key_check") === "true";
  saveNumber(world, { ...number, identityKeyCheck });
  return SUCCESS;
}
