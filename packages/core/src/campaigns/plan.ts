import type { WaveLimits } from "./first-wave.ts";
import type { Variable } from "../templates/variables.ts";

/** Where the words for one variable come from, for each person anew. */
export type ValueSource =
  | { readonly from: "constant"; readonly value: string }
  /** What the team calls the contact, or the name that they gave themselves. */
  | { readonly from: "name"; readonly fallback: string | null }
  | { readonly from: "field"; readonly field: string; readonly fallback: string | null }
  /** A column of the file that the audience came from. */
  | { readonly from: "column"; readonly column: string; readonly fallback: string | null };

/** One variable of a template with its source. */
export type ValueWish = {
  readonly place: Variable["place"];
  readonly key: string;
  /** The card of a carousel that it belongs to. */
  readonly card?: number;
  readonly source: ValueSource;
};

/** One template as a campaign sends it. */
export type CampaignMessage = {
  readonly templateId: string;
  readonly values: readonly ValueWish[];
  /** For a header that is a file, of the message or of a card: the same one for everybody. */
  readonly files: readonly { readonly card?: number; readonly fileId: string }[];
};

/** When the first message may go. `local` is the same hour on everybody's own clock. */
export type CampaignStart =
  | { readonly kind: "now" }
  | { readonly kind: "at"; readonly at: string }
  | { readonly kind: "local"; readonly date: string; readonly minute: number };

/** Again by itself, with the audience of that day. */
export type Repeat = {
  readonly every: "day" | "week" | "month";
  readonly timeZone: string;
  /** No start after this; null goes on until somebody ends it. */
  readonly until: string | null;
  /** When the first of them began, which the others are counted from; absent in the first itself. */
  readonly from?: string;
};

/** A share goes first, waits and is judged; what follows is the rest. */
export type FirstWave = {
  readonly percent: number;
  readonly waitMinutes: number;
  /** What a good wave is followed by: the rest at once, or a person's word. */
  readonly onGood: "go" | "wait";
  readonly onBad: "wait" | "stop";
  /** What is too much, or too little, in the place of what is usual in the workspace. */
  readonly limits?: WaveLimits;
};

/** Several templates compete within the first wave, and the rest gets the better one. */
export type SplitTest = {
  readonly by: "read" | "tap";
  /** What happens when the difference may be chance. */
  readonly otherwise: "first" | "split" | "wait";
};

/** Another template for those who have not answered, so long after the one before. */
export type SequenceStep = {
  readonly afterHours: number;
  readonly unless: "answered" | "read";
  readonly message: CampaignMessage;
};

/**
 * What a campaign is to do, as it is written in the editor.
 *
 * `messages` has one template, or two to four that compete. A test needs a first
 * wave to compete in.
 */
export type CampaignPlan = {
  readonly messages: readonly CampaignMessage[];
  readonly start: CampaignStart;
  readonly repeat: Repeat | null;
  readonly firstWave: FirstWave | null;
  readonly test: SplitTest | null;
  readonly steps: readonly SequenceStep[];
  /** Slower than the number could; null is as fast as it may. */
  readonly perMinute: number | null;
  /** Whether people whom Meta put off are tried once more a day later. */
  readonly triesLater: boolean;
};

/** A plan without a message: at once, to everybody alike, once, as fast as it may. */
export const PLAIN_PLAN: CampaignPlan = {
  messages: [],
  start: { kind: "now" },
  repeat: null,
  firstWave: null,
  test: null,
  steps: [],
  perMinute: null,
  triesLater: false,
};

export const MOST_MESSAGES = 4;
export const MOST_STEPS = 5;

export type PlanProblem =
  | { readonly what: "no-message" }
  | { readonly what: "too-many-messages"; readonly most: number }
  | { readonly what: "too-many-steps"; readonly most: number }
  /** Competing templates have nowhere to compete. */
  | { readonly what: "test-without-wave" }
  | { readonly what: "test-without-rivals" }
  | { readonly what: "rivals-without-test" }
  | { readonly what: "start-past" }
  | { readonly what: "repeat-without-time" };

/** What keeps a plan from being launched, whatever its templates and its audience are. */
export function planProblems(now: Date, plan: CampaignPlan): PlanProblem[] {
  const { messages, firstWave, test, steps, start, repeat } = plan;
  const problems: PlanProblem[] = [];
  if (messages.length === 0) problems.push({ what: "no-message" });
  if (messages.length > MOST_MESSAGES) {
    problems.push({ what: "too-many-messages", most: MOST_MESSAGES });
  }
  if (steps.length > MOST_STEPS) problems.push({ what: "too-many-steps", most: MOST_STEPS });
  if (test && !firstWave) problems.push({ what: "test-without-wave" });
  if (test && messages.length < 2) problems.push({ what: "test-without-rivals" });
  if (!test && messages.length > 1) problems.push({ what: "rivals-without-test" });
  if (start.kind === "at" && Date.parse(start.at) <= now.getTime()) {
    problems.push({ what: "start-past" });
  }
  if (repeat && start.kind !== "at") problems.push({ what: "repeat-without-time" });
  return problems;
}
