import type { ControlClient } from "@galka/emulator";

/** Counts what the ledger has, each time only what is new: however much there is, looking costs little. */
export function acceptedCounter(emulator: ControlClient): () => Promise<number> {
  let known = { count: 0, newest: 0 };
  return async () => {
    const from = known;
    const { count, newest } = await emulator.countLedger({ after: String(from.newest) });
    if (newest > known.newest) known = { count: from.count + count, newest };
    return known.count;
  };
}
