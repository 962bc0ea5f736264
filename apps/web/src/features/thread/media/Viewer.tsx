import { Dialog } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Moment } from "../../../ui/marks/Moment.tsx";
import type { ShownPicture } from "./pictures.ts";

type Props = {
  readonly pictures: readonly ShownPicture[];
  readonly firstId: string;
  readonly onClose: () => void;
};

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** Pictures of a thread, large: plus and minus zoom, arrows go to the next, Esc leaves. */
export function Viewer({ pictures, firstId, onClose }: Props) {
  const { t } = useTranslation();
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      pictures.findIndex(({ file }) => file.id === firstId),
    ),
  );
  const [zoom, setZoom] = useState(0);
  const picture = pictures[index];
  const src = picture?.file.previewUrl ?? picture?.file.url;

  function go(step: 1 | -1): void {
    setIndex(Math.min(pictures.length - 1, Math.max(0, index + step)));
    setZoom(0);
  }
  function zoomBy(step: 1 | -1): void {
    setZoom(Math.min(ZOOMS.length - 1, Math.max(0, zoom + step)));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const act = {
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      "+": () => zoomBy(1),
      "=": () => zoomBy(1),
      "-": () => zoomBy(-1),
      "0": () => setZoom(0),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <Dialog.Root open onOpenChange={(now) => (now ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.12_0.01_255/94%)]" />
        <Dialog.Popup
          aria-label={t("viewer.title")}
          data-theme="dark"
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-40 flex flex-col text-ink"
        >
          <header className="flex items-center gap-1 p-2">
            <p className="min-w-0 flex-1 truncate px-2 text-list">
              {picture ? <Moment at={picture.at} as="day" className="text-ink-2" /> : null}{" "}
              {picture?.caption}
            </p>
            <span aria-live="polite" className="px-2 text-list text-ink-2">
              {t("viewer.place", { place: index + 1, total: pictures.length })}
            </span>
            <IconButton
              label={t("viewer.smaller")}
              keys="−"
              side="bottom"
              onClick={() => zoomBy(-1)}
              disabled={zoom === 0}
            >
              <ZoomOut size={20} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t("viewer.larger")}
              keys="+"
              side="bottom"
              onClick={() => zoomBy(1)}
              disabled={zoom === ZOOMS.length - 1}
            >
              <ZoomIn size={20} aria-hidden="true" />
            </IconButton>
            {picture?.file.url ? (
              <a
                href={picture.file.url}
                download={picture.file.name ?? ""}
                aria-label={t("action.download")}
                className="control-icon inline-flex items-center justify-center text-ink-2 hover:bg-surface-3"
              >
                <Download size={20} aria-hidden="true" />
              </a>
            ) : null}
            <IconButton label={t("action.close")} keys="Esc" side="bottom" onClick={onClose}>
              <X size={20} aria-hidden="true" />
            </IconButton>
          </header>
          <div className="relative min-h-0 flex-1 overflow-auto">
            {src ? (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- plus and minus do the same
              <img
                src={src}
                alt={picture?.caption || t("kind.image")}
                onDoubleClick={() => setZoom(zoom === 0 ? 2 : 0)}
                className="m-auto block object-contain"
                style={{
                  width: `${(ZOOMS[zoom] ?? 1) * 100}%`,
                  height: `${(ZOOMS[zoom] ?? 1) * 100}%`,
                }}
              />
            ) : null}
          </div>
          {pictures.length > 1 ? (
            <footer className="flex justify-center gap-2 p-2">
              <IconButton
                label={t("viewer.previous")}
                keys="←"
                onClick={() => go(-1)}
                disabled={index === 0}
              >
                <ChevronLeft size={20} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t("viewer.next")}
                keys="→"
                onClick={() => go(1)}
                disabled={index === pictures.length - 1}
              >
                <ChevronRight size={20} aria-hidden="true" />
              </IconButton>
            </footer>
          ) : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
