import { ContactRound, FileText, Image, MapPin, Vote, type LucideIcon } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../ui/Sheet.tsx";

export type AttachKind = "location" | "contact";

type Props = {
  readonly onKind: (kind: AttachKind) => void;
  readonly onFiles: (files: FileList | null) => void;
  readonly onPoll: () => void;
  readonly onClose: () => void;
};

/** What else than words can be sent. */
export function AttachSheet({ onKind, onFiles, onPoll, onClose }: Props) {
  const { t } = useTranslation();
  const pictures = useRef<HTMLInputElement>(null);
  const documents = useRef<HTMLInputElement>(null);
  return (
    <Sheet title={t("compose.attach")} onClose={onClose}>
      <ul className="grid grid-cols-3 gap-2 px-3">
        <Tile icon={Image} label={t("attach.media")} onClick={() => pictures.current?.click()} />
        <Tile
          icon={FileText}
          label={t("attach.document")}
          onClick={() => documents.current?.click()}
        />
        <Tile icon={MapPin} label={t("attach.location")} onClick={() => onKind("location")} />
        <Tile icon={ContactRound} label={t("attach.contact")} onClick={() => onKind("contact")} />
        <Tile icon={Vote} label={t("attach.poll")} onClick={onPoll} />
      </ul>
      <input
        ref={pictures}
        type="file"
        accept="image/*,video/*"
        multiple
        hidden
        data-files="media"
        aria-label={t("attach.media")}
        onChange={(event) => onFiles(event.target.files)}
      />
      <input
        ref={documents}
        type="file"
        multiple
        hidden
        data-files="document"
        aria-label={t("attach.document")}
        onChange={(event) => onFiles(event.target.files)}
      />
    </Sheet>
  );
}

type TileProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
};

function Tile({ icon: Icon, label, onClick }: TileProps) {
  return (
    <li>
      <button
        type="button"
        className="flex w-full flex-col items-center gap-2 rounded-xl p-3 text-center text-list hover:bg-surface-3"
        onClick={onClick}
      >
        <span className="grid size-12 place-items-center rounded-full bg-surface-3 text-blue-ink">
          <Icon size={22} aria-hidden />
        </span>
        {label}
      </button>
    </li>
  );
}
