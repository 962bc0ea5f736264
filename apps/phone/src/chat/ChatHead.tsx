import { ArrowLeft, BadgeCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../phone/phone-context.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { useNow } from "../ui/use-now.ts";
import { useChat } from "./chat-context.ts";

/** Who one is talking to, and what they are doing. */
export function ChatHead() {
  const { t } = useTranslation();
  const { go } = usePhone();
  const { chat } = useChat();
  const { peer } = chat;
  const business = peer.kind === "business";
  return (
    <header className="hairline-b flex h-14 flex-none items-center gap-1 ps-1 pe-2">
      <IconButton icon={ArrowLeft} label={t("chats.back")} onClick={() => go({ at: "chats" })} />
      <button
        type="button"
        className="flex min-w-0 flex-1 items-center gap-3 rounded-lg px-1 py-1 text-start hover:bg-surface-3"
        onClick={() => go({ at: "card", chatId: chat.id })}
      >
        <Avatar
          id={peer.id}
          name={peer.name}
          business={business}
          pictureUrl={business ? peer.profile.pictureUrl : null}
        />
        <span className="min-w-0">
          <span className="flex items-center gap-1">
            <span className="truncate font-semibold">{peer.name}</span>
            {business && peer.official && (
              <BadgeCheck
                size={16}
                className="flex-none text-blue-ink"
                aria-label={t("card.official")}
              />
            )}
          </span>
          <Doing />
          <span className="sr-only">{t("chat.openCard")}</span>
        </span>
      </button>
    </header>
  );
}

function Doing() {
  const { t } = useTranslation();
  const { chat } = useChat();
  const now = useNow(1_000);
  if (chat.typingUntil !== null && Date.parse(chat.typingUntil) > now) {
    return <span className="block text-meta text-blue-ink">{t("chat.typing")}</span>;
  }
  const { peer } = chat;
  const text =
    peer.kind === "business"
      ? t("card.business")
      : peer.online
        ? t("chat.peerOnline")
        : t("chat.peerOffline");
  return <span className="block truncate text-meta text-ink-3">{text}</span>;
}
