import type { OfficeHoursJson } from "@galka/contract/json/hours";
import {
  DAY_MINUTES,
  type HoursProblem,
  type Period,
  problemOfHours,
} from "@galka/core/hours/office-hours";

/** A period as its two fields hold it: "09:00" to "18:00", empty while it is being typed. */
export type SpanDraft = { readonly from: string; readonly to: string };

export type HolidayDraft = {
  readonly date: string;
  readonly name: string;
  readonly spans: readonly SpanDraft[];
};

/** Office hours as a form holds them. */
export type HoursDraft = {
  readonly timeZone: string;
  readonly week: readonly (readonly SpanDraft[])[];
  readonly holidays: readonly HolidayDraft[];
};

export type DraftProblem = HoursProblem | "time-missing";

const NINE_TO_SIX: SpanDraft = { from: "09:00", to: "18:00" };

/** What the form begins with where nothing is written down: nine to six, Monday to Friday. */
export function firstDraft(timeZone: string): HoursDraft {
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [NINE_TO_SIX] : []));
  return { timeZone, week, holidays: [] };
}

export function draftOf({ timeZone, week, holidays }: OfficeHoursJson): HoursDraft {
  return {
    timeZone,
    week: week.map(spansOf),
    holidays: holidays.map(({ date, name, periods }) => ({ date, name, spans: spansOf(periods) })),
  };
}

/** The hours that a form means, its periods in order and its holidays by date; or why they cannot be kept. */
export function readDraft(
  draft: HoursDraft,
): { readonly hours: OfficeHoursJson } | { readonly problem: DraftProblem } {
  const week = draft.week.map(periodsOf);
  const holidays = draft.holidays
    .map(({ date, name, spans }) => ({ date, name: name.trim(), periods: periodsOf(spans) }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const hours = { timeZone: draft.timeZone, week, holidays };
  const times = [...week, ...holidays.map(({ periods }) => periods)].flat();
  if (times.some(({ fromMinute, toMinute }) => Number.isNaN(fromMinute + toMinute))) {
    return { problem: "time-missing" };
  }
  const problem = problemOfHours(hours);
  return problem === null ? { hours } : { problem };
}

/** The period that another one of the day begins as: an hour after the last. */
export function nextSpan(spans: readonly SpanDraft[]): SpanDraft {
  const last = spans.at(-1);
  if (!last) return NINE_TO_SIX;
  const ended = endMinute(last.to);
  if (Number.isNaN(ended)) return { from: "", to: "" };
  const from = Math.min(ended + 60, DAY_MINUTES - 60);
  return { from: clockText(from), to: clockText(Math.min(from + 240, DAY_MINUTES)) };
}

function spansOf(periods: readonly Period[]): SpanDraft[] {
  return periods.map(({ fromMinute, toMinute }) => ({
    from: clockText(fromMinute),
    to: clockText(toMinute),
  }));
}

function periodsOf(spans: readonly SpanDraft[]): Period[] {
  return spans
    .map(({ from, to }) => ({ fromMinute: minuteOf(from), toMinute: endMinute(to) }))
    .toSorted((a, b) => a.fromMinute - b.fromMinute);
}

/** A field for the time knows no 24:00, so the day's last midnight is shown as its first. */
function clockText(minute: number): string {
  const ofDay = minute % DAY_MINUTES;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** What ends at 00:00 ends with the day. */
function endMinute(text: string): number {
  const minute = minuteOf(text);
  return minute === 0 ? DAY_MINUTES : minute;
}

/** NaN for what is no time. */
function minuteOf(text: string): number {
  const parts = /^(\d{2}):(\d{2})/.exec(text);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
}
