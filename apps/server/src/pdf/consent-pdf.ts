import type { ConsentView } from "@galka/postgres/stores/consent/ledger";
import type { ConsentProof } from "../operations/consent/prove-consent.ts";
import { CONSENT_WORDS, type ConsentWords } from "./consent-words.ts";
import type { PdfLanguage } from "./conversation-words.ts";
import { type Look, PdfSheet } from "./pdf-sheet.ts";

const INK = "#171c26";
const GREY = "#5b6472";
const BARS = { granted: "#2f8f5b", withdrawn: "#b3372f" } as const;

const HEAD: Look = { size: 17, weight: "bold", color: INK, indent: 0 };
const PART: Look = { size: 12, weight: "bold", color: INK, indent: 0 };
const META: Look = { size: 8.5, weight: "plain", color: GREY, indent: 0 };
const BODY: Look = { size: 10, weight: "plain", color: INK, indent: 12 };
const NAME: Look = { size: 10, weight: "bold", color: INK, indent: 12 };

type Draft = {
  readonly proof: ConsentProof;
  readonly sheet: PdfSheet;
  readonly words: ConsentWords;
  readonly timeOf: (at: Date) => string;
};

/** What a contact agreed to, with all that proves it, as a document (PDF). */
export function* consentPdf(proof: ConsentProof, language: PdfLanguage): Generator<Buffer> {
  const words = CONSENT_WORDS[language];
  const title = words.title(proof.contactName ?? words.nobody);
  const { timeZone, exportedAt } = proof;
  const time = new Intl.DateTimeFormat(language, {
    timeZone,
    dateStyle: "long",
    timeStyle: "medium",
  });
  const foot = (page: number) => words.foot(page, title);
  const sheet = new PdfSheet({ title, language, madeAt: exportedAt, foot });
  const draft = { proof, sheet, words, timeOf: (at: Date) => time.format(at) };
  writeHead(draft, title);
  writeToday(draft);
  sheet.gap(10);
  sheet.text(words.history, PART);
  sheet.gap(4);
  if (proof.consent.records.length === 0) sheet.text(words.nothing, BODY);
  for (const record of proof.consent.records) {
    writeRecord(draft, record);
    yield* sheet.taken();
  }
  sheet.end();
  yield* sheet.taken();
}

function writeHead({ proof, sheet, words, timeOf }: Draft, title: string): void {
  sheet.text(title, HEAD);
  sheet.gap(4);
  sheet.text(words.about(proof.business), { ...META, size: 10, color: INK });
  for (const { kind, value } of proof.identities) {
    sheet.text(`${words.identity[kind]}: ${kind === "phone" ? `+${value}` : value}`, META);
  }
  sheet.text(words.made(proof.exportedBy, timeOf(proof.exportedAt), proof.timeZone), META);
  sheet.text(words.explained, META);
  sheet.gap(10);
}

function writeToday({ proof, sheet, words }: Draft): void {
  sheet.text(words.today, PART);
  sheet.gap(4);
  for (const { purpose, channelId, verdict } of proof.consent.states) {
    const where = words.channel(proof.channelNames.get(channelId) ?? channelId);
    const what = verdict.valid ? words.valid(verdict.recordId) : words.lacks[verdict.missing];
    sheet.text(`${words.purposes[purpose]}, ${where}: ${what}`, BODY);
  }
}

function writeRecord({ proof, sheet, words, timeOf }: Draft, record: ConsentView): void {
  const bar = BARS[record.decision];
  const { channelId } = record;
  const where =
    channelId === null
      ? words.everyChannel
      : words.channel(proof.channelNames.get(channelId) ?? channelId);
  sheet.keep(70);
  sheet.text(`${words.decisions[record.decision]}: ${words.purposes[record.purpose]} (${where})`, {
    ...NAME,
    bar,
  });
  const by = record.memberName === null ? "" : `, ${words.recordedBy(record.memberName)}`;
  const lines = [
    `${words.record} ${record.id}`,
    `${words.said}: ${timeOf(record.at)} · ${words.ways[record.way]}`,
    `${words.recorded}: ${timeOf(record.recordedAt)}${by}`,
    ...(record.expiresAt ? [`${words.expires}: ${timeOf(record.expiresAt)}`] : []),
    ...wordingOf(words, record),
    ...evidenceOf(words, record),
  ];
  const sent = proof.sentBy.get(record.id) ?? 0;
  if (sent > 0) lines.push(words.sent(sent));
  for (const line of lines) sheet.text(line, { ...BODY, size: 9, bar });
  sheet.gap(8);
}

function wordingOf(words: ConsentWords, record: ConsentView): string[] {
  if (record.wording === null) return [];
  const { wordingName, wordingVersion } = record;
  const version =
    wordingName === null || wordingVersion === null
      ? ""
      : ` (${words.version(wordingName, wordingVersion)})`;
  return [`${words.wording}${version}: ${record.wording}`];
}

function evidenceOf(words: ConsentWords, { evidence }: ConsentView): string[] {
  const parts = Object.entries(evidence).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === "") return [];
    const told = typeof value === "string" ? value : JSON.stringify(value);
    return [`${words.evidenceOf[name] ?? name}: ${told}`];
  });
  return parts.length === 0 ? [] : [`${words.evidence}: ${parts.join("; ")}`];
}
