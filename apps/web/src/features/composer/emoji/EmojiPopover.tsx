import { Popover } from "@base-ui/react/popover";
import { Smile } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const EmojiPanel = lazy(() =>
  import("./EmojiPanel.tsx").then((module) => ({ default: module.EmojiPanel })),
);

type Props = { readonly onPick: (emoji: string) => void };

/** All emoji beside the button that opened them; stays open for several. */
export function EmojiPopover({ onPick }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={t("emoji.open")}
        title={t("emoji.open")}
        className="control-icon inline-flex shrink-0 items-center justify-center text-ink-2 hover:bg-surface-3"
      >
        <Smile size={20} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={8} className="z-50">
          <Popover.Popup
            aria-label={t("emoji.open")}
            className="rises min-h-40 rounded-bubble bg-surface shadow-float"
          >
            <Suspense>
              <EmojiPanel onPick={onPick} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
