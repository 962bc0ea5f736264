import { BadgeCheck, Ban } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ChatJson } from "@galka/emulator/wire/control";
import { usePhones } from "../state/store.ts";
import { threadKey } from "../state/model.ts";
import { clockTime, dayLabel } from "../text/time.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { useNow } from "../ui/use-now.ts";
import { Preview } from "./Preview.tsx";

type Props = { readonly chat: ChatJson; readonly onOpen: () => void };

/** One line of the chat list. */
export function ChatRow({ chat, onOpen }: Props) {
  const { t } = useTranslation();
  const { peer, unreadCount } = chat;
  const last = useShownLast(chat);
  const now = useNow(1_000);
  const typing = chat.typingUntil !== null && Date.parse(chat.typingUntil) > now;
  return (
    <li>
      <button type="button" className="row-btn min-h-17" onClick={onOpen}>
        <Avatar
          id={peer.id}
          name={peer.name}
          size={48}
          business={peer.kind === "business"}
          pictureUrl={peer.kind === "business" ? peer.profile.pictureUrl : null}
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1">
            <span
              className={`truncate text-[15px] ${unreadCount > 0 ? "font-semibold" : "font-medium"}`}
            >
              {peer.name}
            </span>
            {peer.kind === "business" && peer.official && (
              <BadgeCheck
                size={15}
                className="flex-none text-blue-ink"
                aria-label={t("card.official")}
              />
            )}
            {chat.blocked && (
              <Ban size={14} className="flex-none text-red" aria-label={t("chat.blocked")} />
            )}
            <span className="ms-auto flex-none ps-2 text-meta text-ink-3">
              {last && <WhenShort at={Date.parse(last.sentAt)} now={now} />}
            </span>
          </span>
          <span className="flex h-5 items-center gap-1 text-list text-ink-3">
            {typing ? (
              <span className="min-w-0 flex-1 truncate text-blue-ink">{t("chat.typing")}</span>
            ) : (
              <Preview message={last} unread={unreadCount > 0} />
            )}
            {unreadCount > 0 && (
              <span className="ms-auto grid h-5 min-w-5 flex-none place-items-center rounded-full bg-blue px-1.5 text-meta font-semibold text-on-blue">
                <span aria-hidden>{unreadCount}</span>
                <span className="sr-only">{t("chats.unread", { count: unreadCount })}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

/** The last message, unless the chat was cleared after it. */
function useShownLast(chat: ChatJson) {
  const clearedAt = usePhones((phones) => phones.cleared.get(threadKey(chat.personId, chat.id)));
  const last = chat.lastMessage;
  return last && (clearedAt === undefined || last.sentAt > clearedAt) ? last : null;
}

function WhenShort({ at, now }: { readonly at: number; readonly now: number }) {
  const { t, i18n } = useTranslation();
  const day = dayLabel(now, at, i18n.language);
  const text =
    day.kind === "today"
      ? clockTime(at, i18n.language)
      : day.kind === "yesterday"
        ? t("day.yesterday")
        : new Intl.DateTimeFormat(i18n.language, { day: "2-digit", month: "2-digit" }).format(at);
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
