import type { Pacing } from "../../store/kinds/limits.ts";

/**
 * Holding back the rest of a campaign until the first recipients have judged it.
 *
 * `sampling`: messages go out, and are counted. `assessing`: the sample is
 * complete, and everything else is held. `passed`: everything goes out, for a
 * template for good, for a portfolio until it is looked at again.
 *
 * Meta: the first part is sent, the rest "held_for_quality_assessment" for up
 * to an hour, then released or dropped, docs/…/templates/template-pacing, read 2026-11.
 */
export type PacingRules = { readonly sampleCount: number; readonly holdMs: number };

/** What happens to one send, and the state after it. */
export type Paced = { readonly pacing: Pacing; readonly held: boolean };

/** `known` is the state so far; one of another edition counts for nothing. */
export function paceSend(
  now: number,
  known: Pacing | null,
  send: { readonly id: string; readonly edition: string },
  rules: PacingRules,
): Paced {
  const pacing = stateAt(now, known, send);
  if (pacing.phase !== "sampling") return { pacing, held: pacing.phase === "assessing" };
  if (pacing.sampleCount < rules.sampleCount) {
    return { pacing: { ...pacing, sampleCount: pacing.sampleCount + 1 }, held: false };
  }
  return { pacing: { ...pacing, phase: "assessing", until: now + rules.holdMs }, held: true };
}

function stateAt(
  now: number,
  known: Pacing | null,
  send: { readonly id: string; readonly edition: string },
): Pacing {
  const outOfDate =
    known === null ||
    known.edition !== send.edition ||
    (known.phase === "passed" && known.until !== null && known.until <= now);
  if (!outOfDate) return known;
  return { ...send, phase: "sampling", sampleCount: 0, until: null };
}

/** After the assessment: what was held goes out or not, and later sends pass or begin anew. */
export function assess(pacing: Pacing, liked: boolean, passesUntil: number | null): Pacing {
  return liked
    ? { ...pacing, phase: "passed", until: passesUntil }
    : { ...pacing, phase: "sampling", sampleCount: 0, until: null };
}
