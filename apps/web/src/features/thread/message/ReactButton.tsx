import { Popover } from "@base-ui/react/popover";
import type { MessageJson } from "@galka/contract/json/message";
import { Plus, SmilePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReactRow } from "./ReactRow.tsx";
import { useReact } from "./use-react.ts";

const EmojiPanel = lazy(() =>
  import("../../composer/emoji/EmojiPanel.tsx").then((module) => ({ default: module.EmojiPanel })),
);

type Props = {
  readonly message: MessageJson;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

/** Opens the reactions: the usual six, and all others behind a plus. */
export function ReactButton({ message, open, onOpen }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { react } = useReact(message);

  function change(now: boolean): void {
    onOpen(now);
    if (!now) setAll(false);
  }

  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger
        aria-label={t("action.react")}
        title={t("action.react")}
        className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
      >
        <SmilePlus size={16} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={4} className="z-50">
          <Popover.Popup
            aria-label={t("action.react")}
            className="rises rounded-bubble bg-surface shadow-float"
          >
            {all ? (
              <Suspense>
                <EmojiPanel
                  onPick={(emoji) => {
                    react(emoji);
                    change(false);
                  }}
                />
              </Suspense>
            ) : (
              <div className="flex items-center">
                <ReactRow message={message} onDone={() => change(false)} />
                <button
                  type="button"
                  aria-label={t("emoji.all")}
                  className="control-icon mr-1 grid place-items-center text-ink-2 hover:bg-surface-3"
                  onClick={() => setAll(true)}
                >
                  <Plus size={16} aria-hidden="true" />
                </button>
              </div>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
