import { GraphError } from "../graph/error.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";

// Meta: "wait 5 minutes", docs/…/support/error-codes (133015), read 2026-11.
const DELETING_MS = 5 * 60 * 1000;

/**
 * Deletes a number as WhatsApp Manager does; Graph has no call for it.
 *
 * Its chats stay on people's phones, and what was sent stays in the ledger.
 */
export function removeNumber(world: World, number: BusinessNumber): void {
  const { id, waId } = number;
  const { kinds, clock } = world;
  world.db.write(() => {
    kinds.numbers.remove(id);
    kinds.numberDetails.remove(id);
    for (const code of kinds.qrCodes.list().filter((it) => it.phoneNumberId === id)) {
      kinds.qrCodes.remove(code.code);
    }
    kinds.deletedNumbers.put(id, { id, waId, deletedAt: clock.now() });
  });
  world.events.emit(() => ({ type: "reset" }));
}

/** What a call about a number that was deleted is answered with; `null` for any other id. */
export function deletedNumberError(world: World, id: string): GraphError | null {
  if (world.kinds.deletedNumbers.find(id) === null) return null;
  return new GraphError({ code: 33, details: "The business phone number has been deleted." });
}

/**
 * Refuses a registration while the number is still being deleted somewhere.
 *
 * @throws GraphError 133015 within five minutes of the deletion.
 */
export function requireDeleted(world: World, waId: string): void {
  const now = world.clock.now();
  const fresh = world.kinds.deletedNumbers
    .list()
    .some((it) => it.waId === waId && now - it.deletedAt < DELETING_MS);
  if (!fresh) return;
  throw new GraphError({
    code: 133015,
    details: "The phone number was deleted a moment ago. Wait 5 minutes and register it again.",
  });
}
