const LEFT_OUT = ["image", "video", "audio", "document", "sticker", "gif", "contact"] as const;

/** The word of the catalogue for what an export left out. */
export function leftOut(what: string): (typeof LEFT_OUT)[number] | "media" {
  return LEFT_OUT.find((known) => known === what) ?? "media";
}
