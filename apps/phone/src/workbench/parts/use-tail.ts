import { useRef } from "react";
import type { ListJson } from "@galka/emulator/wire/control";
import { call } from "../../api/emulator.ts";
import { type Polled, usePolled } from "../../api/use-polled.ts";

const PAGE = 500;

type Read<T> = {
  readonly asked: string;
  readonly before: readonly T[];
  readonly after: string | null;
};

/**
 * The end of a list that runs from its beginning and only grows, the latest first.
 *
 * Its full pages are read once; only the last, which may still change, is read
 * again each time.
 */
export function useTail<T>(path: string, query: string, shown: number): Polled<readonly T[]> {
  const asked = `${path}?${query}`;
  const from = useRef<Read<T>>({ asked, before: [], after: null });
  return usePolled(async () => {
    if (from.current.asked !== asked) from.current = { asked, before: [], after: null };
    for (;;) {
      const { before, after } = from.current;
      const rest = after === null ? "" : `&after=${encodeURIComponent(after)}`;
      const page = await call<ListJson<T>>("GET", `${path}?limit=${PAGE}&${query}${rest}`);
      const all = [...before, ...page.data].slice(-Math.max(shown, PAGE));
      if (page.next === null) return all.slice(-shown).toReversed();
      from.current = { asked, before: all.slice(-shown), after: page.next };
    }
  }, asked);
}
