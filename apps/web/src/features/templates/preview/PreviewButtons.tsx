import type { Button } from "@galka/core/messages/content";
import type { ButtonKind, TemplateButton } from "@galka/core/templates/button";
import {
  Copy,
  ExternalLink,
  LayoutList,
  List,
  type LucideIcon,
  Phone,
  Reply,
  ShoppingBag,
  UserRound,
} from "lucide-react";
import { useTranslation } from "react-i18next";

const ICONS: Readonly<Record<ButtonKind, LucideIcon>> = {
  reply: Reply,
  url: ExternalLink,
  phone: Phone,
  "copy-code": Copy,
  flow: LayoutList,
  catalog: ShoppingBag,
  products: ShoppingBag,
  product: ShoppingBag,
  code: Copy,
  call: Phone,
  "ask-contact": UserRound,
  other: Reply,
};

const LINE =
  "flex min-h-9 items-center justify-center gap-2 border-t px-2 py-1 text-center font-medium text-blue-ink";

// Meta: of more than three buttons a phone shows two and a list of all, docs/…/templates/components#buttons, read 2026-11.
const SHOWN_MOST = 3;
const SHOWN_WITH_LIST = 2;

type Props = {
  readonly buttons: readonly Button[];
  /** The same buttons as the template has them. */
  readonly kinds: readonly TemplateButton[];
};

/** The buttons as the phone shows them: of many the first two, and one that opens the rest. */
export function PreviewButtons({ buttons, kinds }: Props) {
  const { t } = useTranslation();
  if (buttons.length === 0) return null;
  const isLong = buttons.length > SHOWN_MOST;
  const shown = isLong ? buttons.slice(0, SHOWN_WITH_LIST) : buttons;
  return (
    <ul aria-label={t("interactive.buttons")}>
      {shown.map((button, index) => {
        const kind = kinds[index]?.kind ?? "other";
        const Icon = ICONS[kind];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- buttons have no identity but their place
          <li key={index} className={LINE} title={button.kind === "url" ? button.url : undefined}>
            <Icon size={16} aria-hidden="true" className="shrink-0" />
            <span className="min-w-0 wrap-anywhere">
              {button.title.trim() === "" ? t(`templates.button.${kind}`) : button.title}
            </span>
          </li>
        );
      })}
      {isLong ? (
        <li className={LINE}>
          <List size={16} aria-hidden="true" />
          {t("templates.allOptions")}
        </li>
      ) : null}
    </ul>
  );
}
