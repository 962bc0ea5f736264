import type { Refused } from "../kernel/refused.ts";
import { unreachable } from "../kernel/unreachable.ts";
import {
  type AttachmentKind,
  type AttachmentProblem,
  attachmentProblem,
} from "../messages/attachment-rules.ts";
import type {
  Attachment,
  ContactCard,
  ListSection,
  MessageContent,
  Place,
  TemplateValues,
} from "../messages/content.ts";
import type { Purpose } from "../sends/send.ts";
import { type TemplateIncomplete, fillTemplate } from "../templates/fill.ts";
import type { Template, TemplateStatus } from "../templates/template.ts";
import { windowAt } from "./window.ts";
import type { WorkState } from "./work.ts";

/** A stored file as a draft refers to it. */
export type DraftFile = Attachment & { readonly mediaType: string; readonly sizeBytes: number };

/** What a member wants to say, with everything it refers to already found. */
export type Draft =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: AttachmentKind; readonly file: DraftFile }
  | { readonly kind: "location"; readonly place: Place }
  | { readonly kind: "contacts"; readonly cards: readonly ContactCard[] }
  | {
      readonly kind: "buttons";
      readonly text: string;
      readonly footer?: string;
      readonly buttons: readonly { readonly id: string; readonly title: string }[];
    }
  | {
      readonly kind: "list";
      readonly text: string;
      readonly footer?: string;
      readonly buttonTitle: string;
      readonly sections: readonly ListSection[];
    }
  | {
      readonly kind: "template";
      readonly template: Template;
      readonly values: TemplateValues;
      readonly headerFile?: DraftFile;
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
const MAX_BUTTONS_TEXT = 1024;
const MAX_FOOTER = 60;
const MAX_TITLE = { button: 20, row: 24, section: 24, description: 72 } as const;
const MAX_BUTTONS = 3;
const MAX_ROWS = 10;

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
      return { kind: "location", place: draft.place };
    case "contacts":
      if (draft.cards.length === 0) return invalid("There is no contact to send.");
      return { kind: "contacts", cards: draft.cards };
    case "buttons":
      return buttonsContent(draft);
    case "list":
      return listContent(draft);
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

function buttonsContent(draft: Extract<Draft, { kind: "buttons" }>): MessageContent | ReplyRefused {
  const problem =
    textProblem(draft.text, MAX_BUTTONS_TEXT) ??
    footerProblem(draft.footer) ??
    choicesProblem(draft.buttons, MAX_BUTTONS, MAX_TITLE.button);
  if (problem) return problem;
  return {
    kind: "buttons",
    text: draft.text,
    ...(draft.footer !== undefined && { footer: draft.footer }),
    buttons: draft.buttons.map(({ id, title }) => ({ kind: "reply" as const, id, title })),
  };
}

function listContent(draft: Extract<Draft, { kind: "list" }>): MessageContent | ReplyRefused {
  const rows = draft.sections.flatMap((section) => section.rows);
  const problem =
    textProblem(draft.text, MAX_TEXT) ??
    footerProblem(draft.footer) ??
    titleProblem(draft.buttonTitle, MAX_TITLE.button) ??
    choicesProblem(rows, MAX_ROWS, MAX_TITLE.row) ??
    sectionsProblem(draft.sections);
  if (problem) return problem;
  const { kind, text, footer, buttonTitle, sections } = draft;
  return { kind, text, ...(footer !== undefined && { footer }), buttonTitle, sections };
}

function sectionsProblem(sections: readonly ListSection[]): ReplyRefused | null {
  for (const { title, rows } of sections) {
    if (sections.length > 1 && (title ?? "").trim() === "") {
      return invalid("With more than one section each needs a title.");
    }
    if (lengthOf(title ?? "") > MAX_TITLE.section) return tooLong("section", MAX_TITLE.section);
    if (rows.some((row) => lengthOf(row.description ?? "") > MAX_TITLE.description)) {
      return tooLong("description", MAX_TITLE.description);
    }
  }
  return null;
}

function choicesProblem(
  choices: readonly { readonly id: string; readonly title: string }[],
  maxCount: number,
  maxTitle: number,
): ReplyRefused | null {
  if (choices.length === 0 || choices.length > maxCount) {
    return invalid(`There must be 1 to ${maxCount} choices.`);
  }
  if (new Set(choices.map(({ id }) => id)).size < choices.length) {
    return invalid("Two choices have the same id.");
  }
  for (const { id, title } of choices) {
    if (id === "" || lengthOf(id) > 200)
      return invalid("The id of a choice has 1 to 200 characters.");
    const problem = titleProblem(title, maxTitle);
    if (problem) return problem;
  }
  return null;
}

function titleProblem(title: string, maxLength: number): ReplyRefused | null {
  if (title.trim() === "") return invalid("A choice has no title.");
  return lengthOf(title) > maxLength ? tooLong("title", maxLength) : null;
}

function footerProblem(footer: string | undefined): ReplyRefused | null {
  return lengthOf(footer ?? "") > MAX_FOOTER ? tooLong("footer", MAX_FOOTER) : null;
}

function templateContent(
  draft: Extract<Draft, { kind: "template" }>,
): MessageContent | ReplyRefused {
  const { template, values, headerFile } = draft;
  if (template.status !== "approved") {
    return { refused: "template-not-approved", status: template.status };
  }
  const header = template.header?.kind;
  if (headerFile && (header === "image" || header === "video" || header === "document")) {
    const problem = attachmentProblem(header, headerFile.mediaType, headerFile.sizeBytes);
    if (problem) return problem;
    const file = attachmentFor(header, headerFile, undefined);
    return fillTemplate(template, { ...values, headerFile: file });
  }
  return fillTemplate(template, values);
}

function tooLong(what: string, maxLength: number): ReplyRefused {
  return invalid(`A ${what} has at most ${maxLength} characters.`);
}

function invalid(problem: string): ReplyRefused {
  return { refused: "invalid-request", problem };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
