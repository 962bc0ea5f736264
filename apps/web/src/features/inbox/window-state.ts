import { windowAt } from "@galka/core/conversations/window";

/** The service window as a row and a head show it. */
export type WindowState = {
  readonly open: boolean;
  /** From 1 to 0. */
  readonly share: number;
  readonly leftMs: number;
  /** Less than an hour is left. */
  readonly soon: boolean;
  /** Null when it never was open. */
  readonly closesAt: Date | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_MS = 60 * 60 * 1000;

export function windowState(now: Date, lastInboundAt: string | null): WindowState {
  const serviceWindow = windowAt(now, lastInboundAt === null ? null : new Date(lastInboundAt));
  if (!serviceWindow.open) {
    return { open: false, share: 0, leftMs: 0, soon: false, closesAt: serviceWindow.closedAt };
  }
  const leftMs = serviceWindow.closesAt.getTime() - now.getTime();
  return {
    open: true,
    share: Math.min(1, leftMs / DAY_MS),
    leftMs,
    soon: leftMs < SOON_MS,
    closesAt: serviceWindow.closesAt,
  };
}
