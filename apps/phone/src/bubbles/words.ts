import type { BubbleContent } from "@galka/emulator/wire/control";

/** The words of a message as they were written; null when it has none to copy. */
export function wordsOf(content: BubbleContent): string | null {
  switch (content.kind) {
    case "text":
    case "card":
      return content.body;
    case "choice":
      return content.title;
    case "location":
      return `${content.latitude}, ${content.longitude}`;
    case "contacts":
      return content.contacts.map((it) => [it.name, ...it.phones].join(" ")).join("\n");
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return content.caption;
    case "deleted":
    case "unsupported":
      return null;
    default:
      return content satisfies never;
  }
}
