import { Menu } from "@base-ui/react/menu";
import {
  Contact,
  ExternalLink,
  LayoutTemplate,
  List,
  MapPin,
  MessageSquareReply,
  Plus,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { RICH_KINDS, type RichKind } from "./rich-sending.ts";

type Props = {
  readonly onChoose: (kind: RichKind) => void;
  readonly onTemplate: () => void;
};

const ICONS = {
  location: MapPin,
  contacts: Contact,
  buttons: MessageSquareReply,
  list: List,
  link: ExternalLink,
} as const satisfies Record<RichKind, typeof MapPin>;

const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 outline-none data-highlighted:bg-surface-3 pointer-coarse:min-h-11";

/** What else can be sent than words and files. */
export function MoreButton({ onChoose, onTemplate }: Props) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={t("rich.more")}
        className="control-icon inline-flex shrink-0 items-center justify-center text-ink-2 hover:bg-surface-3 hover:text-ink"
      >
        <Plus size={20} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} side="top" align="start" className="z-50">
          <Menu.Popup className="rises min-w-48 rounded-control bg-surface p-1 shadow-float">
            {RICH_KINDS.map((kind) => {
              const Icon = ICONS[kind];
              return (
                <Menu.Item key={kind} className={ITEM} onClick={() => onChoose(kind)}>
                  <Icon size={16} aria-hidden="true" />
                  {t(`rich.kind.${kind}`)}
                </Menu.Item>
              );
            })}
            <Menu.Item className={ITEM} onClick={onTemplate}>
              <LayoutTemplate size={16} aria-hidden="true" />
              {t("template.choose")}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
