import { Menu } from "@base-ui/react/menu";
import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WorkAction } from "./work-action.ts";

/** What can be done about a conversation, where its head has no room for buttons. */
export function WorkMenu({ actions }: { readonly actions: readonly WorkAction[] }) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={t("work.menu")}
        className="control-icon inline-flex shrink-0 items-center justify-center text-ink-2 hover:bg-surface-3 hover:text-ink"
      >
        <Ellipsis size={20} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50">
          <Menu.Popup className="rises max-w-[calc(100vw-24px)] min-w-48 rounded-control bg-surface p-1 shadow-float">
            {actions.map(({ label, keys, icon, run }) => (
              <Menu.Item
                key={keys}
                className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 outline-none data-highlighted:bg-surface-3 pointer-coarse:min-h-11"
                onClick={run}
              >
                {icon}
                <span className="min-w-0 break-words">{label}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
