import type { Failure } from "../sending/report-status.ts";
import { findEntryPoint } from "../store/limits/entry-points.ts";
import { addMarketing, countMarketing, hasStoppedMarketing } from "../store/limits/marketing.ts";
import type { Person } from "../store/people.ts";
import type { Send } from "../store/sends.ts";
import type { World } from "../world.ts";
import { hasMarketingLimit, isMarketingPaused } from "../world/limits/countries.ts";
import { entryPointClosesAt } from "../world/limits/entry-point.ts";
import { isInExperiment, MARKETING_MS, mayGetMarketing } from "../world/limits/marketing.ts";

const UNHEALTHY: Failure = {
  code: 131049,
  details:
    "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
};

/**
 * Why a person does not get a marketing template; one that they get is counted.
 *
 * Somebody who has written within 24 hours, or came from an advertisement, is
 * in no experiment and has no limit.
 */
export function marketingFailure(
  world: World,
  send: Send,
  person: Person,
  windowOpen: boolean,
): Failure | null {
  if (hasStoppedMarketing(world.db, send.phoneNumberId, person.id)) {
    return { code: 131050, details: "User has stopped to receive marketing messages from you." };
  }
  const settings = world.settings();
  if (settings.countryRules && isMarketingPaused(person.waId)) return UNHEALTHY;
  if (windowOpen) return null;
  const now = world.clock.now();
  const point = findEntryPoint(world.db, send.phoneNumberId, person.id);
  if (entryPointClosesAt(now, point) !== null) return null;
  if (isInExperiment(world.seed, person.waId, settings.experimentShare)) {
    return {
      code: 130472,
      details: "Failed to send message because this user's phone number is part of an experiment.",
    };
  }
  return countAgainstLimit(world, send, person);
}

function countAgainstLimit(world: World, send: Send, person: Person): Failure | null {
  const { marketingPerDay } = world.settings();
  if (marketingPerDay === null || !hasMarketingLimit(person.waId)) return null;
  const now = world.clock.now();
  const after = now - MARKETING_MS;
  const received = countMarketing(world.db, person.id, send.id, after);
  if (!mayGetMarketing(received, marketingPerDay)) return UNHEALTHY;
  addMarketing(world.db, { personId: person.id, sendId: send.id, at: now }, after);
  return null;
}
