import { createStore } from "../sync/store.ts";

export type NameTagSide = "top" | "right" | "bottom" | "left";

/** The name of the control that is pointed at, and where that control is. */
export type NameTag = {
  readonly name: string;
  readonly keys: string | null;
  readonly side: NameTagSide;
  readonly at: DOMRect;
};

const PAUSE_MS = 450;

const shown = createStore<NameTag | null>(null);
let waiting: ReturnType<typeof setTimeout> | undefined;

/** One tag for all controls: only one can be pointed at. */
export const nameTags = {
  shown,
  hide: () => {
    clearTimeout(waiting);
    shown.set(null);
  },
} as const;

type Named = {
  readonly name: string;
  readonly keys?: string | undefined;
  readonly side: NameTagSide;
};

/** Handlers that show a control's name: at once when the keyboard comes to it, after a moment under a mouse. */
export function namedBy({ name, keys, side }: Named) {
  const show = (element: Element) =>
    shown.set({ name, keys: keys ?? null, side, at: element.getBoundingClientRect() });
  return {
    onPointerEnter: (event: { readonly currentTarget: Element; readonly pointerType: string }) => {
      if (event.pointerType !== "mouse") return;
      const element = event.currentTarget;
      clearTimeout(waiting);
      waiting = setTimeout(() => element.isConnected && show(element), PAUSE_MS);
    },
    onFocus: (event: { readonly currentTarget: Element }) => {
      if (event.currentTarget.matches(":focus-visible")) show(event.currentTarget);
    },
    onPointerLeave: nameTags.hide,
    onPointerDown: nameTags.hide,
    onBlur: nameTags.hide,
  };
}
