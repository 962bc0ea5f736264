import type { FileJson } from "@galka/contract/json/message";
import type { FileView } from "@galka/postgres/stores/views/file-list";
import { canPreview } from "../files/media-types.ts";

export function presentFile(file: FileView): FileJson {
  const url = `/files/${file.id}`;
  const isStored = file.state === "stored";
  return {
    id: file.id,
    state: file.state,
    mediaType: file.mediaType ?? file.claimedType,
    name: file.name,
    sizeBytes: file.sizeBytes,
    width: file.width,
    height: file.height,
    durationMs: file.durationMs,
    url: isStored ? url : null,
    previewUrl: isStored && canPreview(file.mediaType) ? `${url}/preview` : null,
    failure: file.failure,
  };
}
