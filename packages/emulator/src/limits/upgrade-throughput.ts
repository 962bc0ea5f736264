import type { BusinessNumber } from "../store/kinds.ts";
import type { Portfolio } from "../store/kinds/limits.ts";
import { insertDue } from "../store/due.ts";
import type { Person } from "../store/people.ts";
import { saveNumber } from "../routes/save-number.ts";
import { tellNumber } from "../webhooks/tell.ts";
import type { World } from "../world.ts";
import { UPGRADE } from "../world/limits/throughput.ts";
import { isHeld, numberStanding, saveNumberStanding } from "./standings.ts";

/** Counts a person for the number alone, and begins the upgrade once it fulfils the conditions. */
export function considerUpgrade(
  world: World,
  number: BusinessNumber,
  portfolio: Portfolio,
  person: Person,
): void {
  if (number.throughputLevel === "HIGH" || portfolio.messagingLimit !== "TIER_UNLIMITED") return;
  const now = world.clock.now();
  const subject = `number ${number.id}`;
  world.reach.add(now, subject, person.id);
  const standing = numberStanding(world, number.id);
  const ready =
    number.qualityRating !== "RED" &&
    !isHeld(now, standing.upgradeEndsAt) &&
    world.reach.count(now, subject) >= UPGRADE.reachedCount;
  if (ready) beginUpgrade(world, number);
}

/** For a minute the number cannot be used (131057). */
export function beginUpgrade(world: World, number: BusinessNumber): void {
  const at = world.clock.now() + UPGRADE.takesMs;
  world.db.write(() => {
    saveNumberStanding(world, { ...numberStanding(world, number.id), upgradeEndsAt: at });
    insertDue(world.db, { at, kind: "limits", subject: `upgrade ${number.id}` });
  });
  world.wake(at);
}

/** The minute is over: 1,000 messages a second, and the business is told. */
export function endUpgrade(world: World, phoneNumberId: string): void {
  const number = world.kinds.numbers.find(phoneNumberId);
  if (number === null) return;
  saveNumberStanding(world, { ...numberStanding(world, number.id), upgradeEndsAt: null });
  saveNumber(world, { ...number, throughputLevel: "HIGH" });
  // Meta: event THROUGHPUT_UPGRADE with TIER_UNLIMITED, docs/…/throughput, read 2026-11.
  tellNumber(world, number, "phone_number_quality_update", {
    display_phone_number: number.waId,
    event: "THROUGHPUT_UPGRADE",
    current_limit: "TIER_UNLIMITED",
    max_daily_conversations_per_business: "TIER_UNLIMITED",
  });
}
