import type { WorkState } from "../conversations/work.ts";
import { windowAt } from "../conversations/window.ts";
import type { SatisfactionSettings } from "./settings.ts";

/** All that a decision to ask depends on, as it is when the wait after closing is over. */
export type AskFacts = {
  readonly settings: Pick<SatisfactionSettings, "isOn" | "channelIds" | "restDays" | "template">;
  readonly channelId: string;
  readonly status: WorkState;
  readonly lastInboundAt: Date | null;
  /** The last answer of a person. */
  readonly answeredAt: Date | null;
  /** When what was closed had begun: since then somebody must have answered. Null is since ever. */
  readonly beganAt: Date | null;
  /** When this contact was asked last, on whichever number. */
  readonly lastAskedAt: Date | null;
  readonly isBlocked: boolean;
  /** The contact has told the channel that they want no messages of a business's own accord. */
  readonly hasOptedOut: boolean;
};

/** Why a contact was not asked. */
export const SKIP_REASONS = [
  "off",
  "reopened",
  "blocked",
  "opted-out",
  "not-answered",
  "asked-lately",
  "window-closed",
  "template-unusable",
  "not-sendable",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export type AskDecision =
  | { readonly ask: "message" | "template" }
  | { readonly ask: null; readonly because: SkipReason };

const DAY_MS = 86_400_000;

/**
 * Whether a contact whose conversation was closed is asked how it was, and by what.
 *
 * Inside the window by a message of our own, outside of it by the template, if
 * there is one. Who was not helped by anybody is not asked how they were helped.
 */
export function decideAsking(now: Date, facts: AskFacts): AskDecision {
  const because = reasonAgainst(now, facts);
  if (because !== null) return { ask: null, because };
  if (windowAt(now, facts.lastInboundAt).open) return { ask: "message" };
  return facts.settings.template === null
    ? { ask: null, because: "window-closed" }
    : { ask: "template" };
}

function reasonAgainst(now: Date, facts: AskFacts): SkipReason | null {
  const { settings, channelId, answeredAt, beganAt, lastAskedAt } = facts;
  const isChosen = settings.channelIds === null || settings.channelIds.includes(channelId);
  if (!settings.isOn || !isChosen) return "off";
  if (facts.status !== "closed") return "reopened";
  if (facts.isBlocked) return "blocked";
  if (facts.hasOptedOut) return "opted-out";
  if (answeredAt === null || (beganAt !== null && answeredAt < beganAt)) return "not-answered";
  const restMs = settings.restDays * DAY_MS;
  const hasRested = lastAskedAt === null || now.getTime() - lastAskedAt.getTime() >= restMs;
  return hasRested ? null : "asked-lately";
}
