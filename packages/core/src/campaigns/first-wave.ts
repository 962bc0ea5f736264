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
/**
 * What somebody has set in the place of what follows from the history, as shares:
 * the most that may fail, not be reached or opt out, and the least that shall read.
 */
export type WaveLimits = { readonly [sign in Sign]?: number };

/** What is usual of a sign, and the limit that holds while nobody has set one. */
export type UsualSign = {
  readonly sign: Sign;
  /** Null while too little is known. */
  readonly usual: number | null;
  readonly limit: number;
};

/** So many times what is usual is no accident. */
const TIMES_USUAL = 2;
/** A wave that is read half as often as usual is not wanted. */
const LEAST_OF_USUAL_READ = 0.5;
/** So many people make a history. */
const HISTORY_PEOPLE = 200;
/** So many people make a wave. */
const WAVE_PEOPLE = 10;

/**
 * Judges a first wave against what is usual in the workspace, or what was set instead.
 *
 * A sign is bad only when chance does not explain it: of what shall be rare even
 * the lower end of what the share may be lies above the limit, and of reading
 * even the upper end lies below. So one failure among ten stops nothing, and a
 * tenth of a thousand does.
 */
export function judgeWave(
  wave: WaveFigures,
  history: WaveFigures,
  limits: WaveLimits = {},
): WaveVerdict {
  if (triedIn(wave) < WAVE_PEOPLE) return { verdict: "too-few", findings: [] };
  const findings = usualSigns(history).map(({ sign, usual, limit: usualLimit }): Finding => {
    const share = OF[sign](wave);
    const limit = limits[sign] ?? usualLimit;
    const { low, high } = boundsOf(share);
    const isBad = sign === "read" ? wave.sent > 0 && high < limit : low > limit;
    return { sign, share: shareOf(share), usual, limit, isBad };
  });
  return { verdict: findings.some(({ isBad }) => isBad) ? "bad" : "good", findings };
}

/** The limits that follow from what is usual in the workspace. */
export function usualSigns(history: WaveFigures): readonly UsualSign[] {
  const isKnown = triedIn(history) >= HISTORY_PEOPLE;
  return SIGNS.map((sign) => {
    const usual = isKnown ? shareOf(OF[sign](history)) : null;
    const limit =
      sign === "read"
        ? (usual ?? 0) * LEAST_OF_USUAL_READ
        : Math.max(FLOOR[sign], (usual ?? 0) * TIMES_USUAL);
    return { sign, usual, limit };
  });
}

const OF: Readonly<Record<Sign, (figures: WaveFigures) => Share>> = {
  failed: (it) => ({ of: triedIn(it), hits: it.failed }),
  unreachable: (it) => ({ of: triedIn(it), hits: it.unreachable }),
  "opted-out": (it) => ({ of: it.sent, hits: it.optedOut }),
  read: (it) => ({ of: it.sent, hits: it.read }),
};

function triedIn({ sent, failed }: WaveFigures): number {
  return sent + failed;
}

/** How many people a first wave of so many percent has: one at least, and never all. */
export function waveSize(audience: number, percent: number): number {
  if (audience <= 1) return audience;
  return Math.min(audience - 1, Math.max(1, Math.round((audience * percent) / 100)));
}
