import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { ThreadItem } from "./thread-items.ts";

type Options = {
  readonly items: readonly ThreadItem[];
  /** The message to begin at; the newest when null. */
  readonly focusId: string | null;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly loadOlder: () => Promise<void>;
  readonly loadNewer: () => Promise<void>;
  /** Fetches the newest stretch in place of what is held. */
  readonly reload: () => Promise<void>;
};

/** This near to the end one is at the end. */
const NEAR_PX = 80;
/** This near to an edge the next page is fetched. */
const AHEAD_PX = 600;

/**
 * The place in a thread.
 *
 * At the newest message one stays at the newest, whatever grows. Elsewhere what
 * is being read does not move when something is put above or below it.
 */
export function useThreadScroll(options: Options) {
  const { items, focusId } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const before = useRef<{ readonly first: string | undefined; readonly height: number } | null>(
    null,
  );
  const [atNewest, setAtNewest] = useState(true);
  const loading = useRef(false);

  function measure(): void {
    const box = scroller.current;
    if (!box) return;
    const toEnd = box.scrollHeight - box.scrollTop - box.clientHeight;
    pinned.current = toEnd < NEAR_PX && !options.hasNewer;
    setAtNewest(pinned.current);
  }

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const first = items.find((item) => item.kind === "message")?.key;
    const last = before.current;
    if (last === null) {
      if (!showMessage(box, focusId, "start")) box.scrollTop = box.scrollHeight;
    } else if (first !== last.first && !pinned.current) {
      box.scrollTop += box.scrollHeight - last.height;
    } else if (pinned.current) {
      box.scrollTop = box.scrollHeight;
    }
    before.current = { first, height: box.scrollHeight };
  }, [items, focusId]);

  const fill = useEffectEvent(async (): Promise<void> => {
    const box = scroller.current;
    if (!box || loading.current) return;
    const toEnd = box.scrollHeight - box.scrollTop - box.clientHeight;
    loading.current = true;
    try {
      if (options.hasOlder && box.scrollTop < AHEAD_PX) await options.loadOlder();
      else if (options.hasNewer && toEnd < AHEAD_PX) await options.loadNewer();
    } catch {
      // The next movement asks again; the bar at the top says that the server is away.
    } finally {
      loading.current = false;
    }
  });

  useFollowGrowth(scroller, content, pinned);
  useEffect(() => {
    measureNow();
    void fill();
  }, [items]);
  const measureNow = useEffectEvent(measure);

  async function jumpToNewest(): Promise<void> {
    if (options.hasNewer) await options.reload().catch(() => undefined);
    pinned.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setAtNewest(true);
  }

  return {
    scroller,
    content,
    atNewest,
    jumpToNewest: () => void jumpToNewest(),
    jumpTo: (messageId: string) =>
      scroller.current !== null && showMessage(scroller.current, messageId, "center"),
    onScroll: () => {
      measure();
      void fill();
    },
  };
}

/** Stays at the end while pictures and the composer change their size. */
function useFollowGrowth(
  scroller: React.RefObject<HTMLDivElement | null>,
  content: React.RefObject<HTMLDivElement | null>,
  pinned: React.RefObject<boolean>,
): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box || !content.current) return;
    const observer = new ResizeObserver(() => {
      if (pinned.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(content.current);
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller, content, pinned]);
}

/** Brings a message into view and marks it for a moment. False when it is not here. */
function showMessage(box: HTMLElement, id: string | null, block: "start" | "center"): boolean {
  if (id === null) return false;
  const element = box.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
  if (!element) return false;
  const offset = block === "center" ? box.clientHeight / 2 - element.offsetHeight / 2 : 72;
  const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += top - Math.max(16, offset);
  if (block === "center") element.focus({ preventScroll: true });
  return true;
}
