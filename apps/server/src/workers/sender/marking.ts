import { MARK_GOOD_FOR_MS } from "@galka/core/sends/marks";
import type { Mark } from "@galka/postgres/stores/installation";
import type { App } from "../../app.ts";
import { markDatabase } from "../../operations/sends/own-channel.ts";
import type { Witness } from "../../witness/witness.ts";
import type { SenderSettings } from "./settings.ts";

/** What this process has kept outside of the database of how far that has come. */
export type Marking = {
  /** Sets another mark when it is time for one. */
  mark(): Promise<void>;
  /** The last mark; null before the first start was noted. */
  last(): Mark | null;
  /** Whether the last one is so old that nothing may begin: an older copy could not tell how much it has forgotten. */
  isOld(): boolean;
};

export function openMarking(
  app: App,
  witness: Witness,
  { nowMs, markMs }: Pick<SenderSettings, "nowMs" | "markMs">,
): Marking {
  let last: Mark | null = null;
  let askedMs = Number.NEGATIVE_INFINITY;

  return {
    async mark() {
      const nextAskedMs = nowMs();
      if (nextAskedMs < askedMs + markMs) return;
      last = await markDatabase(app, witness);
      askedMs = nextAskedMs;
    },
    last: () => last,
    isOld: () => nowMs() - askedMs > MARK_GOOD_FOR_MS,
  };
}
