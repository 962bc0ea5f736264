import { findPair, savePair } from "../store/bill/bill-state.ts";
import type { World } from "../world.ts";

/**
 * A person wrote through a click-to-WhatsApp advertisement or a page's button:
 * the next answer within 24 hours opens a free entry point window.
 */
export function noteEntryPoint(world: World, phoneNumberId: string, personId: string): void {
  const pair = findPair(world.db, phoneNumberId, personId);
  savePair(world.db, phoneNumberId, personId, { ...pair, entryAt: world.clock.now() });
}
