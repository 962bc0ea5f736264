import { type AttachmentKind, kindFor } from "../messages/attachment-rules.ts";

/** A quick reply as far as it becomes a message. */
export type Sendable = {
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly file: {
    readonly id: string;
    readonly mediaType: string | null;
    readonly sizeBytes: number | null;
  } | null;
};

export type ReplyDraft =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "buttons";
      readonly text: string;
      readonly buttons: { readonly id: string; readonly title: string }[];
    }
  | { readonly kind: AttachmentKind; readonly fileId: string; readonly caption?: string };

/** The message that a quick reply becomes once its text is filled in. A file takes the text as its caption. */
export function replyDraft({ text, buttons, file }: Sendable): ReplyDraft {
  if (file !== null) {
    const kind = kindFor(file.mediaType ?? "application/octet-stream", file.sizeBytes ?? 0);
    return { kind, fileId: file.id, ...(text.trim() === "" ? {} : { caption: text }) };
  }
  if (buttons.length > 0) return { kind: "buttons", text, buttons: [...buttons] };
  return { kind: "text", text };
}
