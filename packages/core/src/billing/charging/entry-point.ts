import { type Charge, NOTHING_CHARGED, type OpenConversation } from "./charge.ts";
import type { Delivery } from "./delivery.ts";
import type { EntryPointHours } from "../tariffs/tariff.ts";
import type { Before, Terms } from "./terms.ts";

const HOUR_MS = 60 * 60 * 1000;
// Meta: "respond within 24 hours", docs/…/pricing ("Free entry point"), read 2026-11.
const ANSWER_WITHIN_MS = 24 * HOUR_MS;

export const ENTRY_POINT_CATEGORY = "referral_conversion";

/**
 * The charge of a delivery that an entry point makes free; null if none does.
 *
 * The first message that answers, within 24 hours, a person who came by an
 * advertisement or a page's button opens a window in which all is free. It
 * ends every other conversation of the two, and uses the entry up.
 */
export function chargeByEntryPoint(
  delivery: Delivery,
  before: Before,
  terms: Terms,
): Charge | null {
  const hours = hoursAt(entryPointOf(terms), terms.day);
  if (hours === null) return null;
  const open = before.open.find(({ category }) => category === ENTRY_POINT_CATEGORY);
  if (open) return freeBy(open, terms, false);
  if (!answersEntry(delivery, before)) return null;
  const opened: OpenConversation = {
    openedBy: delivery.id,
    openedAtMs: delivery.atMs,
    expiresAtMs: delivery.atMs + hours * HOUR_MS,
    category: ENTRY_POINT_CATEGORY,
    charged: ENTRY_POINT_CATEGORY,
    type: "free_entry_point",
  };
  return freeBy(opened, terms, true);
}

function entryPointOf({ tariff: { rules } }: Terms): EntryPointHours {
  return rules.unit === "notification" ? [] : rules.entryPoint;
}

/** A tariff that is applied to a day before its time has its first hours. */
function hoursAt(entryPoint: EntryPointHours, day: string): number | null {
  const found = entryPoint.findLast(({ from }) => from <= day) ?? entryPoint[0];
  return found?.hours ?? null;
}

function answersEntry({ entryAtMs, acceptedAtMs }: Delivery, before: Before): boolean {
  if (entryAtMs === null) return false;
  if (before.entryUsedAtMs !== null && entryAtMs <= before.entryUsedAtMs) return false;
  return acceptedAtMs >= entryAtMs && acceptedAtMs < entryAtMs + ANSWER_WITHIN_MS;
}

function freeBy(conversation: OpenConversation, { tariff }: Terms, opens: boolean): Charge {
  return {
    ...NOTHING_CHARGED,
    model: tariff.rules.unit === "message" ? "PMP" : "CBP",
    type: "free_entry_point",
    category: ENTRY_POINT_CATEGORY,
    billable: false,
    reason: "free-entry-point",
    conversation,
    opens,
  };
}
