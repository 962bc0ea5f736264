import { unreachable } from "../kernel/unreachable.ts";
import type { MessageStatus } from "../messages/status.ts";
import type { Send, SendState } from "./send.ts";

/** How an attempt ended, as far as anyone can know. */
export type AttemptEnd =
  | { readonly end: "accepted" }
  | { readonly end: "not-sent" }
  | { readonly end: "rejected"; readonly remedy: Remedy }
  | { readonly end: "ambiguous" };

/** What to do about a rejection: one per class of error, whatever its number is at the channel. */
export type Remedy =
  | { readonly kind: "retry-after"; readonly ms: number }
  | { readonly kind: "wait-for-pair" }
  | { readonly kind: "slow-down" }
  | { readonly kind: "pause-template" }
  | { readonly kind: "pause-channel" }
  | { readonly kind: "pause-everything" }
  | { readonly kind: "give-up" }
  | { readonly kind: "never-again" };

/** What follows for others than this one send. */
export type Consequence =
  | { readonly kind: "none" }
  | { readonly kind: "slow-down" }
  | { readonly kind: "hold-pair"; readonly ms: number }
  | { readonly kind: "pause-template" }
  | { readonly kind: "pause-channel" };

export type Settled = {
  readonly state: SendState;
  /** What the message shows; null leaves it as it is. */
  readonly status: MessageStatus | null;
  /** For `queued`: how long to wait before the next attempt. */
  readonly waitMs: number;
  readonly consequence: Consequence;
};

/** After a day a message is no longer what its author meant to say, and the window may be closed. */
export const LONGEST_TRY_MS = 24 * 60 * 60 * 1000;

const LONGEST_WAIT_MS = 5 * 60 * 1000;

/**
 * What the end of an attempt makes of its send. `triedForMs` counts from when it was queued.
 *
 * Only what is known not to have happened is tried again: nothing was written,
 * or the channel said no. Of an ambiguous end nothing follows but waiting for
 * evidence; a receipt or a reaction may be repeated, since twice is as good as once.
 */
export function settle(
  send: Pick<Send, "kind" | "attemptCount">,
  ending: AttemptEnd,
  triedForMs: number,
): Settled {
  switch (ending.end) {
    case "accepted":
      return { state: "accepted", status: "accepted", waitMs: 0, consequence: NONE };
    case "not-sent":
      return again(send, triedForMs, backoffMs(send.attemptCount));
    case "ambiguous":
      if (send.kind !== "message") return again(send, triedForMs, backoffMs(send.attemptCount));
      return { state: "ambiguous", status: "unknown", waitMs: 0, consequence: NONE };
    case "rejected":
      return rejected(send, ending.remedy, triedForMs);
    default:
      return unreachable(ending);
  }
}

function rejected(
  send: Pick<Send, "kind" | "attemptCount">,
  remedy: Remedy,
  triedForMs: number,
): Settled {
  switch (remedy.kind) {
    case "retry-after":
      return again(send, triedForMs, Math.max(remedy.ms, backoffMs(send.attemptCount)));
    case "slow-down": {
      const settled = again(send, triedForMs, backoffMs(send.attemptCount));
      return { ...settled, consequence: { kind: "slow-down" } };
    }
    case "wait-for-pair": {
      // Meta: "4^X seconds … X starts at 0 and grows by 1", docs/…/error-codes 131056, read 2026-11.
      const ms = Math.min(LONGEST_WAIT_MS, 4 ** Math.max(0, send.attemptCount - 1) * 1000);
      return { ...again(send, triedForMs, ms), consequence: { kind: "hold-pair", ms } };
    }
    case "pause-channel":
    case "pause-everything":
      return { ...again(send, triedForMs, 0), consequence: { kind: "pause-channel" } };
    case "pause-template":
      return { ...FAILED, consequence: { kind: "pause-template" } };
    case "give-up":
    case "never-again":
      return FAILED;
    default:
      return unreachable(remedy);
  }
}

function again(send: Pick<Send, "kind">, triedForMs: number, waitMs: number): Settled {
  if (triedForMs >= longestTryMs(send.kind)) return FAILED;
  return { state: "queued", status: "queued", waitMs, consequence: NONE };
}

/** A receipt that could not be given for ten minutes is worth nothing any more. */
function longestTryMs(kind: Send["kind"]): number {
  return kind === "message" ? LONGEST_TRY_MS : 10 * 60 * 1000;
}

/** One second, two, four … five minutes. */
function backoffMs(attemptCount: number): number {
  return Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(20, Math.max(0, attemptCount - 1)));
}

const NONE: Consequence = { kind: "none" };
const FAILED: Settled = { state: "rejected", status: "failed", waitMs: 0, consequence: NONE };

/**
 * What a send becomes when its owner is gone.
 *
 * A send that is dispatching is never given to another owner: bytes may be out.
 */
export function afterOwnerGone(send: Pick<Send, "kind">, state: SendState): SendState {
  if (state !== "dispatching") return state;
  return send.kind === "message" ? "ambiguous" : "queued";
}
