import type { ChatEntry, ChatMessage } from "@galka/core/chat-export/entry";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { MessageContent } from "@galka/core/messages/content";
import type { ImportedFile } from "@galka/postgres/stores/imports/imported-messages";

/** WhatsApp's own limit; our API keeps to it. A longer one is continued in a message of its own. */
const CAPTION_LENGTH = 1024;
const NAME_LENGTH = 240;

/**
 * The contents that an entry becomes: one, or two when a caption is longer than a caption can be.
 *
 * `file` is the attached file as it was stored, null when the export does not
 * have it. `author` is named before what they wrote where a chat has more than
 * two people, because the conversation itself knows only one contact.
 */
export function contentsOf(
  entry: ChatEntry,
  file: ImportedFile | null,
  author: string | null,
): readonly MessageContent[] {
  if (entry.type === "system") return [{ kind: "notice", text: entry.text }];
  const said = withAuthor(entry.text, author);
  switch (entry.kind) {
    case "text":
    case "poll":
      return [{ kind: "text", text: said }];
    case "call":
      return [{ kind: "notice", text: said }];
    case "deleted":
      return [{ kind: "omitted", what: "deleted", ...captioned(said) }];
    case "empty":
      return [{ kind: "omitted", what: "view-once", ...captioned(said) }];
    case "location":
      return [locationOf(entry, said)];
    case "media-omitted":
      return [leftOut(entry, said)];
    case "attachment":
      return file === null ? [leftOut(entry, said)] : attached(entry, file, said);
    default:
      return unreachable(entry.kind);
  }
}

function locationOf(entry: ChatMessage, said: string): MessageContent {
  return entry.coordinates === null
    ? { kind: "text", text: said }
    : { kind: "location", place: entry.coordinates };
}

function leftOut(entry: ChatMessage, said: string): MessageContent {
  const name = entry.attachmentName;
  return {
    kind: "omitted",
    what: entry.media ?? "unknown",
    ...(name === null ? {} : { name: shortName(name) }),
    ...captioned(said),
  };
}

function attached(entry: ChatMessage, file: ImportedFile, said: string): readonly MessageContent[] {
  const fits = said.length <= CAPTION_LENGTH;
  const attachment = { fileId: file.id, ...(fits ? captioned(said) : {}) };
  const kind = kindOf(entry, file.mediaType);
  const content: MessageContent =
    kind === "document"
      ? { kind, file: { ...attachment, name: shortName(file.name) } }
      : { kind, file: attachment };
  return fits ? [content] : [content, { kind: "text", text: said }];
}

/** What every browser shows; other pictures are documents to be opened with something else. */
const SHOWN_AS_PICTURES = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

type FileKind = "image" | "video" | "audio" | "voice" | "document" | "sticker";

/** What the bytes are decides; the name only tells a sticker from a picture and a voice note from music. */
function kindOf(entry: ChatMessage, mediaType: string): FileKind {
  const [family] = mediaType.split("/", 1);
  if (mediaType === "image/webp" && entry.media === "sticker") return "sticker";
  if (SHOWN_AS_PICTURES.has(mediaType)) return "image";
  if (family === "video") return "video";
  if (family !== "audio") return "document";
  const isVoice =
    /^(?:PTT-|\d*-?AUDIO-)/u.test(entry.attachmentName ?? "") || mediaType.startsWith("audio/ogg");
  return isVoice ? "voice" : "audio";
}

function captioned(said: string): { readonly caption?: string } {
  return said === "" ? {} : { caption: said };
}

function withAuthor(text: string, author: string | null): string {
  if (author === null) return text;
  return text === "" ? author : `${author}: ${text}`;
}

/** The end of a name says what the file is, so the middle is what is left out. */
function shortName(name: string): string {
  if (name.length <= NAME_LENGTH) return name;
  return `${name.slice(0, NAME_LENGTH - 21)}…${name.slice(-20)}`.toWellFormed();
}
