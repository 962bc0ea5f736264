import { type Brake, strongest } from "./brake.ts";
import type { Seen } from "./facts.ts";

/** The ways in which numbers are lost, each looked at by a check of its own. */
export const CHECKS = [
  "quality",
  "blocks",
  "spam-hold",
  "account",
  "opt-outs",
  "consent",
  "templates",
  "pace-minute",
  "pace-day",
  "fresh",
  "sameness",
  "links",
  "incoming",
  "reads",
] as const;
export type Check = (typeof CHECKS)[number];

export const SEVERITIES = ["ok", "notice", "warning", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Something that one can look at oneself. */
export type Evidence =
  | ({ readonly kind: "conversation" } & Seen)
  | {
      readonly kind: "template";
      readonly name: string;
      readonly language: string;
      /** What of it is to be seen, in a word: `paused`, `red`, `utility → marketing`. */
      readonly what: string;
    }
  | { readonly kind: "text"; readonly text: string; readonly count: number }
  /** What Meta says, in its words. */
  | { readonly kind: "told"; readonly text: string; readonly at: string | null };

/** What one check found. The words about it are made of `check`, `severity`, `reason` and `figures`. */
export type Finding = {
  readonly check: Check;
  readonly severity: Severity;
  /** Which of several things it is, where a check looks at more than one. */
  readonly reason: string;
  readonly brake: Brake;
  readonly figures: Readonly<Record<string, number>>;
  readonly evidence: readonly Evidence[];
};

export type FindingWish = Omit<Finding, "brake" | "evidence" | "reason"> &
  Partial<Pick<Finding, "brake" | "evidence" | "reason">>;

const MOST_EVIDENCE = 5;

export function finding({ evidence = [], brake = "none", reason = "", ...rest }: FindingWish) {
  return { ...rest, reason, brake, evidence: evidence.slice(0, MOST_EVIDENCE) } satisfies Finding;
}

/** The brake that all of it together asks for. */
export function brakeFor(findings: readonly Finding[]): Brake {
  return strongest(findings.map(({ brake }) => brake));
}

export function worstOf(findings: readonly Pick<Finding, "severity">[]): Severity {
  return findings.reduce<Severity>(
    (worst, { severity }) => (rankOf(severity) > rankOf(worst) ? severity : worst),
    "ok",
  );
}

/** From where on a figure is worth what; what is left out is never reached. */
export type Steps = {
  readonly notice?: number;
  readonly warning?: number;
  readonly critical?: number;
};

/** What was reached is held until the figure has fallen this far below. */
const HOLD = 0.8;

/**
 * How bad a figure is, given how bad it was found the last time.
 *
 * A figure that wavers about a step does not waver between two findings: a step
 * is left only a fifth below where it was reached.
 */
export function gradeOf(value: number, steps: Steps, before: Severity): Severity {
  const reached = SEVERITIES.filter((severity) => {
    const step = severity === "ok" ? undefined : steps[severity];
    if (step === undefined) return false;
    return value >= (rankOf(severity) <= rankOf(before) ? step * HOLD : step);
  });
  return reached.at(-1) ?? "ok";
}

/** How bad each check was found the last time; what is not there was not. */
export type Before = Partial<Readonly<Record<Check, Severity>>>;

/** What was kept of the last look; what another version has written and is not known is left out. */
export function keptFindings(kept: unknown): readonly Pick<Finding, "check" | "severity">[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((it: unknown) => {
    if (typeof it !== "object" || it === null || !("check" in it) || !("severity" in it)) return [];
    const check = CHECKS.find((name) => name === it.check);
    const severity = SEVERITIES.find((name) => name === it.severity);
    return check && severity ? [{ check, severity }] : [];
  });
}

export function parseBefore(kept: unknown): Before {
  return Object.fromEntries(keptFindings(kept).map(({ check, severity }) => [check, severity]));
}
