import type { KeyboardEvent } from "react";

/** With the focus on a message: up and down go to its neighbours, Home and End to the first and the last. */
export function moveAmongMessages(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !target.matches("[data-message]")) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")];
  const at = all.indexOf(target);
  const goal = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  const next = goal === undefined ? undefined : all[goal];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
