import type { Estimate, EstimateLine, EstimateTotal } from "./estimate-cost.ts";

/**
 * An estimate with what may be sent later to the same people, as the next
 * messages of a sequence: it costs nothing at least, since whoever answers gets
 * none of them, and at most as much as when nobody does.
 */
export function withLater(first: Estimate, later: readonly Estimate[]): Estimate {
  return {
    lines: joined(
      first.lines,
      later.flatMap(({ lines }) => lines),
      LINES,
    ),
    totals: joined(
      first.totals,
      later.flatMap(({ totals }) => totals),
      TOTALS,
    ),
  };
}

/** How parts of estimates are told apart, added up, and stand alone when they are only possible. */
type Parts<T> = {
  readonly keyOf: (it: T) => string;
  readonly add: (it: T, more: T) => T;
  readonly alone: (it: T) => T;
};

const LINES: Parts<EstimateLine> = {
  keyOf: ({ country, category, currency }) => `${country} ${category} ${currency}`,
  add: (line, more) => ({
    ...line,
    count: line.count + more.count,
    mostMicros: line.mostMicros + more.mostMicros,
  }),
  alone: (line) => ({ ...line, leastMicros: 0 }),
};

const TOTALS: Parts<EstimateTotal> = {
  keyOf: ({ currency }) => currency,
  add: (total, more) => ({
    ...total,
    count: total.count + more.count,
    mostMinor: total.mostMinor + more.mostMinor,
  }),
  alone: (total) => ({ ...total, leastMinor: 0 }),
};

function joined<T>(first: readonly T[], later: readonly T[], { keyOf, add, alone }: Parts<T>): T[] {
  const byKey = new Map(first.map((it) => [keyOf(it), it]));
  for (const more of later) {
    const before = byKey.get(keyOf(more));
    byKey.set(keyOf(more), before === undefined ? alone(more) : add(before, more));
  }
  return [...byKey.values()];
}
