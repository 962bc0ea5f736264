import { type Share, boundsOf, shareOf } from "./proportions.ts";

/** What became of those who were written to. */
export type WaveFigures = {
  readonly sent: number;
  readonly failed: number;
  /** Failed because the person cannot be reached: one who has blocked the business looks like this. */
  readonly unreachable: number;
  readonly optedOut: number;
  readonly read: number;
};

export const SIGNS = ["failed", "unreachable", "opted-out", "read"] as const;
export type Sign = (typeof SIGNS)[number];

/** What was seen of one sign, and what would have been too much, or too little, of it. */
export type Finding = {
  readonly sign: Sign;
  readonly share: number;
  /** What is usual in this workspace; null while too little is known. */
  readonly usual: number | null;
  readonly limit: number;
  readonly isBad: boolean;
};

export type WaveVerdict = {
  readonly verdict: "good" | "bad" | "too-few";
  readonly findings: readonly Finding[];
};

/** Shares that are too much for anybody, whatever was usual. */
const FLOOR = { failed: 0.1, unreachable: 0.08, "opted-out": 0.02 } as const;
/** So many times what is usual is no accident. */
const TIMES_USUAL = 2;
/** A wave that is read half as often as usual is not wanted. */
const LEAST_OF_USUAL_READ = 0.5;
/** So many people make a history. */
const HISTORY_PEOPLE = 200;
/** So many people make a wave. */
const WAVE_PEOPLE = 10;

/**
 * Judges a first wave against what is usual in the workspace.
 *
 * A sign is bad only when chance does not explain it: of what shall be rare even
 * the lower end of what the share may be lies above the limit, and of reading
 * even the upper end lies below. So one failure among ten stops nothing, and a
 * tenth of a thousand does.
 */
export function judgeWave(wave: WaveFigures, history: WaveFigures): WaveVerdict {
  const tried = triedIn(wave);
  if (tried < WAVE_PEOPLE) return { verdict: "too-few", findings: [] };
  const isKnown = triedIn(history) >= HISTORY_PEOPLE;
  const rare = (sign: keyof typeof FLOOR, of: (figures: WaveFigures) => Share): Finding => {
    const usual = isKnown ? shareOf(of(history)) : null;
    const limit = Math.max(FLOOR[sign], (usual ?? 0) * TIMES_USUAL);
    const share = of(wave);
    return { sign, share: shareOf(share), usual, limit, isBad: boundsOf(share).low > limit };
  };
  const findings = [
    rare("failed", (it) => ({ of: triedIn(it), hits: it.failed })),
    rare("unreachable", (it) => ({ of: triedIn(it), hits: it.unreachable })),
    rare("opted-out", (it) => ({ of: it.sent, hits: it.optedOut })),
    readFinding(wave, isKnown ? history : null),
  ];
  return { verdict: findings.some(({ isBad }) => isBad) ? "bad" : "good", findings };
}

function readFinding(wave: WaveFigures, history: WaveFigures | null): Finding {
  const usual = history && shareOf({ of: history.sent, hits: history.read });
  const limit = (usual ?? 0) * LEAST_OF_USUAL_READ;
  const share = { of: wave.sent, hits: wave.read };
  const isBad = wave.sent > 0 && boundsOf(share).high < limit;
  return { sign: "read", share: shareOf(share), usual, limit, isBad };
}

function triedIn({ sent, failed }: WaveFigures): number {
  return sent + failed;
}

/** How many people a first wave of so many percent has: one at least, and never all. */
export function waveSize(audience: number, percent: number): number {
  if (audience <= 1) return audience;
  return Math.min(audience - 1, Math.max(1, Math.round((audience * percent) / 100)));
}
