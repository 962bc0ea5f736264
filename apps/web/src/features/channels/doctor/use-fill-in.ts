import { useEffect, useState } from "react";

const STEP_MS = 70;

/** How many of the verdicts are shown: one after the other, so that the eye can follow which one it is about. */
export function useFillIn(checks: readonly unknown[] | null): number {
  const [shown, setShown] = useState(0);
  const total = checks?.length ?? 0;
  useEffect(() => {
    if (shown >= total) return undefined;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const timer = setTimeout(() => setShown(still ? total : shown + 1), still ? 0 : STEP_MS);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return shown;
}
