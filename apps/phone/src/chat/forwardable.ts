import type { BubbleContent, WriteContent } from "@galka/emulator/wire/control";

/** The content as the person would send it on; null for what only a business can make. */
export function forwardable(content: BubbleContent): WriteContent | null {
  switch (content.kind) {
    case "text":
      return { kind: "text", body: content.body };
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return {
        kind: content.kind,
        mediaId: content.mediaId,
        ...(content.caption === null ? {} : { caption: content.caption }),
        ...(content.filename === null ? {} : { filename: content.filename }),
        ...(content.voice ? { voice: true } : {}),
      };
    case "location":
      return {
        kind: "location",
        latitude: content.latitude,
        longitude: content.longitude,
        ...(content.name === null ? {} : { name: content.name }),
        ...(content.address === null ? {} : { address: content.address }),
      };
    case "contacts":
      return { kind: "contacts", contacts: content.contacts };
    case "card":
    case "choice":
    case "unsupported":
    case "deleted":
      return null;
    default:
      return content satisfies never;
  }
}
