/** Pictures that sharp can read and that may therefore be shown, re-encoded. */
const PREVIEWABLE = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);

export function canPreview(mediaType: string | null): boolean {
  return mediaType !== null && PREVIEWABLE.has(mediaType);
}

/** What the browser may be told a file is. Anything else is bytes and nothing more. */
const HARMLESS =
  /^(?:image\/(?:jpeg|png|webp|gif|avif)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf|text\/plain)$/;

/** The content type to serve a file with: what its bytes are, if a browser does nothing dangerous with that. */
export function servedType(mediaType: string | null): string {
  return mediaType !== null && HARMLESS.test(mediaType) ? mediaType : "application/octet-stream";
}
