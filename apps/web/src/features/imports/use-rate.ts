import { useEffect, useRef, useState } from "react";

type Rate = { readonly perSecond: number | null; readonly leftSeconds: number | null };

const UNKNOWN: Rate = { perSecond: null, leftSeconds: null };

/** How fast a long work goes and how long it still takes, from what was seen of it since the page was opened. */
export function useRate(done: number, total: number): Rate {
  const first = useRef<{ readonly at: number; readonly done: number } | null>(null);
  const [rate, setRate] = useState<Rate>(UNKNOWN);

  useEffect(() => {
    const now = Date.now();
    first.current ??= { at: now, done };
    const seconds = (now - first.current.at) / 1000;
    const moved = done - first.current.done;
    if (seconds < 1 || moved <= 0) return;
    const perSecond = moved / seconds;
    setRate({
      perSecond: Math.round(perSecond),
      leftSeconds: Math.ceil((total - done) / perSecond),
    });
  }, [done, total]);

  return rate;
}
