import { z } from "zod";
import { ANSWER_KINDS, type Habits, type MessageHabits } from "../../store/kinds/population.ts";
import { duration } from "../duration.ts";

const share = z.number().min(0).max(1);
const shared = z.strictObject({ share: share.exactOptional() });
const weights = z.record(z.string().min(1).max(4096), z.number().min(0));

const delay = z
  .strictObject({ median: duration, p90: duration })
  .refine((it) => it.p90 >= it.median, "p90 is at least the median")
  .transform(({ median, p90 }) => ({ medianMs: median, p90Ms: p90 }));

/** Weights of what is written, for answers and greetings. */
export const kindWeights = z.partialRecord(z.enum(ANSWER_KINDS), z.number().min(0));

const messagePatch = z.strictObject({
  read: z
    .strictObject({ share: share.exactOptional(), after: delay.exactOptional() })
    .exactOptional(),
  tap: z
    .strictObject({
      share: share.exactOptional(),
      after: delay.exactOptional(),
      titles: weights.exactOptional(),
    })
    .exactOptional(),
  link: shared.exactOptional(),
  answer: z
    .strictObject({
      share: share.exactOptional(),
      after: delay.exactOptional(),
      kinds: kindWeights.exactOptional(),
      texts: weights.exactOptional(),
      again: share.exactOptional(),
      takenBack: share.exactOptional(),
    })
    .exactOptional(),
  react: z
    .strictObject({ share: share.exactOptional(), emoji: weights.exactOptional() })
    .exactOptional(),
  stopWord: shared.exactOptional(),
  optOut: shared.exactOptional(),
  block: shared.exactOptional(),
  report: shared.exactOptional(),
});

const hour = z.number().min(0).max(24);

/** What the control API takes as habits: parts of them. */
export const habitsPatch = z.strictObject({
  onWhatsApp: share.exactOptional(),
  readReceipts: share.exactOptional(),
  phoneHidden: share.exactOptional(),
  offline: z
    .strictObject({
      share: z.number().min(0).max(0.9).exactOptional(),
      lasts: delay.exactOptional(),
    })
    .exactOptional(),
  awake: z
    .strictObject({ from: hour.exactOptional(), until: hour.exactOptional() })
    .exactOptional(),
  messages: z
    .strictObject({
      marketing: messagePatch.exactOptional(),
      utility: messagePatch.exactOptional(),
      authentication: messagePatch.exactOptional(),
      service: messagePatch.exactOptional(),
    })
    .exactOptional(),
  media: z.partialRecord(z.enum(ANSWER_KINDS), z.array(z.string()).min(1)).exactOptional(),
});

export type HabitsPatch = z.infer<typeof habitsPatch>;
type MessagePatch = z.infer<typeof messagePatch>;

/** `habits` with what the patch says instead. Maps of weights are replaced as a whole. */
export function withHabits(habits: Habits, patch: HabitsPatch): Habits {
  const { offline, awake, messages, media, ...shares } = patch;
  return {
    ...habits,
    ...shares,
    offline: { ...habits.offline, ...offline },
    awake: { ...habits.awake, ...awake },
    messages: {
      marketing: withMessage(habits.messages.marketing, messages?.marketing),
      utility: withMessage(habits.messages.utility, messages?.utility),
      authentication: withMessage(habits.messages.authentication, messages?.authentication),
      service: withMessage(habits.messages.service, messages?.service),
    },
    media: { ...habits.media, ...media },
  };
}

function withMessage(habits: MessageHabits, patch: MessagePatch = {}): MessageHabits {
  return {
    read: { ...habits.read, ...patch.read },
    tap: { ...habits.tap, ...patch.tap },
    link: { ...habits.link, ...patch.link },
    answer: { ...habits.answer, ...patch.answer },
    react: { ...habits.react, ...patch.react },
    stopWord: { ...habits.stopWord, ...patch.stopWord },
    optOut: { ...habits.optOut, ...patch.optOut },
    block: { ...habits.block, ...patch.block },
    report: { ...habits.report, ...patch.report },
  };
}
