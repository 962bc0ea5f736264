import type { Language } from "../entry.ts";
import type { LineHead } from "./line-head.ts";
import { dateIn, type DateOrder, type WallClock } from "./wall-clock.ts";

/**
 * What the dates of a file say about which number is the day.
 *
 * `3/12/24` alone says nothing. A number above twelve is a day. Messages stand
 * roughly in order, so the reading under which the dates jump back is the wrong
 * one. Failing both, the way the date is written points to a country.
 */
export type DateEvidence = {
  readonly dayFirst: OrderEvidence;
  readonly monthFirst: OrderEvidence;
};

type Day = Pick<WallClock, "year" | "month" | "day">;

type OrderEvidence = {
  possible: number;
  impossible: number;
  /** How often a date was earlier than the one before it. */
  backward: number;
  first: Day | null;
  last: Day | null;
};

export type Confidence = {
  /** `certain`: no other reading is possible. `guess`: a person should look. */
  readonly level: "certain" | "likely" | "guess";
  readonly because:
    | "written-so"
    | "number-above-twelve"
    | "order-of-dates"
    | "style"
    | "closeness"
    | "contradiction";
};

/** The period a file covers if its dates are read in this order. */
export type DateReading = {
  readonly order: DateOrder;
  readonly first: Day | null;
  readonly last: Day | null;
  /** Messages whose date does not exist in this order. */
  readonly impossibleCount: number;
};

type Decision = {
  readonly confidence: Confidence;
  readonly readings: readonly DateReading[];
};

/** No dates yet. */
export function startDates(): DateEvidence {
  return { dayFirst: startOrder(), monthFirst: startOrder() };
}

/** Adds one date to `evidence`, in place. */
export function observeDate(evidence: DateEvidence, head: LineHead): void {
  if (head.yearFirst) {
    observeDay(evidence.dayFirst, dateIn("year-month-day", head.numbers));
    return;
  }
  observeDay(evidence.dayFirst, dateIn("day-month-year", head.numbers));
  observeDay(evidence.monthFirst, dateIn("month-day-year", head.numbers));
}

/** The order of day and month, how sure it is, and what the other one would mean. */
export function decideDateOrder(
  evidence: DateEvidence,
  head: LineHead,
  languages: readonly Language[],
): Decision {
  const { dayFirst, monthFirst } = evidence;
  const written = { level: "certain", because: "written-so" } as const;
  if (head.yearFirst)
    return { confidence: written, readings: [reading("year-month-day", dayFirst)] };
  const asDay = reading("day-month-year", dayFirst);
  const asMonth = reading("month-day-year", monthFirst);
  // No country writes the month first with stops between the numbers.
  if (head.separator === ".") return { confidence: written, readings: [asDay] };
  const { order, ...confidence } = weigh(evidence, head, languages);
  const chosen = order === "day-month-year" ? [asDay, asMonth] : [asMonth, asDay];
  return { confidence, readings: confidence.level === "certain" ? chosen.slice(0, 1) : chosen };
}

type Weighed = Confidence & { readonly order: DateOrder };

function weigh(
  { dayFirst, monthFirst }: DateEvidence,
  head: LineHead,
  languages: readonly Language[],
): Weighed {
  const fewer = (ofDay: number, ofMonth: number): DateOrder =>
    ofDay <= ofMonth ? "day-month-year" : "month-day-year";
  if (dayFirst.impossible !== monthFirst.impossible) {
    const order = fewer(dayFirst.impossible, monthFirst.impossible);
    return dayFirst.impossible === 0 || monthFirst.impossible === 0
      ? { order, level: "certain", because: "number-above-twelve" }
      : { order, level: "guess", because: "contradiction" };
  }
  if (dayFirst.backward !== monthFirst.backward) {
    const order = fewer(dayFirst.backward, monthFirst.backward);
    return { order, level: "likely", because: "order-of-dates" };
  }
  const styled = orderByStyle(head, languages);
  if (styled !== null) return { order: styled, level: "likely", because: "style" };
  const order = fewer(spanOf(dayFirst), spanOf(monthFirst));
  return { order, level: "guess", because: "closeness" };
}

/** Only the United States write the month first: in English, unpadded, with two digits of the year. */
function orderByStyle(head: LineHead, languages: readonly Language[]): DateOrder | null {
  const [language] = languages;
  if (language !== undefined && language !== "en") return "day-month-year";
  if (head.separator === "-") return "day-month-year";
  if (head.longYear && head.padded) return "day-month-year";
  const american = !head.longYear && !head.padded && head.half !== null;
  return language === "en" && american ? "month-day-year" : null;
}

function observeDay(evidence: OrderEvidence, day: Day | null): void {
  if (day === null) {
    evidence.impossible += 1;
    return;
  }
  evidence.possible += 1;
  if (evidence.last !== null && serialOf(day) < serialOf(evidence.last)) evidence.backward += 1;
  evidence.first ??= day;
  evidence.last = day;
}

function spanOf({ first, last }: OrderEvidence): number {
  return first === null || last === null ? 0 : Math.abs(serialOf(last) - serialOf(first));
}

function reading(order: DateOrder, { first, last, impossible }: OrderEvidence): DateReading {
  return { order, first, last, impossibleCount: impossible };
}

function serialOf({ year, month, day }: Day): number {
  return (year * 12 + month) * 31 + day;
}

function startOrder(): OrderEvidence {
  return { possible: 0, impossible: 0, backward: 0, first: null, last: null };
}
