/** What kinds of messages carry a file of ours. */
export type AttachmentKind = "image" | "video" | "audio" | "voice" | "document" | "sticker";

type Rule = {
  /** Null takes any type. */
  readonly types: readonly string[] | null;
  readonly maxBytes: number;
};

const MB = 1024 * 1024;
const SOUND = ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"] as const;

/**
 * What WhatsApp takes as which kind of message.
 *
 * A picture that is too large for an image still goes as a document.
 * Meta: "supported media types", docs/…/business-phone-numbers/media, read 2026-11.
 */
const RULES: Readonly<Record<AttachmentKind, Rule>> = {
  image: { types: ["image/jpeg", "image/png"], maxBytes: 5 * MB },
  video: { types: ["video/mp4", "video/3gpp"], maxBytes: 16 * MB },
  audio: { types: SOUND, maxBytes: 16 * MB },
  voice: { types: ["audio/ogg"], maxBytes: 16 * MB },
  document: { types: null, maxBytes: 100 * MB },
  sticker: { types: ["image/webp"], maxBytes: 500 * 1024 },
};

export type AttachmentProblem =
  | { readonly refused: "file-too-large"; readonly maxBytes: number }
  | { readonly refused: "file-type-not-allowed"; readonly allowed: readonly string[] };

/** Why a file cannot go as a message of `kind`; null when it can. `mediaType` is what the bytes are. */
export function attachmentProblem(
  kind: AttachmentKind,
  mediaType: string,
  sizeBytes: number,
): AttachmentProblem | null {
  const { types, maxBytes } = RULES[kind];
  if (types !== null && !types.includes(plainType(mediaType))) {
    return { refused: "file-type-not-allowed", allowed: types };
  }
  return sizeBytes > maxBytes ? { refused: "file-too-large", maxBytes } : null;
}

/** The kind a file is best sent as. */
export function kindFor(mediaType: string, sizeBytes: number): AttachmentKind {
  for (const kind of ["image", "video", "audio"] as const) {
    if (attachmentProblem(kind, mediaType, sizeBytes) === null) return kind;
  }
  return "document";
}

/** "audio/ogg; codecs=opus" is "audio/ogg". */
export function plainType(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
