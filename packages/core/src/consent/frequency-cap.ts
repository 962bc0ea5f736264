/** At most so much marketing to one person within so many days. */
export type FrequencyCap = {
  /** Null counts what all channels send; else what this one does. */
  readonly channelId: string | null;
  readonly most: number;
  readonly days: number;
};

/** Marketing that a contact was sent, or that waits for them. */
export type MarketingSent = { readonly channelId: string; readonly at: Date };

export type CapVerdict =
  | { readonly allowed: true }
  /** `until` is when one more is allowed again. */
  | { readonly allowed: false; readonly cap: FrequencyCap; readonly until: Date };

const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether one more is allowed to somebody over a channel. Of several caps that
 * are reached the one that holds longest is answered.
 */
export function decideCap(
  now: Date,
  sent: readonly MarketingSent[],
  { caps, channelId }: { readonly caps: readonly FrequencyCap[]; readonly channelId: string },
): CapVerdict {
  let verdict: CapVerdict = { allowed: true };
  for (const cap of caps) {
    if (cap.channelId !== null && cap.channelId !== channelId) continue;
    const latest = sent
      .filter((it) => cap.channelId === null || it.channelId === cap.channelId)
      .map(({ at }) => at.getTime())
      .toSorted((one, other) => other - one);
    const oldestOfMost = latest[cap.most - 1];
    if (oldestOfMost === undefined) continue;
    const until = new Date(oldestOfMost + cap.days * DAY_MS);
    if (until <= now) continue;
    if (verdict.allowed || verdict.until < until) verdict = { allowed: false, cap, until };
  }
  return verdict;
}

/** Since when what was sent matters to any of the caps. */
export function capsLookBackTo(now: Date, caps: readonly FrequencyCap[]): Date {
  const days = Math.max(0, ...caps.map((cap) => cap.days));
  return new Date(now.getTime() - days * DAY_MS);
}
