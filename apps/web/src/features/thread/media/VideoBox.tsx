import type { FileJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { FileState } from "./FileState.tsx";
import { fit, sizeOf } from "./fit.ts";

const BOX = { width: 340, height: 360 } as const;

/** A film at its final size; nothing of it is fetched before it is played but its first frame. */
export function VideoBox({ file }: { readonly file: FileJson | null }) {
  const { t } = useTranslation();
  const size = fit(file ? sizeOf(file) : null, BOX);
  if (!file?.url) return <FileState file={file} size={size} />;
  return (
    // What people send has no captions; there is no track that could be offered.
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a sender's film comes without a track
    <video
      controls
      preload="metadata"
      src={file.url}
      aria-label={t("kind.video")}
      width={size.width}
      height={size.height}
      className="h-auto max-w-full rounded-control bg-black"
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    />
  );
}
