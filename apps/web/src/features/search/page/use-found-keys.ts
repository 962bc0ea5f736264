import { useShortcut } from "../../shortcuts/use-shortcut.ts";

/** J and K (and the arrows) move along the results; Enter on one opens it. */
export function useFoundKeys(): void {
  useShortcut("next", () => move(1));
  useShortcut("previous", () => move(-1));
}

function move(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-found]")];
  const from = rows.findIndex((row) => row === document.activeElement);
  const to = from === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step));
  rows[to]?.focus();
  rows[to]?.scrollIntoView({ block: "nearest" });
}
