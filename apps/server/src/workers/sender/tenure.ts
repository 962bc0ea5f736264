import type { App } from "../../app.ts";
import { type Owned, keepChannel } from "../../operations/sends/own-channel.ts";
import { startLoop } from "../loop.ts";
import type { SenderSettings } from "./settings.ts";

/** The time for which a number is ours, prolonged again and again. */
export type Tenure = AsyncDisposable & {
  /** Whether the number is surely ours at this moment. */
  isOurs(): boolean;
  isLost(): boolean;
  /** Resolves when somebody else has the number. */
  readonly lost: Promise<void>;
};

export type TenureStart = {
  readonly owned: Owned;
  /** Up to when it is surely ours, by a clock that does not go back. */
  readonly untilMs: number;
  readonly settings: SenderSettings;
  readonly onFault: (error: unknown) => void;
};

/**
 * Counts from before the database was asked, by a clock that does not go back:
 * so it ends here before it ends there, whatever the clocks of both do.
 */
export function startTenure(app: App, start: TenureStart): Tenure {
  const { owned, settings, onFault } = start;
  const lost = Promise.withResolvers<void>();
  let untilMs = start.untilMs;
  let isLost = false;

  const renewal = startLoop({
    onFault,
    work: async () => {
      const askedMs = settings.nowMs();
      if (!isLost && (await keepChannel(app, owned, settings.leaseMs))) {
        untilMs = askedMs + settings.leaseMs - settings.marginMs;
      } else {
        isLost = true;
        lost.resolve();
      }
      return settings.renewMs;
    },
  });

  return {
    isOurs: () => !isLost && settings.nowMs() < untilMs,
    isLost: () => isLost,
    lost: lost.promise,
    [Symbol.asyncDispose]: () => renewal[Symbol.asyncDispose](),
  };
}
