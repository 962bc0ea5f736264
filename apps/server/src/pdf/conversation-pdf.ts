import { setImmediate } from "node:timers/promises";
import { attachmentOf } from "@galka/core/messages/content";
import { previewOf } from "@galka/core/messages/preview";
import { searchableText } from "@galka/core/messages/searchable";
import type { FileView } from "@galka/postgres/stores/views/file-list";
import type { MessageView, QuotedView } from "@galka/postgres/stores/views/message-list";
import {
  CONVERSATION_WORDS,
  type ConversationWords,
  type PdfLanguage,
} from "./conversation-words.ts";
import { type Look, PdfSheet } from "./pdf-sheet.ts";

export type Thumbnail = {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
};

/** What a conversation's document is made of. */
export type ConversationPaper = {
  readonly language: PdfLanguage;
  readonly contactName: string;
  readonly channelName: string;
  readonly memberNames: ReadonlyMap<string, string>;
  readonly exportedBy: string;
  readonly madeAt: Date;
  readonly timeZone: string;
  readonly withNotes: boolean;
  readonly pages: AsyncIterable<readonly MessageView[]>;
  /** A small JPEG of a stored picture; null for what cannot be drawn. */
  readonly thumbnailOf: (file: FileView) => Promise<Thumbnail | null>;
};

const INK = "#171c26";
const GREY = "#5b6472";
const BARS = { in: "#b9c0cc", out: "#2f6fed", note: "#b7791f" } as const;

const HEAD: Look = { size: 17, weight: "bold", color: INK, indent: 0 };
const META: Look = { size: 8, weight: "plain", color: GREY, indent: 0 };
const DAY: Look = { size: 9, weight: "bold", color: GREY, indent: 0, align: "center" };
const BODY: Look = { size: 10, weight: "plain", color: INK, indent: 12 };
const NAME: Look = { size: 8.5, weight: "bold", color: INK, indent: 12 };
const QUOTE: Look = { size: 8.5, weight: "plain", color: GREY, indent: 22 };

type Draft = {
  readonly paper: ConversationPaper;
  readonly sheet: PdfSheet;
  readonly words: ConversationWords;
  readonly dayOf: (at: Date) => string;
  readonly timeOf: (at: Date) => string;
};

/**
 * A conversation as a document (PDF), from the first message to the last.
 *
 * It is given out as it is written: of ten thousand messages no more is held
 * than a page of them. Between pages of messages others have their turn.
 */
export async function* conversationPdf(paper: ConversationPaper): AsyncGenerator<Buffer> {
  const draft = startDraft(paper);
  const { sheet } = draft;
  writeHead(draft);
  let day = "";
  for await (const messages of paper.pages) {
    for (const message of messages) {
      if (message.direction === "note" && !paper.withNotes) continue;
      const itsDay = draft.dayOf(message.at);
      if (itsDay !== day) writeDay(sheet, itsDay);
      day = itsDay;
      await writeMessage(draft, message);
      yield* sheet.taken();
    }
    await setImmediate();
  }
  sheet.end();
  yield* sheet.taken();
}

function startDraft(paper: ConversationPaper): Draft {
  const { language, timeZone, contactName, madeAt } = paper;
  const words = CONVERSATION_WORDS[language];
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "full" });
  const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: "short" });
  const sheet = new PdfSheet({
    title: words.title(contactName),
    language,
    madeAt,
    foot: (page) => words.foot(page, words.title(contactName)),
  });
  return {
    paper,
    sheet,
    words,
    dayOf: (at) => day.format(at),
    timeOf: (at) => time.format(at),
  };
}

function writeHead({ paper, sheet, words, dayOf, timeOf }: Draft): void {
  const { contactName, channelName, exportedBy, madeAt, timeZone, withNotes } = paper;
  sheet.text(words.title(contactName), HEAD);
  sheet.gap(4);
  sheet.text(words.channel(channelName), META);
  sheet.text(words.made(exportedBy, `${dayOf(madeAt)}, ${timeOf(madeAt)}`, timeZone), META);
  sheet.text(withNotes ? words.withNotes : words.withoutNotes, META);
  sheet.gap(8);
}

function writeDay(sheet: PdfSheet, day: string): void {
  sheet.keep(60);
  sheet.gap(8);
  sheet.text(day, DAY);
  sheet.gap(6);
}

async function writeMessage(draft: Draft, message: MessageView): Promise<void> {
  const { sheet, words } = draft;
  const bar = BARS[message.direction];
  sheet.keep(44);
  sheet.text(headOf(draft, message), { ...NAME, bar });
  if (message.deletedAt) sheet.text(words.deleted, { ...BODY, color: GREY, bar });
  else await writeContent(draft, message, bar);
  const reactions = message.reactions.map(({ emoji }) => emoji).join(" ");
  if (reactions !== "") sheet.text(reactions, { ...META, indent: BODY.indent, bar });
  sheet.gap(7);
}

function headOf({ words, timeOf, paper }: Draft, message: MessageView): string {
  const marks = [
    timeOf(message.at),
    message.editedAt && !message.deletedAt ? words.edited : "",
    message.status === "failed" ? words.failed : "",
  ];
  return [nameOf(paper, words, message), ...marks].filter((it) => it !== "").join("  ·  ");
}

function nameOf(paper: ConversationPaper, words: ConversationWords, message: MessageView): string {
  const author =
    paper.memberNames.get(message.authorMemberId ?? "") ??
    message.authorRule?.name ??
    words.business;
  if (message.direction === "in") return paper.contactName;
  return message.direction === "note" ? `${words.note}: ${author}` : author;
}

async function writeContent(draft: Draft, message: MessageView, bar: string): Promise<void> {
  const { sheet, words } = draft;
  const { content, quoted } = message;
  if (quoted && !hidesQuote(draft, quoted)) writeQuote(draft, quoted);
  const text = searchableText(content);
  if (content.kind === "text" || content.kind === "note" || content.kind === "notice") {
    sheet.text(text, { ...BODY, bar });
    return;
  }
  const [file] = message.files;
  const picture = file && (await drawn(draft, message, file));
  if (picture) sheet.picture(picture.bytes, fitted(picture), { ...BODY, bar });
  else sheet.text(labelOf(words, message, file), { ...BODY, color: GREY, bar });
  const said = withoutFileName(text, message);
  if (said !== "") sheet.text(said, { ...BODY, bar });
}

/** What answers a note tells what the note says. */
function hidesQuote({ paper }: Draft, quoted: QuotedView): boolean {
  return quoted.direction === "note" && !paper.withNotes;
}

function writeQuote({ sheet, words, paper }: Draft, quoted: QuotedView): void {
  const who = quoted.direction === "in" ? paper.contactName : words.business;
  const preview = quoted.content && previewOf(quoted.content);
  const kind = preview && preview.kind in words.kinds ? kindOf(words, preview.kind) : "";
  const said = preview
    ? `${who}: ${[kind, preview.text ?? ""].filter((it) => it !== "").join(" · ")}`
    : words.unknownQuote;
  sheet.text(`${words.answering} ${said}`, { ...QUOTE, bar: BARS.in });
}

const PICTURES: readonly string[] = ["image", "sticker"];

function drawn({ paper }: Draft, { content }: MessageView, file: FileView) {
  const isPicture = PICTURES.includes(content.kind) && file.state === "stored";
  return isPicture ? paper.thumbnailOf(file) : null;
}

const MOST = { width: 200, height: 150 };

function fitted({ width, height }: Thumbnail): { width: number; height: number } {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: width * scale, height: height * scale };
}

function labelOf(words: ConversationWords, message: MessageView, file?: FileView): string {
  const name = attachmentOf(message.content)?.name ?? file?.name ?? "";
  const size = file?.sizeBytes ? sizeOf(file.sizeBytes) : "";
  return [kindOf(words, message.content.kind), name, size].filter((it) => it !== "").join(" · ");
}

function kindOf(words: ConversationWords, kind: MessageView["content"]["kind"]): string {
  return kind === "text" || kind === "note" || kind === "notice" ? "" : words.kinds[kind];
}

/** The name of a file stands beside its size already. */
function withoutFileName(text: string, { content }: MessageView): string {
  const name = attachmentOf(content)?.name;
  const lines = text.split("\n");
  return name !== undefined && lines.at(-1) === name ? lines.slice(0, -1).join("\n") : text;
}

function sizeOf(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
