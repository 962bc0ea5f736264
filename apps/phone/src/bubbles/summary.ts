import type { BubbleContent, CardContent } from "@galka/emulator/wire/control";
import type { TFunction } from "i18next";
import { plainText } from "../text/plain.ts";

/** A message in one line: for the chat list, for quotes and for screen readers. */
export function summaryOf(content: BubbleContent, t: TFunction): string {
  switch (content.kind) {
    case "text":
      return plainText(content.body);
    case "image":
    case "video":
    case "sticker":
      return content.caption ?? t(`kind.${content.kind}`);
    case "audio":
      return content.voice ? t("kind.voice") : t("kind.audio");
    case "document":
      return content.caption ?? content.filename ?? t("kind.document");
    case "location":
      return content.name ?? t("kind.location");
    case "contacts":
      return contactsOf(content.contacts, t);
    case "card":
      return cardOf(content, t);
    case "choice":
      return content.title;
    case "deleted":
      return t("kind.deleted");
    case "unsupported":
      return t("kind.unsupported");
    default:
      return content satisfies never;
  }
}

function contactsOf(contacts: readonly { readonly name: string }[], t: TFunction): string {
  const [first] = contacts;
  return contacts.length === 1 && first
    ? first.name
    : t("kind.contacts", { count: contacts.length });
}

function cardOf(card: CardContent, t: TFunction): string {
  if (card.body !== "") return plainText(card.body);
  return card.header?.kind === "text" ? card.header.text : t("kind.card");
}
