import { reportStatus } from "../sending/report-status.ts";
import { insertDue } from "../store/due.ts";
import { takeHeldSends } from "../store/limits/held-sends.ts";
import type { Pacing } from "../store/kinds/limits.ts";
import { nextPauseStage, pauseTemplate } from "../templates/pause-template.ts";
import type { World } from "../world.ts";
import { assess } from "../world/limits/pacing.ts";
import { numbersOf } from "./portfolios.ts";
import { reportOn } from "./rate-subject.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The assessment is over: what was held goes out, or is dropped and the template paused. */
export function assessPacing(world: World, pacingId: string): void {
  const pacing = world.kinds.pacings.find(pacingId);
  if (pacing === null || pacing.phase !== "assessing") return;
  const template = world.kinds.templates.find(pacingId);
  if (template === null) {
    const liked = !numbersOf(world, pacingId).some((it) => it.qualityRating === "RED");
    settle(world, pacing, liked, world.clock.now() + DAY_MS);
    return;
  }
  const disliked = reportOn(world, `template ${pacingId}`).quality === "RED";
  if (disliked) pauseTemplate(world, template, nextPauseStage(template));
  const approved = world.kinds.templates.find(pacingId)?.status === "APPROVED";
  settle(world, pacing, approved && !disliked, null);
}

/** The template was paused or disabled: nothing of it waits for anything any more. */
export function dropHeld(world: World, templateId: string): void {
  const pacing = world.kinds.pacings.find(templateId);
  if (pacing?.phase === "assessing") settle(world, pacing, false, null);
}

function settle(world: World, pacing: Pacing, liked: boolean, passesUntil: number | null): void {
  world.kinds.pacings.put(pacing.id, assess(pacing, liked, passesUntil));
  for (const sendId of takeHeldSends(world.db, pacing.id)) {
    if (liked) release(world, sendId);
    else reportStatus(world, sendId, "failed", DROPPED);
  }
}

function release(world: World, sendId: number): void {
  const at = world.clock.now();
  insertDue(world.db, { at, kind: "transport", subject: String(sendId) });
  world.wake(at);
}

const DROPPED = {
  code: 132015,
  details: "Template is paused due to low quality so it cannot be sent in a template message.",
} as const;
