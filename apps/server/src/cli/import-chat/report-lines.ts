import type { ChatImport, ImportChoices } from "@galka/postgres/stores/chat-imports";

const SHOWN_SENDERS = 8;
const SHOWN_UNREAD = 20;

/** What was understood of a file, as lines of a table. */
export function reportLines({ fileName, linesTotal, report }: ChatImport): string[] {
  const { senders } = report;
  const people = senders
    .slice(0, SHOWN_SENDERS)
    .map(({ name, messages }) => `${name} (${count(messages)})`);
  const more = senders.length > SHOWN_SENDERS ? [`${senders.length - SHOWN_SENDERS} more`] : [];
  const media = [
    report.attachments > 0 ? `${count(report.attachments)} attached` : "",
    report.missingAttachments > 0
      ? `${count(report.missingAttachments)} of them not in the file`
      : "",
    report.omitted > 0 ? `${count(report.omitted)} left out by WhatsApp` : "",
  ].filter((part) => part !== "");
  return table([
    ["File", `${fileName}, ${count(linesTotal)} lines`],
    [
      "Written by",
      `${report.platform === "ios" ? "iPhone" : "Android"}, ${report.clock} clock, ${report.languages.join(", ") || "no language recognized"}`,
    ],
    ["Dates", `${report.dateOrder}${report.dateOrderIsCertain ? "" : " (likely, not certain)"}`],
    ["From, to", `${plain(report.from)} to ${plain(report.to)}`],
    ["People", [...people, ...more].join(", ") || "nobody"],
    [
      "Messages",
      `${count(report.messages)}, and ${count(report.systemLines)} lines of the app's own`,
    ],
    ["Media", media.join(", ") || "none"],
    [
      "Not read",
      report.unreadLineCount === 0 ? "nothing" : `${count(report.unreadLineCount)} lines`,
    ],
  ]);
}

/** What is about to be done. */
export function choiceLines(choices: ImportChoices, channelName: string): string[] {
  return table([
    ["Into", channelName],
    ["You are", choices.ownSender ?? "nobody in this chat"],
    [
      "Contact",
      `${choices.contactName}${choices.contactPhone === null ? "" : `, ${choices.contactPhone}`}`,
    ],
    ["Time zone", choices.timeZone],
    ["Dates", choices.dateOrder],
  ]);
}

/** The first of the lines that could not be read, each with its number and the reason. */
export function unreadLinesOf({ report }: ChatImport): string[] {
  const { unreadLines, unreadLineCount } = report;
  if (unreadLineCount === 0) return [];
  const shown = unreadLines.slice(0, SHOWN_UNREAD);
  const rest = unreadLineCount - shown.length;
  return [
    `${count(unreadLineCount)} lines could not be read:`,
    ...shown.map(({ line, reason, text }) => `  line ${line} (${reason}): ${printable(text)}`),
    ...(rest > 0 ? [`  and ${count(rest)} more; --unread FILE writes them all`] : []),
  ];
}

/** How far it is, how fast, and how long it will take. */
export function progressLine(chatImport: ChatImport, linesPerSecond: number): string {
  const { linesDone, linesTotal } = chatImport;
  const percent = linesTotal === 0 ? 100 : Math.floor((linesDone / linesTotal) * 100);
  const seconds = Math.ceil((linesTotal - linesDone) / linesPerSecond);
  const rest =
    linesPerSecond > 0
      ? `, ${count(Math.round(linesPerSecond))} a second, ${count(seconds)} s to go`
      : "";
  return `${percent} %: ${count(linesDone)} of ${count(linesTotal)} lines${rest}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${printable(value)}`);
}

/** Names and texts are somebody else's: what would steer the terminal is shown as a mark. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function plain(at: string | null): string {
  return at === null ? "?" : at.replace("T", " ");
}

function count(value: number): string {
  return value.toLocaleString("en");
}
