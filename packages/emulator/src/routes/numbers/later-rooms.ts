import { type Call, callNumber, type GraphRoute } from "../../graph/call.ts";
import { GraphError } from "../../graph/error.ts";
import { textAt } from "../../json.ts";
import { numberDetails } from "../../numbers/details.ts";

/**
 * Calling, groups and the coexistence with the WhatsApp Business app: no number of the emulator
 * may use them, and each is refused with the error that Meta has for such a number.
 * Meta: docs/…/support/error-codes, read 2026-11.
 */
export const laterRooms: readonly GraphRoute[] = [
  { node: "number", edge: "calls", methods: ["POST"], scope: "messaging", handle: refuseCalling },
  {
    node: "number",
    edge: "call_permissions",
    methods: ["GET"],
    scope: "messaging",
    handle: refuseCalling,
  },
  {
    node: "number",
    edge: "groups",
    methods: ["GET", "POST"],
    scope: "messaging",
    handle: refuseGroups,
  },
  {
    node: "number",
    edge: "smb_app_data",
    methods: ["POST"],
    scope: "messaging",
    handle: refuseSync,
  },
];

function refuseCalling(call: Call): never {
  const { calling } = numberDetails(call.world, callNumber(call).id);
  if (textAt(calling, "status") !== "ENABLED") {
    throw new GraphError({
      code: 138000,
      details: "Calling APIs are not enabled for this phone number.",
    });
  }
  throw new GraphError({
    code: 138013,
    details: "Business-initiated calling is not available for this phone number.",
  });
}

function refuseGroups(call: Call): never {
  callNumber(call);
  throw new GraphError({
    code: 131215,
    details: "The phone number is not eligible for the Groups API.",
  });
}

function refuseSync(call: Call): never {
  callNumber(call);
  call.params.oneOf("sync_type", ["smb_app_state_sync", "history"]);
  throw new GraphError({
    code: 2593108,
    details:
      "The phone number was not onboarded from the WhatsApp Business app within the last 24 hours.",
  });
}
