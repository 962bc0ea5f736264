import { noteEntryPoint } from "../../bill/entry-point.ts";
import { compact, type JsonObject } from "../../json.ts";
import { findEntryPoint, findReferral, saveEntryPoint } from "../../store/limits/entry-points.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { Person } from "../../store/people.ts";
import type { ReferralRequest } from "../../wire/standing.ts";
import type { World } from "../../world.ts";
import { afterClick } from "../../world/limits/entry-point.ts";

/** The advertisement as a webhook names it. What was not given is made up, and plainly so. */
export function referralFrom(given: ReferralRequest): JsonObject {
  const sourceType = given.sourceType ?? "ad";
  const clickId = given.ctwaClid === undefined ? "Aff-demo-click-id" : given.ctwaClid;
  return compact({
    source_url: given.sourceUrl ?? "https://fb.me/demo-ad",
    source_id: given.sourceId ?? "120000000000000001",
    source_type: sourceType,
    headline: given.headline ?? "Chat with us",
    body: given.body,
    media_type: given.mediaType,
    image_url: given.imageUrl,
    video_url: given.videoUrl,
    thumbnail_url: given.thumbnailUrl,
    ctwa_clid: clickId ?? undefined,
    welcome_message: given.welcomeText === undefined ? undefined : { text: given.welcomeText },
  });
}

/**
 * The advertisement that the message came from, if any. An answer within 24
 * hours makes everything free for 72 hours.
 */
export function referralOf(
  world: World,
  person: Person,
  number: BusinessNumber,
  wamid: string,
): JsonObject {
  const referral = findReferral(world.db, wamid);
  if (referral === null) return {};
  const point = findEntryPoint(world.db, number.id, person.id);
  saveEntryPoint(world.db, number.id, person.id, afterClick(point, world.clock.now()));
  noteEntryPoint(world, number.id, person.id);
  return { referral };
}
