import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import type { PeopleSearch } from "./people-search.ts";
import { peopleSelection } from "./people-selection.ts";

/** J and K (and the arrows) move along the contacts, X chooses one, Enter opens one. */
export function usePersonKeys(
  order: readonly string[],
  search: PeopleSearch,
  scrollTo: (index: number) => void,
): void {
  const navigate = useNavigate();
  const current = useRef<string | null>(null);

  function here(): string | null {
    return document.activeElement?.getAttribute("data-person") ?? current.current;
  }

  function move(step: 1 | -1): void {
    const from = order.indexOf(here() ?? "");
    const index = from === -1 ? 0 : Math.min(order.length - 1, Math.max(0, from + step));
    const id = order[index];
    if (id === undefined) return;
    current.current = id;
    scrollTo(index);
    // The row may only be made once it has been scrolled to.
    requestAnimationFrame(() => rowOf(id)?.focus());
  }

  useShortcut("next", () => move(1));
  useShortcut("previous", () => move(-1));
  useShortcut("choose", () => {
    const id = here();
    if (id) peopleSelection.toggle(id);
  });
  useShortcut("open", () => {
    const contactId = here() ?? order[0];
    if (contactId) void navigate({ to: "/contacts/$contactId", params: { contactId }, search });
  });
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);
}
