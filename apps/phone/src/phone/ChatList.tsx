import { MessageSquarePlus, Search, Settings } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatJson } from "@galka/emulator/wire/control";
import { inListOrder } from "../state/chat-order.ts";
import { usePhones } from "../state/store.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { ChatRow } from "./ChatRow.tsx";
import { usePhone } from "./phone-context.ts";

/** The first screen: the person's chats, latest on top. */
export function ChatList() {
  const { t } = useTranslation();
  const { person, go } = usePhone();
  const chats = usePhones((phones) => phones.chats.get(person.id));
  const [sought, setSought] = useState("");
  const rows = useMemo(() => listed(chats?.values() ?? [], sought), [chats, sought]);

  return (
    <>
      <header className="flex h-14 flex-none items-center gap-1 ps-4 pe-2">
        <h2 className="flex-1 text-head font-semibold">{t("chats.title")}</h2>
        <IconButton
          icon={MessageSquarePlus}
          label={t("chats.new")}
          onClick={() => go({ at: "new-chat" })}
        />
        <IconButton icon={Settings} label={t("me.title")} onClick={() => go({ at: "me" })} />
      </header>
      <div className="hairline-b relative px-3 pb-3">
        <Search size={16} aria-hidden className="absolute top-3 left-6 text-ink-3" />
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          aria-label={t("chats.search")}
          placeholder={t("chats.search")}
          className="h-10 w-full rounded-full border border-transparent bg-surface-3 ps-9 pe-3"
        />
      </div>
      {chats !== undefined && rows.length === 0 && (
        <p className="p-8 text-center text-ink-3">
          {sought === "" ? t("chats.empty") : t("chats.none", { sought })}
        </p>
      )}
      <ul
        aria-label={t("chats.title")}
        aria-busy={chats === undefined}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {rows.map((chat) => (
          <ChatRow key={chat.id} chat={chat} onOpen={() => go({ at: "chat", chatId: chat.id })} />
        ))}
      </ul>
    </>
  );
}

/** People one never wrote with stay in "New chat"; businesses are always there to be written to. */
function listed(chats: Iterable<ChatJson>, sought: string): readonly ChatJson[] {
  const words = sought.trim().toLocaleLowerCase();
  return inListOrder(chats).filter(
    (chat) =>
      (chat.lastMessage !== null || chat.peer.kind === "business") &&
      `${chat.peer.name} ${chat.peer.phone}`.toLocaleLowerCase().includes(words),
  );
}
