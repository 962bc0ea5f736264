import { Menu } from "@base-ui/react/menu";
import type { MessageJson } from "@galka/contract/json/message";
import { Copy, Download, Ellipsis, Pin, Reply } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../api/use-may.ts";
import { classNames } from "../../../ui/class-names.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { textToCopy } from "../text/text-to-copy.ts";
import { usePin } from "../use-pin.ts";
import { ReactButton } from "./ReactButton.tsx";
import { ReactRow } from "./ReactRow.tsx";

type Props = {
  readonly message: MessageJson;
  /** The pointer or the focus is on the message. */
  readonly pointed: boolean;
  /** The whole menu, for a finger that has rested on the message. */
  readonly menuOpen: boolean;
  readonly onMenuOpen: (open: boolean) => void;
  readonly onReply: () => void;
};

const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 outline-none data-highlighted:bg-surface-3 pointer-coarse:min-h-11";

/** What can be done with a message: beside it under a mouse or the keyboard, as a menu under a finger. */
export function MessageActions({ message, pointed, menuOpen, onMenuOpen, onReply }: Props) {
  const { t } = useTranslation();
  const [reacting, setReacting] = useState(false);
  // What has been opened stays while the pointer wanders over to it.
  const visible = pointed || menuOpen || reacting;
  const pin = usePin(message);
  const may = useMay();
  const mayReply = may("conversations.reply");
  const text = textToCopy(message.content);
  const file = message.files.find(({ url }) => url !== null);
  const mayReact = mayReply && message.source === "live" && message.deletedAt === null;

  async function copy(): Promise<void> {
    if (text === null) return;
    await navigator.clipboard.writeText(text);
    toasts.add({ title: t("action.copied") });
  }

  return (
    <div
      className={classNames(
        "flex shrink-0 items-center",
        visible ? "opacity-100" : "pointer-events-none opacity-0",
        "max-narrow:absolute max-narrow:right-0",
      )}
    >
      {visible ? (
        <span className="flex items-center max-narrow:hidden">
          {mayReact ? <ReactButton message={message} open={reacting} onOpen={setReacting} /> : null}
          {mayReply ? (
            <IconButton label={t("action.reply")} keys="R" onClick={onReply}>
              <Reply size={16} aria-hidden="true" />
            </IconButton>
          ) : null}
        </span>
      ) : null}
      {visible ? (
        <Menu.Root open={menuOpen} onOpenChange={onMenuOpen}>
          <Menu.Trigger
            aria-label={t("action.more")}
            className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3 max-narrow:opacity-0"
          >
            <Ellipsis size={16} aria-hidden="true" />
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner sideOffset={4} className="z-50">
              <Menu.Popup className="rises min-w-48 rounded-control bg-surface p-1 shadow-float">
                {mayReact ? <ReactRow message={message} onDone={() => onMenuOpen(false)} /> : null}
                {mayReply ? (
                  <Menu.Item className={ITEM} onClick={onReply}>
                    <Reply size={16} aria-hidden="true" />
                    {t("action.reply")}
                  </Menu.Item>
                ) : null}
                {text === null ? null : (
                  <Menu.Item className={ITEM} onClick={() => void copy()}>
                    <Copy size={16} aria-hidden="true" />
                    {t("action.copy")}
                  </Menu.Item>
                )}
                {may("conversations.organize") ? (
                  <Menu.Item className={ITEM} onClick={pin}>
                    <Pin size={16} aria-hidden="true" />
                    {message.pinnedAt ? t("pins.unpin") : t("pins.pin")}
                  </Menu.Item>
                ) : null}
                {file?.url ? (
                  <Menu.Item
                    className={ITEM}
                    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words stand inside the item
                    render={<a href={file.url} download={file.name ?? ""} />}
                  >
                    <Download size={16} aria-hidden="true" />
                    {t("action.download")}
                  </Menu.Item>
                ) : null}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ) : null}
    </div>
  );
}
