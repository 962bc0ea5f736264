import { useTranslation } from "react-i18next";
import type { ChatMessageJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { usePhone } from "../phone/phone-context.ts";
import { inListOrder } from "../state/chat-order.ts";
import { usePhones } from "../state/store.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { forwardable } from "./forwardable.ts";

type Props = { readonly message: ChatMessageJson; readonly onClose: () => void };

/** Where a message is to be sent on. */
export function ForwardSheet({ message, onClose }: Props) {
  const { t } = useTranslation();
  const { person, go } = usePhone();
  const { attempt, forward } = useActions();
  const chats = usePhones((phones) => phones.chats.get(person.id));
  const content = forwardable(message.content);

  function send(chatId: string): void {
    onClose();
    if (content === null) return;
    attempt(() => forward(person.id, chatId, content));
    go({ at: "chat", chatId });
  }

  return (
    <Sheet title={t("message.forward")} onClose={onClose} tall>
      <ul>
        {inListOrder(chats?.values() ?? [])
          .filter((chat) => !chat.blocked)
          .map((chat) => (
            <li key={chat.id}>
              <button type="button" className="row-btn" onClick={() => send(chat.id)}>
                <Avatar
                  id={chat.peer.id}
                  name={chat.peer.name}
                  business={chat.peer.kind === "business"}
                />
                <span className="truncate font-medium">{chat.peer.name}</span>
              </button>
            </li>
          ))}
      </ul>
    </Sheet>
  );
}
