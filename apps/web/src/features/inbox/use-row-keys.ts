import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { sameList } from "./inbox-search.ts";
import { useMay } from "../../api/use-may.ts";
import { selection } from "../bulk/selection.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";

/**
 * J and K (and the arrows) move the focus along the rows; Enter on a row opens it.
 * Starts from the row that has the focus, else from the open conversation.
 */
export function useRowKeys(
  order: readonly string[],
  selectedId: string | null,
  scrollTo: (index: number) => void,
): void {
  const navigate = useNavigate();
  const may = useMay();
  const mayChoose = may("conversations.organize") || may("conversations.reply");
  const current = useRef<string | null>(null);

  function move(step: 1 | -1): void {
    const focused = document.activeElement?.getAttribute("data-conversation");
    const from = order.indexOf(focused ?? current.current ?? selectedId ?? "");
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
  const choose = () => {
    const focused = document.activeElement?.getAttribute("data-conversation");
    const id = focused ?? current.current ?? selectedId;
    if (id) selection.toggle(id);
  };
  useShortcut("choose", choose, mayChoose);
  useShortcut("open", () => {
    const id = current.current ?? order[0];
    if (id) {
      void navigate({
        to: "/inbox/$conversationId",
        params: { conversationId: id },
        search: sameList,
      });
    }
  });
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`);
}
