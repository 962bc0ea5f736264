import type { World } from "../world.ts";

/** How long a wait goes on, in the machine's time. Generous: it is only spent when a test fails. */
const PATIENCE_MS = 10_000;

/** What a test waited for has not happened. */
export class WaitError extends Error {
  override readonly name = "WaitError";
}

export type Waiting = {
  /** Milliseconds of the machine's time; 10 seconds when absent. */
  readonly withinMs?: number | undefined;
};

export type Waiter = <T>(
  look: () => T | undefined,
  missing: () => string,
  waiting?: Waiting,
) => Promise<T>;

/**
 * Waits for facts: looks at once, and again after everything that was written.
 * Nothing is polled, and nothing depends on how fast the machine is.
 */
export function waiterOf(world: World): Waiter {
  const looks = new Set<() => void>();
  world.db.onCommit(() => {
    if (looks.size > 0) setImmediate(() => looks.forEach((look) => look()));
  });
  return <T>(look: () => T | undefined, missing: () => string, { withinMs }: Waiting = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const tryAgain = () => {
      try {
        const found = look();
        if (found !== undefined) resolve(found);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const giveUp = () => reject(new WaitError(`${missing()}${hintOf(world)}`));
    const timer = setTimeout(giveUp, withinMs ?? PATIENCE_MS);
    looks.add(tryAgain);
    tryAgain();
    return promise.finally(() => {
      clearTimeout(timer);
      looks.delete(tryAgain);
    });
  };
}

function hintOf(world: World): string {
  return world.clock.frozen
    ? " The clock stands still: let time pass with meta.clock.advance()."
    : "";
}
