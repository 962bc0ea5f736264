import type { NumberStanding } from "../channels/gateway.ts";

/** A number about which the channel has nothing to say. */
export const WELL: NumberStanding = {
  quality: "green",
  throughputPerSecond: 80,
  standing: { canSend: "available", problems: [], registeredAt: null },
};
