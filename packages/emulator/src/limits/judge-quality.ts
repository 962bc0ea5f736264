import { saveNumber } from "../routes/save-number.ts";
import { countFeedback } from "../store/feedback.ts";
import type { BusinessNumber, Template } from "../store/kinds.ts";
import { nextPauseStage, pauseTemplate } from "../templates/pause-template.ts";
import { setTemplateQuality } from "../templates/template-quality.ts";
import type { World } from "../world.ts";
import { looksLikeSpam, type QualityReport } from "../world/limits/quality.ts";
import { dropHeld } from "./assess-pacing.ts";
import { daysOf, reportOn, type Subject, watch } from "./rate-subject.ts";
import { isHeld, numberStanding, saveNumberStanding } from "./standings.ts";

const SPAM_HOLD_MS = 24 * 60 * 60 * 1000;
/** Fewer people than this do not pause a template. */
const OBJECTORS_MIN = 3;

/** The day is over: quality follows from the seven days that count from here on. */
export function checkQuality(world: World, subject: Subject): void {
  if (world.settings().quality !== "by-feedback") return;
  judge(world, subject);
  if (daysOf(world, subject).length > 0) watch(world, subject);
}

/** Gives the subject the quality that its feedback says, with what follows from it. */
export function judge(world: World, subject: Subject): void {
  const [kind, id = ""] = subject.split(" ");
  const report = reportOn(world, subject);
  if (kind === "number") {
    const number = world.kinds.numbers.find(id);
    if (number !== null) judgeNumber(world, number, report);
    return;
  }
  const template = world.kinds.templates.find(id);
  if (template !== null) judgeTemplate(world, template, report);
}

function judgeNumber(world: World, number: BusinessNumber, report: QualityReport): void {
  // A number that hardly anybody hears of is well liked, as it is when it is connected.
  const quality = report.quality === "UNKNOWN" ? "GREEN" : report.quality;
  if (number.qualityRating !== quality) saveNumber(world, { ...number, qualityRating: quality });
  if (!world.settings().spamLimit || !looksLikeSpam(report)) return;
  const now = world.clock.now();
  const standing = numberStanding(world, number.id);
  if (isHeld(now, standing.spamHoldUntil)) return;
  saveNumberStanding(world, { ...standing, spamHoldUntil: now + SPAM_HOLD_MS });
}

function judgeTemplate(world: World, template: Template, report: QualityReport): void {
  if (template.status !== "APPROVED") return;
  const rated = setTemplateQuality(world, template, report.quality);
  if (report.quality !== "RED" || objectors(world, template) < OBJECTORS_MIN) return;
  const paused = pauseTemplate(world, rated, nextPauseStage(rated));
  dropHeld(world, template.id);
  // The next pause follows from what people say after this one.
  const subject: Subject = `template ${template.id}`;
  const known = world.kinds.qualityWatches.find(subject);
  world.kinds.qualityWatches.put(subject, {
    subject,
    nextCheckAt: known?.nextCheckAt ?? 0,
    judgedAt: paused.pausedUntil ?? world.clock.now(),
  });
}

/** Blocks and reports since the template's last pause. */
function objectors(world: World, template: Template): number {
  const since = world.kinds.qualityWatches.find(`template ${template.id}`)?.judgedAt ?? 0;
  const query = { templateId: template.id, since };
  return (
    countFeedback(world.db, { ...query, kind: "block" }) +
    countFeedback(world.db, { ...query, kind: "report" })
  );
}
