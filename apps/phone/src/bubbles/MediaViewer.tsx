import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../ui/Sheet.tsx";

type Props = {
  readonly source: string;
  readonly alt: string;
  readonly filename: string | null;
  readonly onClose: () => void;
};

/** A picture as large as the phone's screen. */
export function MediaViewer({ source, alt, filename, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet title={filename ?? t("kind.image")} onClose={onClose} tall>
      <div className="grid min-h-0 flex-1 place-items-center bg-surface-3">
        <img src={source} alt={alt} className="max-h-full max-w-full object-contain" />
      </div>
      <a href={source} download={filename ?? ""} className="btn mx-4 mt-3">
        <Download size={16} aria-hidden /> {t("message.download")}
      </a>
    </Sheet>
  );
}
