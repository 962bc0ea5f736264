import type { BusinessNumber, Waba } from "../store/kinds.ts";
import { tellAccount, tellNumber } from "../webhooks/tell.ts";
import type { World } from "../world.ts";

/**
 * Tells of what changed about a number, whoever changed it. A number that was
 * not there before has not changed.
 *
 * Meta: event ONBOARDING when a number is registered,
 * docs/…/webhooks/reference/phone_number_quality_update, read 2026-11.
 */
export function noticeNumber(
  world: World,
  before: BusinessNumber | null,
  after: BusinessNumber,
): void {
  if (before === null || before.status === after.status) return;
  if (before.status !== "PENDING" || after.status !== "CONNECTED") return;
  tellNumber(world, after, "phone_number_quality_update", {
    display_phone_number: after.waId,
    event: "ONBOARDING",
    current_limit: after.messagingLimit,
    max_daily_conversations_per_business: after.messagingLimit,
  });
}

/** Tells of what changed about an account. */
export function noticeAccount(world: World, before: Waba, after: Waba): void {
  if (before.accountReviewStatus === after.accountReviewStatus) return;
  const decision = after.accountReviewStatus;
  tellAccount(world, after.id, "account_review_update", { decision });
}
