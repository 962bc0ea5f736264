import { createContext, use } from "react";
import type { ChatId, PersonJson } from "@galka/emulator/wire/control";

/** What is on a phone's screen. */
export type Screen =
  | { readonly at: "chats" }
  | { readonly at: "new-chat" }
  | { readonly at: "me" }
  | { readonly at: "chat"; readonly chatId: ChatId }
  | { readonly at: "card"; readonly chatId: ChatId };

/** The phone a component is shown on. */
export type PhoneContextValue = {
  readonly person: PersonJson;
  readonly go: (screen: Screen) => void;
  /** Where sheets of this phone are put; null until the phone is on the page. */
  readonly overlay: HTMLElement | null;
  /** Makes the screen inert until the returned function is called. */
  readonly holdScreen: () => () => void;
};

export const PhoneContext = createContext<PhoneContextValue | null>(null);

export function usePhone(): PhoneContextValue {
  const phone = use(PhoneContext);
  if (!phone) throw new Error("A part of a phone is shown outside of a phone.");
  return phone;
}
