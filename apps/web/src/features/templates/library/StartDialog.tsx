import { useTranslation } from "react-i18next";
import {
  GalleryHorizontal,
  KeyRound,
  type LucideIcon,
  MessageSquareText,
  Timer,
} from "lucide-react";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Modal } from "../../../ui/Modal.tsx";
import { STARTS, type Start, startingText } from "../starting-texts.ts";
import { useTemplateDeeds } from "../use-template-deeds.ts";

const ICONS: Readonly<Record<Start, LucideIcon>> = {
  plain: MessageSquareText,
  offer: Timer,
  carousel: GalleryHorizontal,
  code: KeyRound,
};

type Props = { readonly channelId: string; readonly onClose: () => void };

/** What kind of template is begun. */
export function StartDialog({ channelId, onClose }: Props) {
  const { t } = useTranslation();
  const deeds = useTemplateDeeds(channelId);
  const language = useLocale() === "ru" ? "ru" : "en_US";
  return (
    <Modal open onClose={onClose} title={t("templates.start.title")}>
      <ul className="flex flex-col gap-2">
        {STARTS.map((start) => {
          const Icon = ICONS[start];
          return (
            <li key={start}>
              <button
                type="button"
                className="flex w-full items-start gap-3 rounded-control border px-3 py-3 text-left hover:bg-surface-2"
                onClick={() => void deeds.write(startingText(start, language), null)}
              >
                <Icon size={20} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-2" />
                <span>
                  <span className="block font-medium">{t(`templates.start.${start}`)}</span>
                  <span className="block text-list text-ink-2">
                    {t(`templates.startLead.${start}`)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
