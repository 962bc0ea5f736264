import { useTranslation } from "react-i18next";
import type {
  BubbleContent,
  ChatJson,
  ChatMessageJson,
  QuoteJson,
  WriteContent,
} from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { useChat } from "../chat/chat-context.ts";
import type { Attachment, Outgoing, Pending } from "../state/model.ts";
import { usePhones } from "../state/store.ts";
import { emulatorNow } from "../ui/use-now.ts";

/** Sends from the open chat; what is sent is on the screen before the emulator has it. */
export type Write = {
  readonly content: (content: WriteContent, replyTo: QuoteJson | null) => void;
  readonly file: (file: Blob, attachment: Attachment, replyTo: QuoteJson | null) => void;
};

export function useWrite(): Write {
  const { t } = useTranslation();
  const { chat } = useChat();
  const { write } = useActions();
  const clock = usePhones((phones) => phones.clock);

  function send(shown: BubbleContent, outgoing: Outgoing, replyTo: QuoteJson | null): void {
    const writtenAt = new Date(emulatorNow(clock, Date.now())).toISOString();
    write(pendingOf(chat, { writtenAt, shown, outgoing, replyTo }));
  }

  return {
    content: (content, replyTo) =>
      send(shownContent(content), { kind: "content", content }, replyTo),
    file: (file, attachment, replyTo) =>
      send(
        shownFile(file, attachment, t("kind.document")),
        { kind: "file", file, attachment },
        replyTo,
      ),
  };
}

type Written = Pick<Pending, "writtenAt" | "shown" | "outgoing" | "replyTo">;

function pendingOf(chat: ChatJson, written: Written): Pending {
  return {
    key: crypto.randomUUID(),
    personId: chat.personId,
    chatId: chat.id,
    state: "sending",
    ...written,
  };
}

/** How a message will be quoted by its answer. */
export function quoteOf(message: ChatMessageJson): QuoteJson {
  return {
    id: message.id,
    by: message.direction === "out" ? "me" : "peer",
    content: message.content,
  };
}

function shownContent(content: WriteContent): BubbleContent {
  switch (content.kind) {
    case "text":
      return { kind: "text", body: content.body, previewUrl: false };
    case "location":
      return { ...content, name: content.name ?? null, address: content.address ?? null };
    case "contacts":
    case "unsupported":
      return content;
    case "order":
      return filledIn("order", content.text ?? "");
    case "form":
      return filledIn(content.of === "flow" ? "form" : "address", content.body ?? "");
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return {
        kind: content.kind,
        mediaId: content.mediaId,
        url: `_emulator/media/${content.mediaId}`,
        mimeType: "",
        sizeBytes: 0,
        caption: content.caption ?? null,
        filename: content.filename ?? null,
        voice: content.voice ?? false,
      };
    default:
      return content satisfies never;
  }
}

/** A cart or a form, until the emulator says how it looks. */
function filledIn(by: "order" | "form" | "address", title: string): BubbleContent {
  return { kind: "choice", title, description: null, by, value: "" };
}

function shownFile(file: Blob, attachment: Attachment, unnamed: string): BubbleContent {
  return {
    kind: attachment.kind,
    mediaId: "",
    url: URL.createObjectURL(file),
    mimeType: file.type,
    sizeBytes: file.size,
    caption: attachment.caption === "" ? null : attachment.caption,
    filename: attachment.filename === "" ? unnamed : attachment.filename,
    voice: attachment.voice,
  };
}
