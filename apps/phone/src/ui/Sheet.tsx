import { X } from "lucide-react";
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { usePhone } from "../phone/phone-context.ts";
import { useEscape } from "./use-escape.ts";
import { IconButton } from "./IconButton.tsx";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Id of what gets the keyboard afterwards; without it, what had it before. */
  readonly returnTo?: string;
  /** Fills the screen, for forms and previews; otherwise as high as it needs to be. */
  readonly tall?: boolean;
};

/**
 * A sheet that rises from the bottom of one phone's screen.
 *
 * It belongs to its phone and not to the page: the screen under it is inert, the
 * other phones stay usable, and Esc or a tap beside it closes it.
 */
export function Sheet({ title, onClose, children, returnTo, tall = false }: Props) {
  const { t } = useTranslation();
  const { overlay, holdScreen } = usePhone();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useHold(holdScreen);
  useFocusInside(box, overlay, returnTo);
  useEscape(box, onClose);

  if (!overlay) return null;
  return createPortal(
    <div className="absolute inset-0 z-20 flex flex-col justify-end">
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        className="absolute inset-0 cursor-default bg-scrim"
        onClick={onClose}
      />
      <dialog
        open
        ref={box}
        aria-labelledby={id}
        tabIndex={-1}
        className={`rise relative m-0 flex w-full max-w-none max-h-[92%] flex-col rounded-t-2xl bg-surface p-0 text-ink shadow-float outline-none ${
          tall ? "h-[92%]" : ""
        }`}
      >
        <div className="flex items-center gap-2 py-1.5 ps-4 pe-2">
          <h2 id={id} className="min-w-0 flex-1 truncate font-semibold">
            {title}
          </h2>
          <IconButton icon={X} label={t("close")} onClick={onClose} />
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-3">{children}</div>
      </dialog>
    </div>,
    overlay,
  );
}

/** A layout effect, so that the screen can take the keyboard again in the frame in which the sheet goes. */
function useHold(holdScreen: () => () => void): void {
  useLayoutEffect(() => holdScreen(), [holdScreen]);
}

/** Brings the keyboard into the sheet, and back to where it was when the sheet goes. */
function useFocusInside(
  box: { readonly current: HTMLElement | null },
  overlay: HTMLElement | null,
  returnTo: string | undefined,
): void {
  useEffect(() => {
    if (!overlay) return undefined;
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>("[data-autofocus]");
    (first ?? box.current)?.focus();
    return () => {
      // The screen is inert until the sheet is gone, and an inert element takes no focus.
      requestAnimationFrame(() => {
        const next = returnTo === undefined ? before : document.getElementById(returnTo);
        if (next instanceof HTMLElement && document.activeElement === document.body) next.focus();
      });
    };
  }, [box, overlay, returnTo]);
}
