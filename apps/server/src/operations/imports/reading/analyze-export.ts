import type { ChatFormat } from "@galka/core/chat-export/chat-format";
import {
  type FormatFound,
  formatFrom,
  observeLine,
  startDetecting,
} from "@galka/core/chat-export/detect-format";
import type { ChatEntry } from "@galka/core/chat-export/entry";
import {
  type ChatSummary,
  addToSummary,
  participantsOf,
  startSummary,
} from "@galka/core/chat-export/summary";
import { minuteOf } from "@galka/core/chat-export/dates/wall-clock";
import type { ImportReport } from "@galka/postgres/stores/chat-imports";
import { choiceOf } from "./date-order.ts";
import type { ExportFile } from "./export-file.ts";
import { readEntries, readLines } from "./read-entries.ts";
import { UnreadableExport } from "./unreadable-export.ts";

export type Analysis = {
  readonly format: ChatFormat;
  readonly report: ImportReport;
  readonly linesTotal: number;
};

type Seen = {
  readonly summary: ChatSummary;
  readonly sample: ImportReport["sample"];
  attachments: number;
  missingAttachments: number;
};

const SAMPLE = 12;
const SAMPLE_LENGTH = 300;
const MOST_SENDERS = 300;

/**
 * Says what is understood of an export, in two passes over its text and in
 * memory that does not grow with it.
 *
 * @throws UnreadableExport when no line of it begins a message.
 */
export async function analyzeExport(file: ExportFile): Promise<Analysis> {
  const evidence = startDetecting();
  for await (const lines of readLines(file.text())) {
    for (const line of lines) observeLine(evidence, line);
  }
  const found = formatFrom(evidence);
  if ("refused" in found) throw new UnreadableExport("not-a-chat-export");

  const seen: Seen = { summary: startSummary(), sample: [], attachments: 0, missingAttachments: 0 };
  for await (const read of readEntries(file.text(), found.format)) {
    addToSummary(seen.summary, read);
    for (const entry of read.entries) lookAt(seen, entry, file);
  }
  return { format: found.format, report: reportOf(found, seen), linesTotal: found.lineCount };
}

/** The unread lines of a summary as a report shows them. */
export function unreadOf(
  summary: ChatSummary,
): Pick<ImportReport, "unreadLines" | "unreadLineCount"> {
  return {
    unreadLines: summary.firstUnread.map(({ line, excerpt, reason }) => ({
      line,
      text: excerpt,
      reason,
    })),
    unreadLineCount: summary.unreadCount,
  };
}

function lookAt(seen: Seen, entry: ChatEntry, file: ExportFile): void {
  if (entry.type === "message" && entry.kind === "attachment") {
    seen.attachments += 1;
    const name = entry.attachmentName;
    if (name === null || file.attachment(name) === null) seen.missingAttachments += 1;
  }
  if (seen.sample.length >= SAMPLE) return;
  const name = entry.type === "message" ? entry.attachmentName : null;
  const text = entry.text === "" ? (name ?? "") : entry.text;
  seen.sample.push({
    at: minuteOf(entry.at),
    sender: entry.type === "message" ? entry.sender.name : "",
    text: text.slice(0, SAMPLE_LENGTH).toWellFormed(),
    wordless: entry.type === "message" && text === "" ? (entry.media ?? entry.kind) : null,
  });
}

function reportOf(found: FormatFound, seen: Seen): ImportReport {
  const { summary, sample, attachments, missingAttachments } = seen;
  const systemLines = summary.kinds.get("system") ?? 0;
  return {
    platform: found.format.platform,
    clock: found.clock === 12 ? "12-hour" : "24-hour",
    dateOrder: choiceOf(found.format.dateOrder),
    dateOrderIsCertain: found.confidence === "certain",
    dateReadings: readingsOf(found),
    languages: [...found.languages],
    senders: participantsOf(summary)
      .slice(0, MOST_SENDERS)
      .map(({ sender, messageCount }) => ({
        name: sender.name,
        messages: messageCount,
        phone: sender.phone,
      })),
    messages: summary.entryCount - systemLines,
    systemLines,
    attachments,
    missingAttachments,
    omitted: summary.kinds.get("media-omitted") ?? 0,
    from: summary.first && minuteOf(summary.first),
    to: summary.last && minuteOf(summary.last),
    ...unreadOf(summary),
    sample,
  };
}

function readingsOf(found: FormatFound): ImportReport["dateReadings"] {
  return found.readings.map(({ order, first, last }) => ({
    dateOrder: choiceOf(order),
    from: first && dayOf(first),
    to: last && dayOf(last),
  }));
}

function dayOf(day: { readonly year: number; readonly month: number; readonly day: number }) {
  return minuteOf({ ...day, hour: 0, minute: 0, second: null }).slice(0, 10);
}
