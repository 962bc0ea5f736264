import type { Attachment } from "../state/model.ts";

/**
 * As what a messenger would send a file. What WhatsApp cannot show in a bubble
 * goes as a document. Meta: supported media types of the Cloud API, read 2026-11.
 */
export function mediaKindOf(mimeType: string): Attachment["kind"] {
  const [type = ""] = mimeType.toLowerCase().split(";");
  if (["image/jpeg", "image/png", "image/webp"].includes(type)) return "image";
  if (["video/mp4", "video/3gpp"].includes(type)) return "video";
  if (type.startsWith("audio/")) return "audio";
  return "document";
}
