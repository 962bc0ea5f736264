/** At the latest then, however busy the page is. */
const PATIENCE_MS = 3000;

/** Runs something when the browser has nothing better to do. Returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no such thing; there the work that is under way goes first all the same.
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(handle);
}
