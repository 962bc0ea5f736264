import { type Limiter, createLimiter } from "@galka/core/channels/limiter";
import type { Consequence } from "@galka/core/sends/settle";
import type { SendOutcome } from "../../channels/gateway.ts";
import { openOutage } from "./outage.ts";

/** How fast a number may be used at the moment, by its limiter and by what the channel answers. */
export type Pacing = {
  readonly limiter: Limiter;
  /** How many may begin now. */
  roomAt(nowMs: number, most: number, underWay: number): number;
  waitMs(nowMs: number): number;
  /** What an answer of the channel says about the next attempts. */
  hear(nowMs: number, outcome: SendOutcome): void;
  follow(nowMs: number, consequence: Consequence, recipient: string): void;
};

/** Until the channel's own figure is read. Meta: 80 messages a second, docs/…/throughput, read 2026-11. */
const USUAL_THROUGHPUT = 80;
/** After less than this nobody has gathered enough to overwhelm the channel with. */
const LONG_OUTAGE_MS = 30_000;

export function openPacing(): Pacing {
  const limiter = createLimiter(USUAL_THROUGHPUT);
  const { roomAt, waitMs, answered, silent } = openOutage();

  return {
    limiter,
    roomAt,
    waitMs,
    hear(nowMs, { outcome }) {
      if (outcome === "not-sent" || outcome === "ambiguous") return silent(nowMs);
      const awayMs = answered(nowMs);
      if (awayMs !== null && awayMs >= LONG_OUTAGE_MS) limiter.ramp(nowMs);
    },
    follow(nowMs, consequence, recipient) {
      if (consequence.kind === "slow-down") limiter.slowDown(nowMs);
      if (consequence.kind === "hold-pair") limiter.holdPair(nowMs + consequence.ms, recipient);
    },
  };
}
