import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MediaContent } from "@galka/emulator/wire/control";
import { addressOf } from "../api/emulator.ts";
import { AudioBubble } from "./AudioBubble.tsx";
import { DocumentBubble } from "./DocumentBubble.tsx";
import { MediaViewer } from "./MediaViewer.tsx";
import { RichText } from "./RichText.tsx";
import type { Shown } from "./shown.ts";

type Props = { readonly media: MediaContent; readonly shown: Shown };

/** Where a file's bytes are: on the emulator, or still only in this browser. */
export function sourceOf(media: MediaContent): string {
  return media.url.startsWith("blob:") ? media.url : addressOf(media.url);
}

/** A photo, video, sound, file or sticker with the words under it. */
export function MediaBubble({ media, shown }: Props) {
  // The words under a picture are as wide as it is; otherwise a gap would gape beside it.
  const width = media.kind === "image" || media.kind === "video" ? "w-65 max-w-full" : "";
  return (
    <div className={`flex flex-col gap-1 ${width}`}>
      <MediaOf media={media} shown={shown} />
      {media.caption !== null && media.caption !== "" && (
        <div className="px-1">
          <RichText text={media.caption} />
        </div>
      )}
    </div>
  );
}

function MediaOf({ media, shown }: Props) {
  const { t } = useTranslation();
  switch (media.kind) {
    case "image":
      return <Picture media={media} />;
    case "video":
      return (
        <video
          src={sourceOf(media)}
          controls
          playsInline
          preload="metadata"
          aria-label={media.caption ?? t("kind.video")}
          className="max-h-80 min-h-40 w-65 max-w-full rounded-lg bg-shell"
        >
          <track kind="captions" />
        </video>
      );
    case "sticker":
      return (
        <img
          src={sourceOf(media)}
          alt={t("kind.sticker")}
          className="size-36 object-contain"
          draggable={false}
        />
      );
    case "audio":
      return <AudioBubble media={media} shown={shown} />;
    case "document":
      return <DocumentBubble media={media} />;
    default:
      return media.kind satisfies never;
  }
}

function Picture({ media }: { readonly media: MediaContent }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const alt = media.caption ?? t("kind.image");
  return (
    <>
      <button
        type="button"
        className="block max-w-full self-start overflow-hidden rounded-lg"
        onClick={() => setOpen(true)}
      >
        <img
          src={sourceOf(media)}
          alt={alt}
          className="max-h-80 min-h-24 w-65 max-w-full bg-surface-3 object-cover"
          draggable={false}
        />
        <span className="sr-only">, {t("message.openPicture")}</span>
      </button>
      {open && (
        <MediaViewer
          source={sourceOf(media)}
          alt={alt}
          filename={media.filename}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
