import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly children: ReactNode;
};

/** What is a column on a wide screen, laid over the page from the right on a smaller one. */
export function Sheet({ open, onClose, label, children }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={(now) => (now ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim" />
        <Dialog.Popup
          aria-label={label}
          className="rises fixed inset-y-0 right-0 z-30 w-full max-w-90 overflow-auto bg-surface shadow-float"
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
