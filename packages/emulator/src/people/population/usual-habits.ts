import type { Habits, MessageHabits } from "../../store/kinds/population.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What people do who were asked about an order, a visit or a question of theirs. */
const SERVICE: MessageHabits = {
  read: { share: 0.95, after: { medianMs: 2 * MINUTE, p90Ms: 45 * MINUTE } },
  tap: { share: 0.6, after: { medianMs: 20 * SECOND, p90Ms: 5 * MINUTE }, titles: {} },
  link: { share: 0.15 },
  answer: {
    share: 0.45,
    after: { medianMs: MINUTE, p90Ms: 20 * MINUTE },
    kinds: { text: 90, image: 5, voice: 4, location: 1 },
    texts: {},
    again: 0.7,
    takenBack: 0.01,
  },
  react: { share: 0.08, emoji: { "👍": 50, "❤️": 30, "😂": 5, "🙏": 15 } },
  stopWord: { share: 0 },
  optOut: { share: 0 },
  block: { share: 0.0005 },
  report: { share: 0.0001 },
};

const UTILITY: MessageHabits = {
  ...SERVICE,
  read: { share: 0.9, after: { medianMs: 5 * MINUTE, p90Ms: 3 * HOUR } },
  tap: { ...SERVICE.tap, share: 0.25 },
  answer: { ...SERVICE.answer, share: 0.06, again: 1 },
  react: { ...SERVICE.react, share: 0.03 },
  stopWord: { share: 0.001 },
  block: { share: 0.001 },
  report: { share: 0.0002 },
};

const MARKETING: MessageHabits = {
  ...SERVICE,
  read: { share: 0.75, after: { medianMs: 25 * MINUTE, p90Ms: 9 * HOUR } },
  tap: { ...SERVICE.tap, share: 0.1 },
  link: { share: 0.12 },
  answer: { ...SERVICE.answer, share: 0.04, again: 1 },
  react: { ...SERVICE.react, share: 0.01 },
  stopWord: { share: 0.004 },
  optOut: { share: 0.006 },
  block: { share: 0.006 },
  report: { share: 0.0015 },
};

const AUTHENTICATION: MessageHabits = {
  ...UTILITY,
  read: { share: 0.97, after: { medianMs: 8 * SECOND, p90Ms: 40 * SECOND } },
  tap: { ...UTILITY.tap, share: 0 },
  answer: { ...UTILITY.answer, share: 0.003 },
  react: { ...UTILITY.react, share: 0 },
};

/**
 * How people live with their phones when nothing else is said: orders of
 * magnitude that businesses report of themselves, not a fact of Meta's.
 */
export const USUAL_HABITS: Habits = {
  onWhatsApp: 0.97,
  readReceipts: 0.9,
  phoneHidden: 0.02,
  offline: { share: 0.08, lasts: { medianMs: 40 * MINUTE, p90Ms: 6 * HOUR } },
  awake: { from: 7.5, until: 23 },
  messages: {
    marketing: MARKETING,
    utility: UTILITY,
    authentication: AUTHENTICATION,
    service: SERVICE,
  },
  media: {},
};
