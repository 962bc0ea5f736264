import {
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ThreadItem } from "./thread-items.ts";

type Box = RefObject<HTMLDivElement | null>;

type Options = {
  readonly scroller: Box;
  readonly content: Box;
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

type ThreadScroll = {
  /** The newest message is in sight. */
  readonly atNewest: boolean;
  readonly jumpToNewest: () => void;
  /** False when the message is not among those held. */
  readonly jumpTo: (messageId: string) => boolean;
  readonly onScroll: () => void;
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
export function useThreadScroll(options: Options): ThreadScroll {
  const { scroller, items, focusId, hasNewer } = options;
  const [atNewest, setAtNewest] = useState(true);
  const pinned = useRef(true);
  const fill = useFill(options);

  const measure = useEffectEvent(() => {
    const box = scroller.current;
    if (!box) return;
    pinned.current = toEnd(box) < NEAR_PX && !hasNewer;
    setAtNewest(pinned.current);
  });
  useKeptPlace(scroller, items, focusId, pinned);
  useFollowGrowth(scroller, options.content, pinned);
  useEffect(() => {
    measure();
    void fill();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is held decides where the edges are
  }, [items, hasNewer, fill]);
  useEffect(() => {
    const box = scroller.current;
    const onMove = () => measure();
    box?.addEventListener("scroll", onMove, { passive: true });
    return () => box?.removeEventListener("scroll", onMove);
  }, [scroller]);

  async function jumpToNewest(): Promise<void> {
    if (hasNewer) await options.reload().catch(() => undefined);
    pinned.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setAtNewest(true);
  }

  return {
    atNewest,
    jumpToNewest: () => void jumpToNewest(),
    jumpTo: (messageId) =>
      scroller.current !== null && showMessage(scroller.current, messageId, "center"),
    onScroll: () => void fill(),
  };
}

/** Fetches the next page when an edge comes near; one at a time. */
function useFill({ scroller, ...options }: Options): () => Promise<void> {
  const { hasOlder, hasNewer } = options;
  const loading = useRef(false);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  return useCallback(async () => {
    const box = scroller.current;
    if (!box || loading.current) return;
    loading.current = true;
    try {
      if (hasOlder && box.scrollTop < AHEAD_PX) await latest.current.loadOlder();
      else if (hasNewer && toEnd(box) < AHEAD_PX) await latest.current.loadNewer();
    } catch {
      // The next movement asks again; the bar at the top says that the server is away.
    } finally {
      loading.current = false;
    }
  }, [scroller, hasOlder, hasNewer]);
}

/** Puts what is being read back where it was after every change of the messages. */
function useKeptPlace(
  scroller: Box,
  items: readonly ThreadItem[],
  focusId: string | null,
  pinned: RefObject<boolean>,
): void {
  const before = useRef<{ readonly first: string | undefined; readonly height: number } | null>(
    null,
  );
  const shown = useRef<string | null>(null);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const first = items.find((item) => item.kind === "message")?.key;
    const last = before.current;
    if (focusId !== shown.current && showMessage(box, focusId, "start")) {
      shown.current = focusId;
      stayAt(pinned, toEnd(box) < NEAR_PX);
    } else if (last === null || pinned.current) {
      box.scrollTo({ top: box.scrollHeight });
    } else if (first !== last.first) {
      box.scrollBy({ top: box.scrollHeight - last.height });
    }
    before.current = { first, height: box.scrollHeight };
  }, [scroller, items, focusId, pinned]);
}

function stayAt(pinned: RefObject<boolean>, atEnd: boolean): void {
  pinned.current = atEnd;
}

function toEnd(box: HTMLElement): number {
  return box.scrollHeight - box.scrollTop - box.clientHeight;
}

/** Stays at the end while pictures and the composer change their size. */
function useFollowGrowth(scroller: Box, content: Box, pinned: RefObject<boolean>): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box || !content.current) return undefined;
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
