import { unreachable } from "@galka/core/kernel/unreachable";
import type { MessageContentJson } from "@galka/contract/json/content";
import type { DraftJson } from "@galka/contract/json/message";
import type { Sending } from "../use-send.ts";
import type { Attachment } from "./attachments.ts";

/** Kinds of which WhatsApp shows words below the file. */
const TAKES_CAPTION: ReadonlySet<Attachment["kind"]> = new Set<Attachment["kind"]>([
  "image",
  "video",
  "document",
]);

/**
 * The messages that files and words become: one for each file, the words as the
 * caption of the first file that takes one, else as a message of their own.
 */
export function sendingsOf(files: readonly Attachment[], text: string): readonly Sending[] {
  const words = text.trim();
  const captioned = words === "" ? undefined : files.find(({ kind }) => TAKES_CAPTION.has(kind));
  const sendings = files.flatMap((file) => sendingOf(file, file === captioned ? words : undefined));
  return words !== "" && !captioned ? [...sendings, textSending(text)] : sendings;
}

export function textSending(text: string): Sending {
  return { draft: { kind: "text", text }, content: { kind: "text", text } };
}

function sendingOf({ kind, uploaded, localUrl }: Attachment, caption?: string): readonly Sending[] {
  if (!uploaded) return [];
  const draft: DraftJson = { kind, fileId: uploaded.id, ...(caption ? { caption } : {}) };
  // The picture is on this machine already; the server's own copy replaces it with the event.
  const shown =
    kind === "image" ? { ...uploaded, previewUrl: uploaded.previewUrl ?? localUrl } : uploaded;
  return [{ draft, content: contentOf(kind, uploaded.id, uploaded.name, caption), files: [shown] }];
}

function contentOf(
  kind: Attachment["kind"],
  fileId: string,
  name: string | null,
  caption: string | undefined,
): MessageContentJson {
  const file = { fileId, ...(caption ? { caption } : {}) };
  switch (kind) {
    case "document":
      return { kind, file: { ...file, ...(name === null ? {} : { name }) } };
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "sticker":
      return { kind, file };
    default:
      return unreachable(kind);
  }
}
