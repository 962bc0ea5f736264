import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly children: ReactNode;
};

/** What is a column on a wide screen, laid over the page from the right on a smaller one. */
export function Sheet({ open, onClose, label, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={open} onOpenChange={(now) => (now ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim" />
        <Dialog.Popup
          aria-label={label}
          className="rises fixed inset-y-0 right-0 z-30 w-full max-w-90 overflow-auto bg-surface shadow-float"
        >
          {children}
          <Dialog.Close
            aria-label={t("action.close")}
            className="control-icon absolute top-2 right-2 inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
          >
            <X size={20} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
