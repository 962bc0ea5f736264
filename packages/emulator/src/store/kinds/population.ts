import { z } from "zod";

const share = z.number().min(0).max(1);
const weights = z.record(z.string().min(1), z.number().min(0));
const delay = z.object({ medianMs: z.number(), p90Ms: z.number() });

/** What is written into an answer or a greeting. */
export const ANSWER_KINDS = [
  "text",
  "image",
  "voice",
  "location",
  "video",
  "document",
  "sticker",
] as const;

const messageHabits = z.object({
  read: z.object({ share, after: delay }),
  tap: z.object({ share, after: delay, titles: weights }),
  link: z.object({ share }),
  answer: z.object({
    share,
    after: delay,
    kinds: weights,
    texts: weights,
    again: share,
    takenBack: share,
  }),
  react: z.object({ share, emoji: weights }),
  stopWord: z.object({ share }),
  optOut: z.object({ share }),
  block: z.object({ share }),
  report: z.object({ share }),
});

const habits = z.object({
  onWhatsApp: share,
  readReceipts: share,
  phoneHidden: share,
  offline: z.object({ share, lasts: delay }),
  awake: z.object({ from: z.number(), until: z.number() }),
  messages: z.object({
    marketing: messageHabits,
    utility: messageHabits,
    authentication: messageHabits,
    service: messageHabits,
  }),
  media: z.record(z.string(), z.array(z.string())),
});

/**
 * People of one country: `count` of them, on the country's numbers from slot
 * `first` on. `visitors` of them were given to visits; the next ones are others.
 */
const part = z.object({
  country: z.string(),
  first: z.number(),
  count: z.number(),
  visitors: z.number(),
});

export const population = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  seed: z.string(),
  parts: z.array(part),
  habits,
});

export const visits = z.object({
  id: z.string(),
  populationId: z.string(),
  phoneNumberId: z.string(),
  people: z.number(),
  /** From each country so many, beginning with the `from`-th of the population's there. */
  parts: z.array(z.object({ country: z.string(), people: z.number(), from: z.number() })),
  startsAt: z.number(),
  endsAt: z.number(),
  texts: weights,
  kinds: weights,
});

export type MessageHabits = z.infer<typeof messageHabits>;
export type Habits = z.infer<typeof habits>;
export type PopulationPart = z.infer<typeof part>;
export type Population = z.infer<typeof population>;
export type Visits = z.infer<typeof visits>;
