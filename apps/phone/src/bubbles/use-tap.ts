import { useTranslation } from "react-i18next";
import type { CardAction } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { useChat } from "../chat/chat-context.ts";
import { usePhone } from "../phone/phone-context.ts";
import type { Shown } from "./shown.ts";

/** What happens when something on a card is tapped: an answer goes out, or the phone does it itself. */
export function useTap(shown: Shown): (action: CardAction) => void {
  const { t } = useTranslation();
  const { person } = usePhone();
  const { tap, attempt } = useActions();
  const { askLocation } = useChat();
  const { messageId } = shown;

  return (action) => {
    if (messageId === null) return;
    if (action.kind === "send-location") return askLocation(messageId);
    if (action.kind === "copy-code") {
      return attempt(() => navigator.clipboard.writeText(action.value ?? action.title));
    }
    if (action.answers) return attempt(() => tap(person.id, messageId, action.actionId));
    attempt(() => Promise.reject(new Error(t("card.onlyOnRealPhone", { title: action.title }))));
  };
}
