import { findEntryPoint, saveEntryPoint } from "../store/limits/entry-points.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { markDelivered } from "../store/limits/reached.ts";
import type { Send, SendStatus } from "../store/sends.ts";
import { addToTally } from "../store/limits/tallies.ts";
import type { World } from "../world.ts";
import { afterAnswer } from "../world/limits/entry-point.ts";
import { portfolioOfNumber } from "./portfolios.ts";
import { tally } from "./rate-subject.ts";

/** What the limits remember of a message's way. `send` is as it was before `status`. */
export function learnFromStatus(
  world: World,
  number: BusinessNumber,
  send: Send,
  status: SendStatus,
): void {
  const arrives = status === "delivered" || (status === "read" && send.status === "sent");
  if (arrives) learnFromArrival(world, number, send);
  if (status === "read") count(world, send, "read");
}

function learnFromArrival(world: World, number: BusinessNumber, send: Send): void {
  if (send.personId !== null) openEntryPoint(world, send, send.personId);
  count(world, send, "delivered");
  if (send.type !== "template") return;
  const { pacing, messagingLimits } = world.settings();
  if (pacing !== "portfolio" && messagingLimits !== "by-tier") return;
  const portfolio = portfolioOfNumber(world, number);
  const now = world.clock.now();
  if (pacing === "portfolio") addToTally(world.db, `portfolio ${portfolio.id}`, now, "delivered");
  // Only the step from 250 to 2,000 asks what arrived, and only of liked messages.
  const counts = portfolio.messagingLimit === "TIER_250" && number.qualityRating !== "RED";
  if (counts && send.personId !== null) {
    markDelivered(world.db, portfolio.id, send.personId, now);
  }
}

function openEntryPoint(world: World, send: Send, personId: string): void {
  const point = findEntryPoint(world.db, send.phoneNumberId, personId);
  if (point === null) return;
  const next = afterAnswer(point, world.clock.now(), send);
  if (next !== point) saveEntryPoint(world.db, send.phoneNumberId, personId, next);
}

function count(world: World, send: Send, column: "delivered" | "read"): void {
  if (world.settings().quality !== "by-feedback") return;
  tally(world, `number ${send.phoneNumberId}`, column);
  if (send.templateId !== null) tally(world, `template ${send.templateId}`, column);
}
