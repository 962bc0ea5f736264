import { Ban, CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BubbleContent } from "@galka/emulator/wire/control";
import { bigEmojiCount } from "../text/big-emoji.ts";
import { CardBubble } from "./CardBubble.tsx";
import { ContactsBubble } from "./ContactsBubble.tsx";
import { LocationBubble } from "./LocationBubble.tsx";
import { MediaBubble } from "./MediaBubble.tsx";
import { RichText } from "./RichText.tsx";
import type { Shown } from "./shown.ts";

type Props = { readonly shown: Shown; readonly meta: ReactNode };

/** What is inside a bubble, by its kind. Only a card has a place of its own for time and ticks. */
export function BubbleBody({ shown, meta }: Props) {
  const { content } = shown;
  switch (content.kind) {
    case "text":
      return <TextBody text={content.body} />;
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return <MediaBubble media={content} shown={shown} />;
    case "location":
      return <LocationBubble location={content} />;
    case "contacts":
      return <ContactsBubble contacts={content.contacts} />;
    case "card":
      return <CardBubble card={content} shown={shown} meta={meta} />;
    case "choice":
      return <ChoiceBody choice={content} />;
    case "deleted":
      return <DeletedBody mine={shown.mine} />;
    case "unsupported":
      return <UnsupportedBody type={content.type} mine={shown.mine} />;
    default:
      return content satisfies never;
  }
}

function TextBody({ text }: { readonly text: string }) {
  const big = bigEmojiCount(text);
  if (big > 0) {
    return <p className={big === 1 ? "text-[44px]/[56px]" : "text-[34px]/[44px]"}>{text.trim()}</p>;
  }
  return <RichText text={text} />;
}

function ChoiceBody({ choice }: { readonly choice: Extract<BubbleContent, { kind: "choice" }> }) {
  return (
    <div dir="auto">
      <p>{choice.title}</p>
      {choice.description !== null && (
        <p className="text-list text-meta-out">{choice.description}</p>
      )}
    </div>
  );
}

function DeletedBody({ mine }: { readonly mine: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-1.5 text-[15px] italic text-ink-2">
      <Ban size={16} aria-hidden className="flex-none" />
      {mine ? t("message.deletedByMe") : t("message.deleted")}
    </p>
  );
}

function UnsupportedBody({ type, mine }: { readonly type: string; readonly mine: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="flex gap-2 text-[15px]">
      <CircleHelp size={18} aria-hidden className="mt-0.5 flex-none" />
      <div>
        <p>{mine ? t("message.unsupportedMine") : t("message.unsupported")}</p>
        <p className="font-mono text-meta text-ink-2">{type}</p>
      </div>
    </div>
  );
}
