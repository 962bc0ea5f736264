import type { Receipts } from "@galka/postgres/stores/receiving/parked-webhooks";
import type { LoggedWebhook } from "@galka/postgres/stores/receiving/webhook-log";
import type { Parked } from "./apply-or-park.ts";

/** By day and address: webhooks that were accepted, those of which everything was applied, and those with something parked. */
export function receiptsOf(
  webhooks: readonly LoggedWebhook[],
  parked: readonly Parked[],
): Receipts[] {
  const troubled = new Set(parked.map(({ position }) => position));
  const receipts = new Map<string, Receipts>();
  for (const { position, receivedAt, hint } of webhooks) {
    const day = receivedAt.toISOString().slice(0, 10);
    const before = receipts.get(`${day} ${hint}`);
    const isParked = troubled.has(position);
    receipts.set(`${day} ${hint}`, {
      day,
      hint,
      accepted: (before?.accepted ?? 0) + 1,
      applied: (before?.applied ?? 0) + (isParked ? 0 : 1),
      parked: (before?.parked ?? 0) + (isParked ? 1 : 0),
    });
  }
  return [...receipts.values()];
}
