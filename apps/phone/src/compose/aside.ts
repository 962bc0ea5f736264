import type { ChatMessageJson } from "@galka/emulator/wire/control";

/** What the next thing to be written is about. */
export type Aside =
  | { readonly kind: "reply" | "edit"; readonly message: ChatMessageJson }
  | { readonly kind: "location"; readonly replyToId: string };
