import { useEffect, useState } from "react";

/** What was typed once the typing pauses. */
export function useRested(value: string, pauseMs: number): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
