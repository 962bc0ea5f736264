import { unreachable } from "../unreachable.ts";
import type { BubbleContent, CardContent } from "../wire/control.ts";

/** The words that a person sees in a bubble. */
export function wordsOf(content: BubbleContent): string {
  switch (content.kind) {
    case "text":
      return content.body;
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return content.caption ?? content.filename ?? "";
    case "location":
      return content.name ?? "";
    case "contacts":
      return content.contacts.map((it) => it.name).join(", ");
    case "card":
      return wordsOfCard(content);
    case "choice":
      return content.title;
    case "unsupported":
    case "deleted":
      return "";
    default:
      return unreachable(content);
  }
}

function wordsOfCard(card: CardContent): string {
  const head = card.header?.kind === "text" ? card.header.text : "";
  return [head, card.body, card.footer ?? ""].filter((it) => it !== "").join("\n");
}
