import { createContext, use } from "react";
import type { ChatJson, ChatMessageJson } from "@galka/emulator/wire/control";

/** What the parts of an open chat share. */
export type ChatContextValue = {
  readonly chat: ChatJson;
  /** Opens the location form as an answer to the message that asked for it. */
  readonly askLocation: (replyToId: string) => void;
  readonly reply: (message: ChatMessageJson) => void;
  readonly edit: (message: ChatMessageJson) => void;
  readonly showMessage: (messageId: string) => void;
};

export const ChatContext = createContext<ChatContextValue | null>(null);

export function useChat(): ChatContextValue {
  const chat = use(ChatContext);
  if (!chat) throw new Error("A part of a chat is shown outside of a chat.");
  return chat;
}
