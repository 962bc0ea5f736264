import type { SlaTarget } from "./sla-policy.ts";

/** A conversation's clock as it is told: that which is due first. */
export type SlaShown = {
  readonly running: {
    readonly target: SlaTarget;
    readonly dueAt: string;
    readonly warnAt: string;
  } | null;
  /** When a target of the case was first broken; null when none was. */
  readonly brokenAt: string | null;
  /** When a target of the case was last kept; null when none was. */
  readonly keptAt: string | null;
};

/** `calm` until the warning, then `soon`, and `late` from the moment at which it is due. */
export type SlaLook = {
  readonly is: "calm" | "soon" | "late";
  readonly target: SlaTarget;
  /** Until it is due, or since: never below zero. */
  readonly ms: number;
  readonly dueAt: Date;
};

/** How a conversation's clock looks at this moment; null when none runs. */
export function slaLook(now: Date, { running }: SlaShown): SlaLook | null {
  if (running === null) return null;
  const dueAt = new Date(running.dueAt);
  const leftMs = dueAt.getTime() - now.getTime();
  const isSoon = now.getTime() >= Date.parse(running.warnAt);
  const is = leftMs <= 0 ? "late" : isSoon ? "soon" : "calm";
  return { is, target: running.target, ms: Math.abs(leftMs), dueAt };
}

/** Whether a target of the case is broken by now. */
export function isSlaBroken(now: Date, { running, brokenAt }: SlaShown): boolean {
  return brokenAt !== null || (running !== null && Date.parse(running.dueAt) <= now.getTime());
}
