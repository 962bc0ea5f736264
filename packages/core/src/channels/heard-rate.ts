const SPAN_MS = 1000;

/** What came in on a number lately: it counts against the same throughput as what goes out. */
export type HeardRate = {
  readonly spanStartMs: number;
  readonly inSpan: number;
  readonly inSpanBefore: number;
};

export const NOTHING_HEARD: HeardRate = { spanStartMs: 0, inSpan: 0, inSpanBefore: 0 };

export function heard(nowMs: number, rate: HeardRate, count: number): HeardRate {
  const moved = movedTo(nowMs, rate);
  return { ...moved, inSpan: moved.inSpan + count };
}

/** Messages a second, over a window that slides from the span before into this one. */
export function heardPerSecond(nowMs: number, rate: HeardRate): number {
  const moved = movedTo(nowMs, rate);
  const left = 1 - Math.min(1, Math.max(0, nowMs - moved.spanStartMs) / SPAN_MS);
  return moved.inSpan + moved.inSpanBefore * left;
}

function movedTo(nowMs: number, rate: HeardRate): HeardRate {
  const passed = Math.floor((nowMs - rate.spanStartMs) / SPAN_MS);
  if (passed <= 0) return rate;
  const spanStartMs = rate.spanStartMs + passed * SPAN_MS;
  return { spanStartMs, inSpan: 0, inSpanBefore: passed === 1 ? rate.inSpan : 0 };
}
