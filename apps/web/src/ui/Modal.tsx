import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";
import { type Guard, LeavingContext } from "./controls/leaving.ts";

const WIDTHS = { small: "max-w-100", medium: "max-w-140", large: "max-w-200" } as const;

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string;
  readonly width?: keyof typeof WIDTHS;
  /** There is nothing in it but what is read: it is scrolled by the keyboard, too. */
  readonly reading?: true;
  readonly children: ReactNode;
};

/** A dialog in the middle; on a narrow screen it fills it. Esc and a click beside it close it, unless what stands in it asks first. */
export function Modal(props: Props) {
  const { open, onClose, title, description, width = "medium", reading, children } = props;
  const { t } = useTranslation();
  const guard = useRef<Guard | null>(null);

  function close(): void {
    if (guard.current) guard.current(onClose);
    else onClose();
  }

  return (
    <Dialog.Root open={open} onOpenChange={(now) => (now ? undefined : close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          className={classNames(
            "rises fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-bubble bg-surface shadow-float narrow:top-[8dvh] narrow:bottom-auto narrow:max-h-[84dvh] narrow:rounded-bubble",
            WIDTHS[width],
          )}
        >
          <header className="border-b py-3 pr-14 pl-4">
            <Dialog.Title className="text-title font-semibold">{title}</Dialog.Title>
            {description ? (
              <Dialog.Description className="text-list text-ink-2">
                {description}
              </Dialog.Description>
            ) : null}
          </header>
          <div
            className="min-h-0 flex-1 overflow-auto p-4"
            {...(reading ? { role: "region", "aria-label": title, tabIndex: 0 } : {})}
          >
            <LeavingContext value={guard}>{children}</LeavingContext>
          </div>
          {/* Last in order, so that the focus begins in what the dialog is about. */}
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
