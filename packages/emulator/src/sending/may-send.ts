import { GraphError } from "../graph/error.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";

/**
 * Whether the number may send at all.
 *
 * @throws GraphError 133010, 131031, 131037 or 368.
 */
export function mayNumberSend(world: World, number: BusinessNumber): void {
  if (
    number.registeredAt === null ||
    number.status === "PENDING" ||
    number.status === "DISCONNECTED"
  ) {
    throw new GraphError({
      code: 133010,
      title: "Account not registered",
      details: "Phone number is not registered on the Cloud API. Register it and try again.",
    });
  }
  const waba = world.kinds.wabas.find(number.wabaId);
  if (number.status === "BANNED" || (waba?.restricted ?? false)) {
    throw new GraphError({
      code: 131031,
      details: "Your account has been locked. See the account's quality in WhatsApp Manager.",
    });
  }
  if (number.status === "RESTRICTED") {
    throw new GraphError({
      code: 368,
      details: "The account has been temporarily blocked for policy violations.",
    });
  }
  if (number.nameStatus === "DECLINED") {
    throw new GraphError({
      code: 131037,
      details: "The display name of this phone number needs to be approved before it can send.",
    });
  }
}
