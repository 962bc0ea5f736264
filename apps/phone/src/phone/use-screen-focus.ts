import { useEffect, useRef, type RefObject } from "react";
import { fieldId } from "../compose/insert.ts";
import type { Screen } from "./phone-context.ts";

/**
 * Brings the keyboard along when the screen changes: into the writing line of a
 * chat, else to the screen's beginning. A finger gets no on-screen keyboard unasked.
 */
export function useScreenFocus(
  box: RefObject<HTMLElement | null>,
  screen: Screen,
  personId: string,
): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const precise = window.matchMedia("(pointer: fine)").matches;
    const field =
      screen.at === "chat" && precise
        ? document.getElementById(fieldId(personId, screen.chatId))
        : null;
    (field ?? box.current)?.focus();
  }, [box, screen, personId]);
}
