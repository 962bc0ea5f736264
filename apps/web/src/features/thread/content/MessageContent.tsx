import type { MessageJson } from "@galka/contract/json/message";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AudioPlayer } from "../media/AudioPlayer.tsx";
import { DocumentCard } from "../media/DocumentCard.tsx";
import { fileOf } from "../media/file-of.ts";
import { pictureSize } from "../media/fit.ts";
import { Picture } from "../media/Picture.tsx";
import { VideoBox } from "../media/VideoBox.tsx";
import { Choice } from "./Choice.tsx";
import { ContactCards } from "./ContactCards.tsx";
import { Form } from "./Form.tsx";
import { Interactive } from "./Interactive.tsx";
import { NotShown } from "./NotShown.tsx";
import { Order } from "./Order.tsx";
import { PlaceCard } from "./PlaceCard.tsx";
import { RatingContent } from "./RatingContent.tsx";
import { TextWithFoot } from "./TextWithFoot.tsx";

type Props = {
  readonly message: MessageJson;
  /** Time and ticks, put where the content ends. */
  readonly foot: ReactNode;
};

/** What a message says, whatever its kind. */
export function MessageContent({ message, foot }: Props) {
  const { t } = useTranslation();
  if (message.deletedAt) {
    return (
      <Below foot={foot}>
        <p className="text-ink-2 italic">{t("thread.deleted")}</p>
      </Below>
    );
  }
  return <Said message={message} foot={foot} />;
}

function Said({ message, foot }: Props) {
  const { content, files } = message;
  switch (content.kind) {
    case "text":
      return <TextWithFoot text={content.text} foot={foot} />;
    case "image":
    case "sticker": {
      const file = fileOf(files, content.file);
      return (
        <Captioned
          caption={content.file.caption}
          foot={foot}
          width={pictureSize(file, content.kind).width}
        >
          <Picture file={file} kind={content.kind} />
        </Captioned>
      );
    }
    case "video":
    case "document":
      return (
        <Captioned caption={content.file.caption} foot={foot}>
          {content.kind === "video" ? (
            <VideoBox file={fileOf(files, content.file)} />
          ) : (
            <DocumentCard file={fileOf(files, content.file)} name={content.file.name} />
          )}
        </Captioned>
      );
    case "audio":
    case "voice":
      return (
        <Captioned caption={content.file.caption} foot={foot}>
          <AudioPlayer file={fileOf(files, content.file)} isVoice={content.kind === "voice"} />
        </Captioned>
      );
    case "location":
      return (
        <Below foot={foot}>
          <PlaceCard place={content.place} />
        </Below>
      );
    case "contacts":
      return (
        <Below foot={foot}>
          <ContactCards cards={content.cards} />
        </Below>
      );
    case "buttons":
    case "list":
    case "location-request":
    case "template":
      return <Interactive content={content} files={files} foot={foot} />;
    case "choice":
      return <Choice content={content} foot={foot} />;
    case "rating":
      return <RatingContent content={content} foot={foot} />;
    case "form":
      return (
        <Below foot={foot}>
          <Form content={content} />
        </Below>
      );
    case "order":
      return (
        <Below foot={foot}>
          <Order content={content} />
        </Below>
      );
    case "notice":
    case "note":
      return <TextWithFoot text={content.text} foot={foot} />;
    case "omitted":
    case "unsupported":
    case "unknown":
      return (
        <Below foot={foot}>
          <NotShown content={content} />
        </Below>
      );
    default:
      return unreachable(content);
  }
}

function Below({ foot, children }: { readonly foot: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      {children}
      <span className="self-end">{foot}</span>
    </div>
  );
}

type CaptionedProps = {
  readonly caption: string | undefined;
  readonly foot: ReactNode;
  readonly children: ReactNode;
  /** Of the picture; a longer caption is broken rather than leaving a gap beside it. */
  readonly width?: number;
};

/** A picture reaches this far into the padding of its bubble, on both sides together. */
const OVERHANG = 12;
const NARROWEST_CAPTION = 220;

function Captioned({ caption, foot, children, width }: CaptionedProps) {
  const maxWidth = caption && width ? Math.max(NARROWEST_CAPTION, width - OVERHANG) : undefined;
  return (
    <div className="flex flex-col gap-1" style={{ maxWidth }}>
      {children}
      {caption ? (
        <TextWithFoot text={caption} foot={foot} />
      ) : (
        <span className="self-end">{foot}</span>
      )}
    </div>
  );
}
