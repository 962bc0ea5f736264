import { type PointerEvent, useRef } from "react";

const LONG_MS = 450;
/** A finger that wanders further is scrolling. */
const WANDER_PX = 10;

/** Handlers that call `onLong` when a finger rests on the element. A mouse has hover and is left alone. */
export function useLongPress(onLong: () => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);

  function stop(): void {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  }

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === "mouse") return;
      stop();
      press.current = { timer: setTimeout(onLong, LONG_MS), x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = press.current;
      if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > WANDER_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}
