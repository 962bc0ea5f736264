import type { SlaPolicyDraftJson } from "@galka/contract/json/sla";
import { SLA_TARGETS, type SlaTarget } from "@galka/core/sla/sla-policy";

/** A policy as a form holds it: times as they are typed, in the unit that is chosen beside them. */
export type SlaDraft = Omit<SlaPolicyDraftJson, "minutes" | "warnPercent"> & {
  readonly times: Readonly<Record<SlaTarget, TypedTime>>;
  readonly warnPercent: string;
};

/** Empty for no such target. */
export type TypedTime = { readonly text: string; readonly unit: TimeUnit };

export const TIME_UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
export type TimeUnit = keyof typeof TIME_UNITS;
const LARGEST_FIRST = ["days", "hours", "minutes"] as const;

/** What a policy begins with: half an hour for a first answer, an hour for others, a day for the case. */
export const FIRST_POLICY: SlaPolicyDraftJson = {
  name: "",
  isOn: true,
  scope: { channelIds: [], teamIds: [], priorities: [], labelIds: [] },
  minutes: { "first-answer": 30, "next-answer": 60, resolution: 24 * 60 },
  countedIn: "office-hours",
  warnPercent: 75,
};

export function draftOfSla({ minutes, warnPercent, ...rest }: SlaPolicyDraftJson): SlaDraft {
  const times = {
    "first-answer": typed(minutes["first-answer"]),
    "next-answer": typed(minutes["next-answer"]),
    resolution: typed(minutes.resolution),
  };
  return { ...rest, times, warnPercent: String(warnPercent) };
}

function typed(minutes: number | null): TypedTime {
  if (minutes === null) return { text: "", unit: "minutes" };
  const unit = LARGEST_FIRST.find((it) => minutes % TIME_UNITS[it] === 0) ?? "minutes";
  return { text: String(minutes / TIME_UNITS[unit]), unit };
}

export type SlaDraftProblem =
  | "name-missing"
  | "target-missing"
  | "time-unclear"
  | "warning-unclear";

/** The policy that a form means, or the first thing about it that is not clear. */
export function readSlaDraft(
  draft: SlaDraft,
): { readonly policy: SlaPolicyDraftJson } | { readonly problem: SlaDraftProblem } {
  const { times, warnPercent: percent, ...rest } = draft;
  if (rest.name.trim() === "") return { problem: "name-missing" };
  const read = SLA_TARGETS.map((target) => minutesOf(times[target]));
  if (read.includes("unclear")) return { problem: "time-unclear" };
  if (read.every((it) => it === null)) return { problem: "target-missing" };
  const warnPercent = Number(percent);
  if (!Number.isInteger(warnPercent) || warnPercent < 1 || warnPercent > 99) {
    return { problem: "warning-unclear" };
  }
  const [first, next, resolution] = read.map((it) => (it === "unclear" ? null : it));
  const minutes = {
    "first-answer": first ?? null,
    "next-answer": next ?? null,
    resolution: resolution ?? null,
  };
  return { policy: { ...rest, name: rest.name.trim(), minutes, warnPercent } };
}

const MOST_MINUTES = 90 * TIME_UNITS.days;

function minutesOf({ text, unit }: TypedTime): number | "unclear" | null {
  if (text.trim() === "") return null;
  const minutes = Math.round(Number(text.replace(",", ".")) * TIME_UNITS[unit]);
  return Number.isFinite(minutes) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : "unclear";
}
