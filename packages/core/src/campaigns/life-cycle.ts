import type { Refused } from "../kernel/refused.ts";
import { unreachable } from "../kernel/unreachable.ts";

/**
 * The life of a campaign.
 *
 * `draft`: somebody writes it. Nothing is frozen, nobody is written to.
 *
 * `approval`: it was launched and is so large that a second person has to agree.
 *
 * `scheduled`: agreed, and its time has not come.
 *
 * `running`: its audience is frozen or is being frozen, and people are moved to
 * the sender. In no other state is anybody moved.
 *
 * `paused`: a person has stopped it for a while. Only a person resumes it.
 *
 * `held`: Galka has stopped it for a while: its first wave waits for a person, a
 * brake of the number is on, the budget is used up, Meta has paused its
 * template, or the database was restored. What has an end by itself ends by
 * itself; a person may resume it too.
 *
 * `finished`: nobody is left to be written to. `stopped`: a person or a bad first
 * wave has ended it, and who was left is not written to. Both can be reopened
 * for people whom a retry is allowed for.
 */
export const CAMPAIGN_STATES = [
  "draft",
  "approval",
  "scheduled",
  "running",
  "paused",
  "held",
  "finished",
  "stopped",
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const HOLDS = ["first-wave", "brake", "budget", "template", "restored"] as const;
export type Hold = (typeof HOLDS)[number];

/** Who moves a campaign: a member, or Galka by itself. */
export type Mover = { readonly by: "member"; readonly id: string } | { readonly by: "system" };

export type CampaignMove =
  /** What a launch asks for follows from the size of the audience and from the time. */
  | { readonly move: "launch"; readonly needsApproval: boolean; readonly isLater: boolean }
  | { readonly move: "approve"; readonly isLater: boolean }
  | { readonly move: "reject" }
  | { readonly move: "recall" }
  | { readonly move: "start" }
  | { readonly move: "pause" }
  | { readonly move: "resume" }
  | { readonly move: "hold"; readonly hold: Hold }
  | { readonly move: "release"; readonly hold: Hold }
  | { readonly move: "stop" }
  | { readonly move: "finish" }
  | { readonly move: "reopen" };

export type CampaignStatus = {
  readonly state: CampaignState;
  /** What holds it; null unless it is held. */
  readonly hold: Hold | null;
  /** Who launched it; null while nobody has. */
  readonly launchedBy: string | null;
};

export type Moved =
  | { readonly changed: true; readonly status: CampaignStatus }
  /** It is there already: whoever asks second has asked for the same. */
  | { readonly changed: false };

export type MoveRefused =
  | Refused<"campaign-state", { readonly state: CampaignState }>
  | Refused<"second-person">;

/**
 * What a move makes of a campaign.
 *
 * Asked twice, as by two people at once, it is one change: the second finds the
 * campaign where it wanted it. Nobody approves what they launched themselves.
 */
export function moveCampaign(
  status: CampaignStatus,
  wish: CampaignMove,
  mover: Mover,
): Moved | MoveRefused {
  const { state } = status;
  const refused = { refused: "campaign-state", state } as const;
  const to = (next: CampaignState): Moved => ({
    changed: true,
    status: { ...status, state: next, hold: null },
  });
  switch (wish.move) {
    case "launch":
      if (state !== "draft") return isAfterLaunch(state) ? SAME : refused;
      return launched(status, wish, mover);
    case "approve":
      if (state !== "approval")
        return state === "scheduled" || state === "running" ? SAME : refused;
      if (mover.by !== "member" || mover.id === status.launchedBy) {
        return { refused: "second-person" };
      }
      return to(wish.isLater ? "scheduled" : "running");
    case "reject":
      return state === "approval" ? to("draft") : state === "draft" ? SAME : refused;
    case "recall":
      if (state === "draft") return SAME;
      return state === "approval" || state === "scheduled" ? to("draft") : refused;
    case "start":
      return state === "scheduled" ? to("running") : state === "running" ? SAME : refused;
    case "pause":
      if (state === "paused") return SAME;
      return state === "running" || state === "held" ? to("paused") : refused;
    case "resume":
      if (state === "running") return SAME;
      return state === "paused" || state === "held" ? to("running") : refused;
    case "hold":
      // A restored database asks for a person, as a first wave does; what ends by itself gives way to it.
      if (state === "held" && (wish.hold !== "restored" || PERSONS.has(status.hold))) return SAME;
      if (state !== "running" && state !== "held") return refused;
      return { changed: true, status: { ...status, state: "held", hold: wish.hold } };
    case "release":
      if (state !== "held" || status.hold !== wish.hold) return SAME;
      return to("running");
    case "stop":
      if (state === "stopped") return SAME;
      return isUnderWay(state) ? to("stopped") : refused;
    case "finish":
      return state === "running" ? to("finished") : state === "finished" ? SAME : refused;
    case "reopen":
      if (state === "running") return SAME;
      return state === "finished" || state === "stopped" ? to("running") : refused;
    default:
      return unreachable(wish);
  }
}

function launched(
  status: CampaignStatus,
  wish: Extract<CampaignMove, { move: "launch" }>,
  mover: Mover,
): Moved {
  const launchedBy = mover.by === "member" ? mover.id : status.launchedBy;
  const state = wish.needsApproval ? "approval" : wish.isLater ? "scheduled" : "running";
  return { changed: true, status: { state, hold: null, launchedBy } };
}

const SAME: Moved = { changed: false };

/** What only a person ends. */
const PERSONS: ReadonlySet<Hold | null> = new Set(["first-wave", "restored"]);

function isAfterLaunch(state: CampaignState): boolean {
  return state === "approval" || state === "scheduled" || state === "running";
}

/** Whether people may still be written to, now or later. */
export function isUnderWay(state: CampaignState): boolean {
  return state === "scheduled" || state === "running" || state === "paused" || state === "held";
}

/** Whether somebody may be moved to the sender. */
export function mayFeed(state: CampaignState): boolean {
  return state === "running";
}
