import { unreachable } from "@galka/core/kernel/unreachable";
import type { MessageContentJson } from "@galka/contract/json/content";
import type { FileJson } from "@galka/contract/json/message";
import { Copy, ExternalLink, List, MapPin, Phone, Reply } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DocumentCard } from "../media/DocumentCard.tsx";
import { fileOf } from "../media/file-of.ts";
import { Picture } from "../media/Picture.tsx";
import { VideoBox } from "../media/VideoBox.tsx";
import { FilledCards } from "./FilledCards.tsx";
import { PlaceCard } from "./PlaceCard.tsx";
import { TextWithFoot } from "./TextWithFoot.tsx";

export type InteractiveContent = Extract<
  MessageContentJson,
  { kind: "buttons" | "list" | "template" | "location-request" }
>;

type Props = {
  readonly content: InteractiveContent;
  readonly files: readonly FileJson[];
  readonly foot: ReactNode;
};

/** A message with something to tap, as the contact sees it. Here nothing of it can be tapped. */
export function Interactive({ content, files, foot }: Props) {
  const { t } = useTranslation();
  const { offer, cards } = content.kind === "template" ? content : {};
  const footer = "footer" in content ? content.footer : undefined;
  return (
    <div className="flex max-w-90 flex-col gap-1">
      {content.kind === "template" ? (
        <p className="text-meta text-ink-2">{t("template.label", { name: content.name })}</p>
      ) : null}
      <Head content={content} files={files} />
      <TextWithFoot text={content.text} foot={foot} />
      {footer ? <p className="text-meta text-ink-2">{footer}</p> : null}
      {offer ? <p className="text-list font-medium">{offer.text}</p> : null}
      <Taps content={content} />
      {cards ? <FilledCards cards={cards} files={files} /> : null}
    </div>
  );
}

function Head({ content, files }: Omit<Props, "foot">) {
  const header = "header" in content ? content.header : undefined;
  if (!header) return null;
  switch (header.kind) {
    case "text":
      return <p className="font-semibold wrap-anywhere">{header.text}</p>;
    case "location":
      return <PlaceCard place={header.place} />;
    case "image":
      return <Picture file={fileOf(files, header.file)} kind="image" />;
    case "video":
      return <VideoBox file={fileOf(files, header.file)} />;
    case "document":
      return <DocumentCard file={fileOf(files, header.file)} name={header.file.name} />;
    default:
      return unreachable(header);
  }
}

const TAP =
  "flex min-h-8 items-center justify-center gap-2 border-t border-[color-mix(in_oklch,var(--ink)_14%,transparent)] px-2 py-1 text-center font-medium text-blue-ink";

const BUTTON_ICONS = {
  reply: Reply,
  url: ExternalLink,
  phone: Phone,
  "copy-code": Copy,
  other: Reply,
} as const;

function Taps({ content }: { readonly content: InteractiveContent }) {
  const { t } = useTranslation();
  if (content.kind === "location-request") {
    return (
      <p className={TAP}>
        <MapPin size={16} aria-hidden="true" />
        {t("interactive.sendLocation")}
      </p>
    );
  }
  if (content.kind === "list") return <ListOfRows content={content} />;
  if (content.buttons.length === 0) return null;
  return (
    <ul aria-label={t("interactive.buttons")} className="-mx-3 -mb-1.5">
      {content.buttons.map((button, index) => {
        const Icon = BUTTON_ICONS[button.kind];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- buttons do not move and may have equal titles
          <li key={index} className={TAP} title={button.kind === "url" ? button.url : undefined}>
            <Icon size={16} aria-hidden="true" />
            {button.title}
          </li>
        );
      })}
    </ul>
  );
}

function ListOfRows({
  content,
}: {
  readonly content: Extract<InteractiveContent, { kind: "list" }>;
}) {
  return (
    <details className="-mx-3 -mb-1.5">
      <summary className={`${TAP} cursor-pointer`}>
        <List size={16} aria-hidden="true" />
        {content.buttonTitle}
      </summary>
      <div className="px-3 pb-2">
        {content.sections.map((section) => (
          <div key={section.rows[0]?.id ?? section.title} className="mt-1">
            {section.title ? (
              <p className="text-meta font-medium text-ink-2">{section.title}</p>
            ) : null}
            <ul>
              {section.rows.map((row) => (
                <li key={row.id} className="py-1">
                  <p>{row.title}</p>
                  {row.description ? (
                    <p className="text-list text-ink-2">{row.description}</p>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
