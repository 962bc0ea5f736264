import { GraphError } from "../graph/error.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { lastInboundAt } from "../store/windows.ts";
import type { World } from "../world.ts";
import { isClosedCountry } from "../world/limits/countries.ts";
import { callingCode } from "../world/phone.ts";
import { isWindowOpen } from "../world/service-window.ts";
import { isHeld } from "./standings.ts";

/** As much of a send as the answer to it depends on. */
export type Attempted = {
  /** Digits, or the BSUID. */
  readonly recipient: string;
  readonly personId: string | null;
  readonly isTemplate: boolean;
};

/**
 * What is known before anything is transported.
 *
 * @throws GraphError 131057, 368, 130497 or 131048.
 */
export function refuseSend(world: World, number: BusinessNumber, send: Attempted): void {
  const now = world.clock.now();
  const standing = world.kinds.numberStandings.find(number.id);
  if (isHeld(now, standing?.upgradeEndsAt)) {
    throw new GraphError({
      code: 131057,
      details: "The throughput of this phone number is being upgraded. Try again in a minute.",
    });
  }
  refuseForPolicy(world, number, send);
  if (!isHeld(now, standing?.spamHoldUntil) || !send.isTemplate) return;
  const wrote = send.personId === null ? null : lastInboundAt(world.db, number.id, send.personId);
  if (!isWindowOpen(now, wrote)) throw new GraphError({ code: 131048, details: SPAM_DETAILS });
}

/** The words of 131048, at once and by webhook. */
export const SPAM_DETAILS =
  "Message failed to send because there are restrictions on how many messages can be sent from this phone number. This may be because too many previous messages were blocked or flagged as spam.";

function refuseForPolicy(world: World, number: BusinessNumber, send: Attempted): void {
  const now = world.clock.now();
  const standing = world.kinds.wabaStandings.find(number.wabaId);
  const held =
    isHeld(now, standing?.repliesHeldUntil) ||
    (send.isTemplate && isHeld(now, standing?.startsHeldUntil));
  if (held) {
    throw new GraphError({
      code: 368,
      details: "The account has been temporarily blocked for policy violations.",
    });
  }
  const digits = /^\d+$/.test(send.recipient) ? send.recipient : null;
  if (digits === null) return;
  const closed = standing?.closedCallingCodes.includes(callingCode(digits)) ?? false;
  if (closed || (world.settings().countryRules && isClosedCountry(digits))) {
    throw new GraphError({
      code: 130497,
      details: "Business account is restricted from messaging users in this country.",
    });
  }
}
