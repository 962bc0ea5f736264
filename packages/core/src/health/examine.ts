import type { HealthFacts } from "./facts.ts";
import { type Before, type Check, type Finding, type Severity, CHECKS } from "./finding.ts";
import { checkAccount, checkQuality, checkSpamHold, checkTemplates } from "./checks/meta-checks.ts";
import {
  checkBlocks,
  checkConsent,
  checkIncoming,
  checkOptOuts,
  checkReads,
} from "./checks/people-checks.ts";
import {
  checkDay,
  checkFresh,
  checkLinks,
  checkMinute,
  checkSameness,
} from "./checks/sending-checks.ts";

type Examination = (now: Date, facts: HealthFacts, before: Severity) => Finding;

const EXAMINATIONS = {
  quality: checkQuality,
  blocks: checkBlocks,
  "spam-hold": checkSpamHold,
  account: checkAccount,
  "opt-outs": checkOptOuts,
  consent: checkConsent,
  templates: checkTemplates,
  "pace-minute": checkMinute,
  "pace-day": checkDay,
  fresh: checkFresh,
  sameness: checkSameness,
  links: checkLinks,
  incoming: checkIncoming,
  reads: checkReads,
} as const satisfies Record<Check, Examination>;

/** All checks, in the order in which they weigh. Looking twice at the same finds the same. */
export function examine(now: Date, facts: HealthFacts, before: Before): readonly Finding[] {
  return CHECKS.map((check) => EXAMINATIONS[check](now, facts, before[check] ?? "ok"));
}
