import type { Template } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { scheduleTemplate } from "./schedule-template.ts";
import { saveTemplate, tellStatus } from "./template-news.ts";
import { setTemplateQuality } from "./template-quality.ts";

const HOUR_MS = 60 * 60 * 1000;

/** How far low quality has brought a template. */
export type PauseStage = "first" | "second" | "disabled";

// Meta: paused for 3 hours, then for 6, then disabled, docs/…/templates/template-pausing, read 2026-11.
const PAUSE_HOURS = { first: 3, second: 6 } as const;

/** What the next pause of this template would be. */
export function nextPauseStage(template: Template): PauseStage {
  if (template.pauseCount === 0) return "first";
  return template.pauseCount === 1 ? "second" : "disabled";
}

/**
 * Pauses a template for its low quality, or disables it at the third time.
 *
 * Sends are refused with 132015 until the pause ends by itself; a disabled
 * template is refused with 132016 for good. Does nothing to a template that is
 * neither approved nor paused.
 */
export function pauseTemplate(world: World, template: Template, stage: PauseStage): Template {
  if (template.status !== "APPROVED" && template.status !== "PAUSED") return template;
  const red = setTemplateQuality(world, template, "RED");
  if (stage === "disabled") return disableTemplate(world, red);
  const until = world.clock.now() + PAUSE_HOURS[stage] * HOUR_MS;
  const paused = saveTemplate(world, {
    ...red,
    status: "PAUSED",
    pauseCount: stage === "first" ? 1 : 2,
    pausedUntil: until,
  });
  scheduleTemplate(world, paused, "unpause", until);
  tellStatus(world, paused, "PAUSED", {
    reason: "NONE",
    other_info: {
      title: stage === "first" ? "FIRST_PAUSE" : "SECOND_PAUSE",
      description: `Recipients gave this template negative feedback. It is paused for ${PAUSE_HOURS[stage]} hours and can be sent again after that.`,
    },
  });
  return paused;
}

export function disableTemplate(world: World, template: Template): Template {
  const disabled = saveTemplate(world, {
    ...template,
    status: "DISABLED",
    pauseCount: 3,
    pausedUntil: null,
  });
  tellStatus(world, disabled, "DISABLED", {
    reason: "NONE",
    disable_info: { disable_date: Math.floor(world.clock.now() / 1000) },
    other_info: {
      title: "DISABLED",
      description: "Recipients gave this template negative feedback repeatedly. It is disabled.",
    },
  });
  return disabled;
}

/** Lets a paused template be sent again. How often it was paused is not forgotten. */
export function unpauseTemplate(world: World, template: Template): Template {
  const ready = saveTemplate(world, { ...template, status: "APPROVED", pausedUntil: null });
  tellStatus(world, ready, "APPROVED", {
    reason: "NONE",
    other_info: { title: "UNPAUSE", description: "The pause is over: the template can be sent." },
  });
  return ready;
}

/** The end of a pause, unless it ended before or another one has begun. */
export function endPause(world: World, template: Template): void {
  const { status, pausedUntil } = template;
  if (status !== "PAUSED" || pausedUntil === null || pausedUntil > world.clock.now()) return;
  unpauseTemplate(world, template);
}
