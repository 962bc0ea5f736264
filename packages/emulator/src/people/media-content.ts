import type { Media } from "../store/media.ts";
import type { MediaContent } from "../wire/control.ts";

/** A stored file as a bubble shows it. */
export function mediaContent(
  media: Media,
  kind: MediaContent["kind"],
  rest: Pick<MediaContent, "caption" | "filename" | "voice">,
): MediaContent {
  return {
    kind,
    mediaId: media.id,
    url: `/_emulator/media/${media.id}`,
    mimeType: media.mimeType,
    sizeBytes: media.sizeBytes,
    ...rest,
  };
}
