import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatId, ChatJson, ChatMessageJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { Composer } from "../compose/Composer.tsx";
import type { Aside } from "../compose/aside.ts";
import { usePhone } from "../phone/phone-context.ts";
import { ScreenHead } from "../phone/ScreenHead.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { threadKey } from "../state/model.ts";
import { usePhones } from "../state/store.ts";
import { BlockedBar } from "./BlockedBar.tsx";
import { ChatContext } from "./chat-context.ts";
import { ChatHead } from "./ChatHead.tsx";
import { showMessage } from "./show-message.ts";
import { Thread } from "./Thread.tsx";

/** An open chat. While it is on the screen, what arrives is read at once. */
export function Chat({ chatId }: { readonly chatId: ChatId }) {
  const { t } = useTranslation();
  const { person, go } = usePhone();
  const chat = usePhones((phones) => phones.chats.get(person.id)?.get(chatId));
  const known = usePhones((phones) => phones.chats.has(person.id));
  useOnScreen(person.id, chatId);
  useThreadLoaded(person.id, chatId);

  if (!chat) {
    return (
      <>
        <ScreenHead title="" onBack={() => go({ at: "chats" })} />
        {known && <p className="p-8 text-center text-ink-3">{t("chat.opening")}</p>}
      </>
    );
  }
  return <OpenChat chat={chat} />;
}

function OpenChat({ chat }: { readonly chat: ChatJson }) {
  const [aside, setAside] = useState<Aside | null>(null);
  const { go } = usePhone();
  const area = useRef<HTMLDivElement>(null);
  useEscape(area, () => (aside ? setAside(null) : go({ at: "chats" })));
  const value = useMemo(
    () => ({
      chat,
      askLocation: (replyToId: string) => setAside({ kind: "location", replyToId }),
      reply: (message: ChatMessageJson) => setAside({ kind: "reply", message }),
      edit: (message: ChatMessageJson) => setAside({ kind: "edit", message }),
      showMessage: (messageId: string) => showMessage(chat, messageId),
    }),
    [chat],
  );
  return (
    <ChatContext value={value}>
      <div ref={area} className="flex h-full min-h-0 flex-col">
        <ChatHead />
        <Thread />
        {chat.blocked ? <BlockedBar /> : <Composer aside={aside} onAside={setAside} area={area} />}
      </div>
    </ChatContext>
  );
}

/** Tells the emulator that the chat is on the screen, and that it is not when the page goes away. */
function useOnScreen(personId: string, chatId: ChatId): void {
  const { openChat, closeChat } = useActions();
  const live = usePhones((phones) => phones.link === "live");
  useEffect(() => {
    if (!live) return undefined;
    const close = () => closeChat(personId, chatId);
    openChat(personId, chatId);
    window.addEventListener("pagehide", close);
    return () => {
      window.removeEventListener("pagehide", close);
      close();
    };
  }, [live, personId, chatId, openChat, closeChat]);
}

function useThreadLoaded(personId: string, chatId: ChatId): void {
  const { attempt, loadThread } = useActions();
  const needed = usePhones(
    (phones) => phones.link === "live" && !phones.threads.has(threadKey(personId, chatId)),
  );
  useEffect(() => {
    if (needed) attempt(() => loadThread(personId, chatId));
  }, [needed, personId, chatId, attempt, loadThread]);
}
