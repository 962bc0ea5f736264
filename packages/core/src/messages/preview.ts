import { unreachable } from "../kernel/unreachable.ts";
import { type MessageContent, attachmentOf } from "./content.ts";
import { plainText } from "./formatting.ts";

/**
 * One line about a message, for a list or a notification.
 *
 * `kind` is what the page names in the reader's language ("Photo"); `text` is
 * what the message itself says, in one line and without formatting marks. Either
 * may be all there is: a plain text has no name, a photo may have no caption.
 */
export type Preview = { readonly kind: MessageContent["kind"]; readonly text: string | null };

const LONGEST = 200;

export function previewOf(content: MessageContent): Preview {
  return { kind: content.kind, text: oneLine(textOf(content)) };
}

function textOf(content: MessageContent): string {
  switch (content.kind) {
    case "text":
    case "buttons":
    case "list":
    case "location-request":
    case "template":
    case "notice":
    case "note":
      return content.text;
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "sticker":
      return attachmentOf(content)?.caption ?? "";
    case "document":
      return content.file.caption ?? content.file.name ?? "";
    case "location":
      return content.place.name ?? content.place.address ?? "";
    case "contacts":
      return content.cards.map((card) => card.name).join(", ");
    case "choice":
    case "rating":
      return content.title;
    case "order":
      return content.text ?? "";
    case "form":
      return content.name;
    case "omitted":
      return content.caption ?? content.name ?? "";
    case "unsupported":
    case "unknown":
      return content.what;
    default:
      return unreachable(content);
  }
}

function oneLine(text: string): string | null {
  // Cut before anything is parsed: a preview of 65,536 characters costs as much as one of 200.
  const line = plainText(text.slice(0, LONGEST * 4))
    .replace(/\s+/gu, " ")
    .trim();
  if (line === "") return null;
  return Array.from(line).slice(0, LONGEST).join("");
}
