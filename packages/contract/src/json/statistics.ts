import { z } from "zod";

/** What figures are about: the workspace, or one part of it. */
export const figurePartJson = z.enum(["workspace", "channel", "member", "team", "label"]);
export type FigurePart = z.infer<typeof figurePartJson>;

/**
 * Messages of the period, by what became of them.
 *
 * Each is counted on the day on which it was said; its state is that of this
 * moment, so yesterday's `read` still grows today. What was read was delivered,
 * and what was delivered was sent. Imported history, notes and notices count nowhere.
 */
export const countsJson = z.object({
  incoming: z.number(),
  outgoing: z.number(),
  sent: z.number(),
  delivered: z.number(),
  read: z.number(),
  failed: z.number(),
});
export type CountsJson = z.infer<typeof countsJson>;

export const measureJson = z.enum(["incoming", "outgoing", "sent", "delivered", "read", "failed"]);
export type MeasureJson = z.infer<typeof measureJson>;

export const statisticsJson = z.object({
  /** Whose days and hours these are: the office's zone. */
  timeZone: z.string(),
  /** The first day that is still to be counted anew; null when everything is counted. */
  countingFrom: z.string().nullable(),
  days: z.array(countsJson.extend({ day: z.string() })),
  /** The sums of the period of the same length just before. */
  before: countsJson,
  /** By the hour of the week, Monday as 0. Members and labels have none. */
  hours: z.array(
    z.object({
      weekday: z.number(),
      hour: z.number(),
      incoming: z.number(),
      outgoing: z.number(),
      /** Messages that contacts read in this hour, whenever they were sent. */
      reads: z.number(),
    }),
  ),
  /** Every channel, member, team and label with anything to count, whatever was asked for. */
  parts: z.array(
    countsJson.extend({
      part: figurePartJson,
      partId: z.string(),
      /** Null for a part that is gone. */
      name: z.string().nullable(),
    }),
  ),
});
export type StatisticsJson = z.infer<typeof statisticsJson>;

/** Half, nine of ten and nineteen of twenty took at most so long. */
const spreadJson = z.object({ p50Ms: z.number(), p90Ms: z.number(), p95Ms: z.number() });
export type SpreadJson = z.infer<typeof spreadJson>;

const timesJson = z.object({
  count: z.number(),
  wall: spreadJson.nullable(),
  /** Counting the open hours alone; null while nothing of it is measured. */
  office: spreadJson.nullable(),
});
export type TimesJson = z.infer<typeof timesJson>;

export const answerTimesJson = z.object({
  /** From a contact's first message after a day of silence to a member's answer. */
  first: timesJson,
  /** From any other message that waited to a member's answer. */
  next: timesJson,
  /** From that first message to closing; a conversation that is opened again counts once, by its last closing. */
  resolution: timesJson,
  members: z.array(z.object({ memberId: z.string(), count: z.number(), p50Ms: z.number() })),
  /** How many contacts waited at the beginning of each hour of the week, on average. */
  queue: z.array(z.object({ weekday: z.number(), hour: z.number(), waiting: z.number() })),
});
export type AnswerTimesJson = z.infer<typeof answerTimesJson>;

/** What it costs to write to somebody, in millionths of the currency. */
export const pricesJson = z.object({
  /** Of the contact, in two letters; "ZZ" while it is not known. */
  country: z.string(),
  currency: z.string(),
  /** An answer while the window is open: 0 while free answers of this month are left. */
  answerMicros: z.number(),
  utilityMicros: z.number(),
  marketingMicros: z.number(),
});
