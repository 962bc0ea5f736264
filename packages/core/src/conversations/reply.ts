import type { Refused } from "../kernel/refused.ts";
import { unreachable } from "../kernel/unreachable.ts";
import {
  type AttachmentKind,
  type AttachmentProblem,
  attachmentProblem,
} from "../messages/attachment-rules.ts";
import type {
  Attachment,
  CardValues,
  MessageContent,
  TemplateValues,
} from "../messages/content.ts";
import { type DraftFlaw, lengthOf } from "../messages/draft-flaw.ts";
import { type RichDraft, flawsOf, richContent } from "../messages/rich-draft.ts";
import type { Purpose } from "../sends/send.ts";
import { type TemplateIncomplete, fillTemplate } from "../templates/fill.ts";
import type { TemplateHeader } from "../templates/parts.ts";
import type { Template, TemplateStatus } from "../templates/template.ts";
import { windowAt } from "./window.ts";
import type { WorkState } from "./work.ts";

/** A stored file as a draft refers to it. */
export type DraftFile = Attachment & { readonly mediaType: string; readonly sizeBytes: number };

/** What a member wants to say, with everything it refers to already found. */
export type Draft =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: AttachmentKind; readonly file: DraftFile }
  | RichDraft
  | {
      readonly kind: "template";
      readonly template: Template;
      readonly values: TemplateValues;
      readonly headerFile?: DraftFile;
      /** In the order of the cards. */
      readonly cardFiles?: readonly (DraftFile | undefined)[];
    };

export type ReplyTo = {
  readonly channelStatus: "connected" | "paused" | "disconnected";
  readonly status: WorkState;
  readonly lastInboundAt: Date | null;
};

/** What a reply would change. Nothing has happened yet: the caller saves it, or does not. */
export type Reply = {
  readonly content: MessageContent;
  readonly purpose: Purpose;
  readonly reopens: boolean;
};

export type ReplyRefused =
  | Refused<"empty-text">
  | Refused<"text-too-long", { readonly maxLength: number }>
  | Refused<"caption-too-long", { readonly maxLength: number }>
  | Refused<"window-closed", { readonly closedAt: Date | null }>
  | Refused<"channel-not-connected">
  | Refused<"template-not-approved", { readonly status: TemplateStatus }>
  | Refused<"invalid-request", { readonly problem: string }>
  | TemplateIncomplete
  | AttachmentProblem;

// Meta: lengths of the message types, docs/…/messages/*, read 2026-11.
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/**
 * Decides whether `draft` may be sent, and what follows if so.
 *
 * A paused number takes replies: they wait until it is resumed. Lengths are
 * counted in code points.
 */
export function reply(now: Date, conversation: ReplyTo, draft: Draft): Reply | ReplyRefused {
  if (conversation.channelStatus === "disconnected") return { refused: "channel-not-connected" };

  const serviceWindow = windowAt(now, conversation.lastInboundAt);
  if (!serviceWindow.open && draft.kind !== "template") {
    return { refused: "window-closed", closedAt: serviceWindow.closedAt };
  }

  const content = contentOf(draft);
  if ("refused" in content) return content;
  const purpose = draft.kind === "template" ? draft.template.category : "service";
  return { content, purpose, reopens: conversation.status === "closed" };
}

function contentOf(draft: Draft): MessageContent | ReplyRefused {
  switch (draft.kind) {
    case "text":
      return textProblem(draft.text, MAX_TEXT) ?? { kind: "text", text: draft.text };
    case "location":
    case "contacts":
    case "buttons":
    case "list":
    case "link":
      return contentOfRich(draft);
    case "template":
      return templateContent(draft);
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "document":
    case "sticker":
      return fileContent(draft.kind, draft.file);
    default:
      return unreachable(draft);
  }
}

function textProblem(text: string, maxLength: number): ReplyRefused | null {
  if (text.trim() === "") return { refused: "empty-text" };
  return lengthOf(text) > maxLength ? { refused: "text-too-long", maxLength } : null;
}

function fileContent(kind: AttachmentKind, file: DraftFile): MessageContent | ReplyRefused {
  const problem = attachmentProblem(kind, file.mediaType, file.sizeBytes);
  if (problem) return problem;

  const caption = file.caption?.trim() === "" ? undefined : file.caption;
  if (caption !== undefined) {
    if (kind === "audio" || kind === "voice" || kind === "sticker") {
      return invalid("Sound and stickers have no caption; send the text as a message of its own.");
    }
    if (lengthOf(caption) > MAX_CAPTION) {
      return { refused: "caption-too-long", maxLength: MAX_CAPTION };
    }
  }
  return { kind, file: attachmentFor(kind, file, caption) };
}

function attachmentFor(kind: string, file: DraftFile, caption: string | undefined): Attachment {
  return {
    fileId: file.fileId,
    ...(kind === "document" && file.name !== undefined && { name: file.name }),
    ...(caption !== undefined && { caption }),
  };
}

function contentOfRich(draft: RichDraft): MessageContent | ReplyRefused {
  const [flaw] = flawsOf(draft);
  return flaw ? refusalOf(flaw) : richContent(draft);
}

/** The text is refused as that of any message; of the rest the problem says where it is and what it is. */
function refusalOf(flaw: DraftFlaw): ReplyRefused {
  const { at } = flaw;
  switch (flaw.flaw) {
    case "empty":
      return at === "text" ? { refused: "empty-text" } : invalid(`${at}: nothing is given.`);
    case "too-long":
      if (at === "text") return { refused: "text-too-long", maxLength: flaw.max };
      return invalid(`${at}: at most ${flaw.max} characters.`);
    case "too-many":
      return invalid(`${at}: at most ${flaw.max}.`);
    case "repeated":
      return invalid(`${at}: the same as another one.`);
    case "not-a-link":
      return invalid(`${at}: a link begins with http:// or https://.`);
    case "not-a-place":
      return invalid(`${at}: latitude is -90 to 90, longitude -180 to 180.`);
    case "not-a-phone":
      return invalid(`${at}: this is no phone number.`);
    case "not-an-email":
      return invalid(`${at}: this is no e-mail address.`);
    default:
      return unreachable(flaw);
  }
}

function templateContent(
  draft: Extract<Draft, { kind: "template" }>,
): MessageContent | ReplyRefused {
  const { template, values, headerFile, cardFiles = [] } = draft;
  if (template.status !== "approved") {
    return { refused: "template-not-approved", status: template.status };
  }
  const head = headerValue(template.header, headerFile);
  if ("refused" in head) return head;
  const cards: CardValues[] = [];
  for (const [index, card] of (template.cards ?? []).entries()) {
    const value = headerValue(card.header, cardFiles[index]);
    if ("refused" in value) return value;
    cards.push({ ...values.cards?.[index], ...value });
  }
  return fillTemplate(template, { ...values, ...head, ...(template.cards && { cards }) });
}

/** The file of a header or of a card's header, once it is known to be of a kind that Meta takes there. */
function headerValue(
  header: TemplateHeader | null,
  file: DraftFile | undefined,
): { readonly headerFile?: Attachment } | AttachmentProblem {
  const kind = header?.kind;
  if (!file || (kind !== "image" && kind !== "video" && kind !== "document")) return {};
  const problem = attachmentProblem(kind, file.mediaType, file.sizeBytes);
  return problem ?? { headerFile: attachmentFor(kind, file, undefined) };
}

function invalid(problem: string): ReplyRefused {
  return { refused: "invalid-request", problem };
}
