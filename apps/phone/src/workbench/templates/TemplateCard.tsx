import { CornerUpLeft, ExternalLink, FileText, Image, MapPin, Phone, Video } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { RichText } from "../../bubbles/RichText.tsx";
import { previewOf, type TemplatePreview } from "./template-preview.ts";

const FORMATS: Readonly<Record<string, LucideIcon>> = {
  IMAGE: Image,
  VIDEO: Video,
  DOCUMENT: FileText,
  LOCATION: MapPin,
};

const BUTTONS: Readonly<Record<string, LucideIcon>> = {
  QUICK_REPLY: CornerUpLeft,
  URL: ExternalLink,
  PHONE_NUMBER: Phone,
};

type Props = { readonly components: readonly unknown[]; readonly category: string };

/** A template as a phone will show it. */
export function TemplateCard({ components, category }: Props) {
  const { t } = useTranslation();
  const preview = useMemo(() => previewOf(components), [components]);
  return (
    <figure className="self-start rounded-xl bg-chat p-3">
      <figcaption className="sr-only">{t("templates.preview")}</figcaption>
      <div className="max-w-80">
        <Bubble preview={preview} category={category} />
        {preview.cards.length > 0 && (
          <section
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A scrolling row without a stop of its own cannot be moved with the keyboard.
            tabIndex={0}
            aria-label={t("templates.cards")}
            className="mt-1.5 flex gap-1.5 overflow-x-auto"
          >
            {preview.cards.map((card, at) => (
              <div key={at} className="w-56 flex-none">
                <Bubble preview={card} category={category} />
              </div>
            ))}
          </section>
        )}
      </div>
    </figure>
  );
}

type BubbleProps = { readonly preview: TemplatePreview; readonly category: string };

function Bubble({ preview, category }: BubbleProps) {
  const { t } = useTranslation();
  const { header, body, footer, offer, buttons } = preview;
  return (
    <div className="overflow-hidden rounded-xl bg-bubble-in text-[15px]/5.5">
      <div className="space-y-1 px-3 py-2">
        {header !== null && <Header header={header} />}
        {offer !== null && <p className="rounded-lg bg-surface-3 px-2 py-1 font-medium">{offer}</p>}
        {body === "" && category === "AUTHENTICATION" ? (
          <p className="text-ink-2">{t("templates.codeText")}</p>
        ) : (
          body !== "" && <RichText text={body} />
        )}
        {footer !== null && (
          <p dir="auto" className="text-list text-ink-2">
            {footer}
          </p>
        )}
      </div>
      {buttons.map((button, at) => {
        const Icon = BUTTONS[button.type];
        return (
          <p
            key={at}
            dir="auto"
            className="hairline-t flex items-center justify-center gap-2 px-3 py-2 font-medium text-blue-ink"
          >
            {Icon !== undefined && <Icon size={16} aria-hidden className="flex-none" />}
            {button.text || button.type}
          </p>
        );
      })}
    </div>
  );
}

function Header({ header }: { readonly header: NonNullable<TemplatePreview["header"]> }) {
  const { t } = useTranslation();
  if (header.format === "TEXT") {
    return (
      <p dir="auto" className="font-semibold">
        {header.text}
      </p>
    );
  }
  const Icon = FORMATS[header.format] ?? FileText;
  return (
    <p className="grid h-24 place-items-center rounded-lg bg-surface-3 text-ink-3">
      <Icon size={28} aria-hidden />
      <span className="sr-only">{t("templates.media")}</span>
    </p>
  );
}
