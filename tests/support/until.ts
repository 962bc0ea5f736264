/** How long a test waits for what must come. A busy machine is slow; what never comes costs this once. */
export const PATIENCE_MS = 45_000;

/** Asks again until `holds` answers something true, and gives it back; fails with `what` after `withinMs`. */
export async function until<T>(
  what: string,
  holds: () => Promise<T> | T,
  withinMs = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await holds();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${withinMs} ms in vain until ${what}`, { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
