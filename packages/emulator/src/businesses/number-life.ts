import { switchAgent } from "../agents/business-agent.ts";
import { errorTitle } from "../graph/error.ts";
import { saveNumber } from "../routes/save-number.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { unreachable } from "../unreachable.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import { messagingHead, tellNumber } from "../webhooks/tell.ts";
import type { NumberHappening } from "../wire/happenings.ts";
import type { World } from "../world.ts";

/** Who turned to Meta, in the emulator: nobody real has this id. */
const REQUESTER = "61500000000001";

/**
 * Something happens to a number from outside.
 *
 * Meta: docs/…/webhooks/reference/security and …/messages/errors, read 2026-11.
 */
export function happenToNumber(world: World, number: BusinessNumber, what: NumberHappening): void {
  world.db.write(() => {
    switch (what.happens) {
      case "pin-reset-requested":
        return tellSecurity(world, number, "PIN_RESET_REQUEST");
      case "pin-reset-done":
        saveNumber(world, { ...number, pin: null, pinGuesses: 0 });
        return tellSecurity(world, number, "PIN_REQUEST_SUCCESS");
      case "trouble":
        return tellTrouble(world, number, what);
      case "business-app-joined":
        world.kinds.businessApps.put(number.id, { phoneNumberId: number.id });
        return;
      case "agent-on":
      case "agent-off":
        return switchAgent(world, number, what.happens === "agent-on");
      case "business-app-left":
        return world.kinds.businessApps.remove(number.id);
      default:
        return unreachable(what);
    }
  });
}

function tellSecurity(world: World, number: BusinessNumber, event: string): void {
  const value = { display_phone_number: number.waId, event, requester: REQUESTER };
  tellNumber(world, number, "security", value);
}

/** An error beside no message: the value has `errors` where others have `messages`. */
function tellTrouble(
  world: World,
  number: BusinessNumber,
  what: { readonly code: number; readonly details: string },
): void {
  const title = errorTitle(what.code);
  const error = {
    code: what.code,
    title,
    message: title,
    error_data: { details: what.details },
    href: "/documentation/business-messaging/whatsapp/support/error-codes",
  };
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "messages",
    kind: "other",
    about: number.id,
    to: [],
    value: { ...messagingHead(number), errors: [error] },
  });
}
