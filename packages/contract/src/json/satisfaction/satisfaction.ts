import { z } from "zod";

const scaleJson = z.union([z.literal(3), z.literal(5)]);

/** Whether, when and how contacts are asked how they were served: core/satisfaction/settings says what is right. */
export const satisfactionSettingsJson = z.object({
  isOn: z.boolean(),
  /** Null is every number. */
  channelIds: z.array(z.uuid()).max(1000).nullable(),
  scale: scaleJson,
  /** From closing to the question; whoever writes meanwhile is not asked. */
  waitMinutes: z.number().int(),
  /** Nobody is asked twice in so many days. */
  restDays: z.number().int(),
  /** Whether a bad rating is followed by the question what could be better. */
  asksWhy: z.boolean(),
  /** The first is for contacts whose language is not among them, or not known. */
  texts: z
    .array(
      z.object({
        language: z.string().max(10),
        question: z.string().max(5000),
        thanks: z.string().max(5000),
        why: z.string().max(5000),
        listButton: z.string().max(200),
        /** The best first. */
        answers: z.array(z.string().max(200)).max(10),
      }),
    )
    .max(50),
  /** What asks outside the service window; null asks nobody then. */
  template: z
    .object({
      name: z.string().max(600),
      language: z.string().max(20),
      /** What each of its reply buttons says, in their order. */
      scores: z.array(z.number().int()).max(10),
    })
    .nullable(),
});
export type SatisfactionSettingsJson = z.infer<typeof satisfactionSettingsJson>;

/**
 * What was asked and answered about conversations that were closed in a period.
 *
 * Everything counts for the day of the closing, whenever the answer came, so
 * that yesterday's answers still grow today. `closed` are closings of numbers
 * that ask. Points are from 1 to 5 on either scale; satisfied are 4 and 5.
 */
export const satisfactionCountsJson = z.object({
  closed: z.number(),
  asked: z.number(),
  answered: z.number(),
  satisfied: z.number(),
  /** The sum of the points of all answers: divided by `answered` it is their average. */
  points: z.number(),
});
export type SatisfactionCountsJson = z.infer<typeof satisfactionCountsJson>;

export const satisfactionJson = z.object({
  /** Whether contacts are asked at this moment. */
  isOn: z.boolean(),
  total: satisfactionCountsJson,
  /** The period of the same length just before. */
  before: satisfactionCountsJson,
  /** How many answers have 1, 2, 3, 4 and 5 points, in this order. */
  distribution: z.array(z.number()),
  days: z.array(satisfactionCountsJson.extend({ day: z.string() })),
  /** Of members those who had the conversation when it was closed, or had answered it last. */
  parts: z.array(
    satisfactionCountsJson.extend({
      part: z.enum(["channel", "member", "team"]),
      partId: z.string(),
      /** Null for one that is gone. */
      name: z.string().nullable(),
    }),
  ),
  /** Why contacts were not asked, the most frequent reason first. */
  skipped: z.array(z.object({ because: z.string(), count: z.number() })),
});
export type SatisfactionJson = z.infer<typeof satisfactionJson>;

/** One answer, with the comment that was asked for, if there is one. */
export const satisfactionAnswerJson = z.object({
  id: z.string(),
  conversationId: z.string(),
  contactName: z.string(),
  channelId: z.string(),
  memberId: z.string().nullable(),
  teamId: z.string().nullable(),
  score: z.number(),
  of: z.number(),
  closedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime(),
  /** The message that the comment is, and its words; null where none was written. */
  comment: z.object({ messageId: z.string(), text: z.string() }).nullable(),
});
export type SatisfactionAnswerJson = z.infer<typeof satisfactionAnswerJson>;
