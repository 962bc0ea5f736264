import { GraphError } from "../graph/error.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { THROUGHPUT } from "../world/limits/throughput.ts";

/**
 * Takes one message of the number's throughput and of the pair's rate.
 *
 * @throws GraphError 130429 or 131056.
 */
export function checkRates(world: World, number: BusinessNumber, recipient: string): void {
  const now = world.clock.now();
  const settings = world.settings();
  if (settings.throughput === "by-level") {
    if (!world.throughput.take(now, number.id, THROUGHPUT[number.throughputLevel])) {
      throw new GraphError({
        code: 130429,
        details: "Cloud API message throughput has been reached.",
      });
    }
  }
  if (!settings.pairRate) return;
  if (world.pairs.take(now, `${number.id}:${recipient}`, settings.pairBorrowing)) return;
  throw new GraphError({
    code: 131056,
    details:
      "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  });
}

/** A message that came in: it uses the same throughput, and is never refused for it. */
export function hearInbound(world: World, number: BusinessNumber): void {
  if (world.settings().throughput !== "by-level") return;
  world.throughput.take(world.clock.now(), number.id, THROUGHPUT[number.throughputLevel]);
}
