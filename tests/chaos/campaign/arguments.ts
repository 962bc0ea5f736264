import { parseArgs } from "node:util";

export type CampaignChaosOptions = {
  /** How many people are written to in all. */
  readonly size: number;
  /** How often everything that can go wrong does. */
  readonly rounds: number;
  /** How long a sender is stopped in its tracks. */
  readonly stopMs: number;
  readonly seed: number;
};

/** Where the time that faults take is a large part of the whole, there are fewer of them. */
const LARGE = 30_000;

/** `--size 300000 --rounds 3 --stop 90 --seed 7`: all have defaults, those of a small size are for a trial of two minutes. */
export function campaignArguments(args: readonly string[]): CampaignChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: "string", default: "300000" },
      rounds: { type: "string" },
      stop: { type: "string" },
      seed: { type: "string", default: "7" },
    },
  });
  const size = positive("size", values.size);
  const isLarge = size >= LARGE;
  return {
    size,
    rounds: positive("rounds", values.rounds ?? (isLarge ? "3" : "1")),
    stopMs: positive("stop", values.stop ?? (isLarge ? "90" : "15")) * 1000,
    seed: positive("seed", values.seed),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above zero, not "${text}".`);
}
