import {
  Check,
  ClipboardList,
  Copy,
  ExternalLink,
  MapPin,
  Phone,
  Reply,
  ShoppingBag,
  UserRound,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CardAction } from "@galka/emulator/wire/control";
import type { Shown } from "./shown.ts";
import { useTap } from "./use-tap.ts";

const ICON = {
  reply: Reply,
  "list-row": Reply,
  url: ExternalLink,
  call: Phone,
  "copy-code": Copy,
  "send-location": MapPin,
  flow: ClipboardList,
  catalog: ShoppingBag,
  product: ShoppingBag,
  "voice-call": Phone,
  "share-contact": UserRound,
  "call-permission": Phone,
  address: MapPin,
} satisfies Record<CardAction["kind"], LucideIcon>;

type Props = { readonly actions: readonly CardAction[]; readonly shown: Shown };

/** The buttons under a card. A reply can be chosen once; what was chosen stays marked. */
export function CardActions({ actions, shown }: Props) {
  if (actions.length === 0) return null;
  return (
    <ul className="-mx-2.5 mt-1">
      {actions.map((action) => (
        <li key={action.actionId} className="hairline-t">
          <ActionButton action={action} shown={shown} />
        </li>
      ))}
    </ul>
  );
}

const LOOK =
  "flex min-h-11 w-full items-center justify-center gap-2 px-3 text-[15px] font-medium text-blue-ink hover:bg-surface-3/50";

function ActionButton({ action, shown }: { readonly action: CardAction; readonly shown: Shown }) {
  const { t } = useTranslation();
  const tap = useTap(shown);
  const chosen = shown.tappedActionId === action.actionId;
  const Icon = chosen ? Check : ICON[action.kind];
  const spent = action.kind === "reply" && shown.tappedActionId !== null;
  const face = (
    <>
      <Icon size={17} aria-hidden className="flex-none" />
      <span dir="auto" className="min-w-0 truncate">
        {action.title}
      </span>
      {chosen && <span className="sr-only">{t("card.chosen")}</span>}
    </>
  );
  if (action.kind === "url" || action.kind === "call") {
    const href = action.kind === "url" ? (action.value ?? "") : `tel:${action.value ?? ""}`;
    return (
      <a href={href} target="_blank" rel="noreferrer" className={`${LOOK} no-underline`}>
        {face}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={`${LOOK} ${chosen ? "disabled:opacity-100" : ""}`}
      disabled={shown.messageId === null || spent}
      onClick={() => tap(action)}
    >
      {face}
    </button>
  );
}
