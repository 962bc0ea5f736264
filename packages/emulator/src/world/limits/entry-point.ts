const HOUR_MS = 60 * 60 * 1000;
const ANSWER_MS = 24 * HOUR_MS;
const FREE_MS = 72 * HOUR_MS;

/** Somebody who came from an advertisement that opens a chat. */
export type EntryPoint = {
  /** When their message came that has not been answered yet. */
  readonly clickedAt: number | null;
  /** When an answer to such a message was last delivered. */
  readonly openedAt: number | null;
};

/**
 * When the free entry point closes; `null` when it is not open.
 *
 * Meta: an answer within 24 hours opens it as it is delivered, for 72 hours in
 * which every message is free; what is not a template still needs the service
 * window, docs/…/pricing, read 2026-11.
 */
export function entryPointClosesAt(now: number, point: EntryPoint | null): number | null {
  const openedAt = point?.openedAt ?? null;
  if (openedAt === null || now < openedAt || now >= openedAt + FREE_MS) return null;
  return openedAt + FREE_MS;
}

/** A message that an advertisement led to. */
export function afterClick(point: EntryPoint | null, now: number): EntryPoint {
  return { openedAt: point?.openedAt ?? null, clickedAt: now };
}

/** A business message arrived. It opens nothing while one is open: the 72 hours do not begin anew. */
export function afterAnswer(
  point: EntryPoint,
  now: number,
  answer: { readonly acceptedAt: number },
): EntryPoint {
  const { clickedAt } = point;
  if (clickedAt === null || entryPointClosesAt(now, point) !== null) return point;
  const { acceptedAt } = answer;
  const inTime = acceptedAt >= clickedAt && acceptedAt < clickedAt + ANSWER_MS;
  return inTime ? { clickedAt: null, openedAt: now } : point;
}
