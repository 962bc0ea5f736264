import type { FileJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { FileState } from "./FileState.tsx";
import { pictureSize } from "./fit.ts";
import { useOpenPicture } from "./PicturesProvider.tsx";

type Props = { readonly file: FileJson | null; readonly kind: "image" | "sticker" };

/** A picture at its final size from the first moment; a click shows it large. A sticker only is. */
export function Picture({ file, kind }: Props) {
  const { t } = useTranslation();
  const open = useOpenPicture();
  const size = pictureSize(file, kind);
  const src = file?.previewUrl ?? file?.url;
  if (!file || !src) return <FileState file={file} size={size} />;

  const image = (
    <img
      src={src}
      alt={t(`kind.${kind}`)}
      width={size.width}
      height={size.height}
      loading="lazy"
      decoding="async"
      className={
        kind === "image"
          ? "block h-auto max-w-full rounded-control bg-surface-3 object-cover"
          : "block object-contain"
      }
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    />
  );
  if (kind === "sticker") return image;
  return (
    <button
      type="button"
      aria-label={t("viewer.open")}
      className="-mx-1.5 block max-w-[calc(100%+12px)] cursor-zoom-in overflow-hidden rounded-control"
      onClick={() => open(file.id)}
    >
      {image}
    </button>
  );
}
