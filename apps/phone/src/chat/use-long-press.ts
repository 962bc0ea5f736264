import { useEffect, useEffectEvent, type RefObject } from "react";

const HOLD_MS = 450;
const SLIP_PX = 10;

/** Calls `onPress` when a finger rests on the element, or when its menu is asked for with a mouse. */
export function useLongPress(target: RefObject<HTMLElement | null>, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    let timer: number | undefined;
    let from = { x: 0, y: 0 };
    const stop = () => window.clearTimeout(timer);
    const listen = new AbortController();
    const { signal } = listen;

    element.addEventListener(
      "pointerdown",
      (event) => {
        if (event.pointerType !== "touch") return;
        from = { x: event.clientX, y: event.clientY };
        timer = window.setTimeout(press, HOLD_MS);
      },
      { signal },
    );
    element.addEventListener(
      "pointermove",
      (event) => {
        if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLIP_PX) stop();
      },
      { signal },
    );
    for (const end of ["pointerup", "pointercancel"]) {
      element.addEventListener(end, stop, { signal });
    }
    element.addEventListener(
      "contextmenu",
      (event) => {
        if (event.target instanceof Element && event.target.closest("a, img, video")) return;
        event.preventDefault();
        press();
      },
      { signal },
    );
    return () => {
      stop();
      listen.abort();
    };
  }, [target]);
}
