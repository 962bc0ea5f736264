/** What people did with the messages of one day. */
export type FeedbackDay = {
  /** 0 is today; what is older than six days does not count. */
  readonly daysAgo: number;
  readonly delivered: number;
  readonly read: number;
  readonly blocked: number;
  readonly reported: number;
};

export type Quality = "GREEN" | "YELLOW" | "RED" | "UNKNOWN";

/** A rating and what it comes from. */
export type QualityReport = {
  readonly quality: Quality;
  readonly delivered: number;
  readonly read: number;
  readonly blocked: number;
  readonly reported: number;
  /** Weighted blocks and reports for each weighted message. */
  readonly negativeShare: number;
};

/**
 * How much it takes.
 *
 * Meta says what counts (blocks, reports and reads of the last seven days,
 * weighted by recency; docs/…/messaging-limits, read 2026-11) and not how much.
 * The figures are this emulator's: a few percent of unhappy people are yellow,
 * every tenth is red, and a report weighs as much as two blocks.
 */
const DAYS = 7;
const REPORT_WEIGHT = 2;
const YELLOW_SHARE = 0.03;
const RED_SHARE = 0.1;
/** Fewer messages say nothing. */
const SAMPLE_MIN = 20;
/** A mass of messages that nobody opens is no high quality. */
const UNREAD_SAMPLE = 1000;
const READ_SHARE_MIN = 0.05;
/** Above this a number cannot write to anybody outside the window for a day. */
const SPAM_SHARE = 0.2;

/** The quality that follows from the last seven days. */
export function rateQuality(days: readonly FeedbackDay[]): QualityReport {
  const counted = days.filter((it) => it.daysAgo >= 0 && it.daysAgo < DAYS);
  const delivered = sum(counted, (it) => it.delivered);
  const read = sum(counted, (it) => it.read);
  const negative = weigh(counted, (it) => it.blocked + REPORT_WEIGHT * it.reported);
  const weight = weigh(counted, (it) => it.delivered);
  const negativeShare = weight === 0 ? 0 : negative / weight;
  return {
    quality: gradeOf(delivered, read, negativeShare),
    delivered,
    read,
    blocked: sum(counted, (it) => it.blocked),
    reported: sum(counted, (it) => it.reported),
    negativeShare,
  };
}

function gradeOf(delivered: number, read: number, negativeShare: number): Quality {
  if (delivered < SAMPLE_MIN) return "UNKNOWN";
  if (negativeShare >= RED_SHARE) return "RED";
  const unread = delivered >= UNREAD_SAMPLE && read < delivered * READ_SHARE_MIN;
  return negativeShare >= YELLOW_SHARE || unread ? "YELLOW" : "GREEN";
}

/** Whether so many people object that the number is held for spam. */
export function looksLikeSpam(report: QualityReport): boolean {
  return report.quality === "RED" && report.negativeShare >= SPAM_SHARE;
}

/** Today weighs seven times as much as six days ago. */
function weigh(days: readonly FeedbackDay[], of: (day: FeedbackDay) => number): number {
  return sum(days, (day) => of(day) * (DAYS - day.daysAgo));
}

function sum(days: readonly FeedbackDay[], of: (day: FeedbackDay) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}
