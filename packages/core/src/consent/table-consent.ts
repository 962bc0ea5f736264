import { fieldValue } from "../contacts/contact-field.ts";
import { wordKey } from "./words/read-stop-word.ts";
import type { ConsentDecision, ConsentPurpose } from "./consent.ts";
import {
  type AgreedWords,
  channelIn,
  type KnownToTable,
  purposesIn,
  wordsIn,
} from "./table-cells.ts";

/** How the rows of a table say what their people have agreed to: each part one word for all, or a column. */
export type TableConsentRule = {
  readonly decision: ConsentDecision;
  /** Where the table comes from. */
  readonly source: string;
  readonly sourceColumn?: string;
  /** As ISO text; of every row that has no day of its own. */
  readonly saidAt: string;
  readonly saidAtColumn?: string;
  /** Counts only whoever has a yes there. */
  readonly agreedColumn?: string;
  /** Of every row whose own cell says nothing; with a column it may be none. */
  readonly purposes: readonly ConsentPurpose[];
  readonly purposeColumn?: string;
  /** Null where a column says it of each row. */
  readonly wordingId: string | null;
  readonly wordingColumn?: string;
  /** Null is every channel. */
  readonly channelId: string | null;
  readonly channelColumn?: string;
};

/** Why a row proves nothing. Its contact is taken all the same. */
export const ROW_CONSENT_LACKS = [
  "not-agreed",
  "day-missing",
  "day-invalid",
  "day-ahead",
  "purpose-missing",
  "purpose-unknown",
  "words-missing",
  "words-unknown",
  "channel-unknown",
] as const;
export type RowConsentLack = (typeof ROW_CONSENT_LACKS)[number];

export type SaidByRow = {
  readonly at: Date;
  readonly source: string;
  readonly purposes: readonly ConsentPurpose[];
  readonly words: AgreedWords;
  readonly channelId: string | null;
};

export type RowConsent = SaidByRow | { readonly lacks: RowConsentLack };

/**
 * What one row says. A cell that cannot be read proves nothing, rather than
 * meaning what somebody guesses; a day counts from its first moment for who
 * agreed, to its last for who took it back, so that of one day the no outweighs.
 */
export function readRowConsent(
  rule: TableConsentRule,
  cells: Readonly<Record<string, string>>,
  now: Date,
  known: KnownToTable,
): RowConsent {
  const { sourceColumn, agreedColumn } = rule;
  if (agreedColumn !== undefined && !isYes(cells[agreedColumn] ?? "")) {
    return { lacks: "not-agreed" };
  }
  const told = cellOf(cells, sourceColumn);
  const source = told === "" ? rule.source : told.slice(0, 500);
  const at = dayOf(rule, cells, now);
  if (typeof at === "string") return { lacks: at };
  const purposes = purposesOf(rule, cells);
  if (typeof purposes === "string") return { lacks: purposes };
  const words = wordsOf(rule, cells, known);
  if (typeof words === "string") return { lacks: words };
  const named = cellOf(cells, rule.channelColumn);
  const channelId = named === "" ? rule.channelId : channelIn(named, known.channels);
  if (channelId === undefined) return { lacks: "channel-unknown" };
  return { at, source, purposes, words, channelId };
}

function cellOf(cells: Readonly<Record<string, string>>, column: string | undefined): string {
  return column === undefined ? "" : (cells[column] ?? "").trim();
}

function dayOf(
  { decision, saidAt, saidAtColumn }: TableConsentRule,
  cells: Readonly<Record<string, string>>,
  now: Date,
): Date | RowConsentLack {
  if (saidAtColumn === undefined) return new Date(saidAt);
  const cell = cellOf(cells, saidAtColumn);
  if (cell === "") return "day-missing";
  const at = momentOf(cell, decision);
  if (at === null) return "day-invalid";
  if (at <= now) return at;
  // The last moment of this very day lies ahead, and the day does not.
  const isToday = at.toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
  return decision === "withdrawn" && isToday ? now : "day-ahead";
}

function purposesOf(
  { purposes, purposeColumn }: TableConsentRule,
  cells: Readonly<Record<string, string>>,
): readonly ConsentPurpose[] | RowConsentLack {
  const cell = cellOf(cells, purposeColumn);
  if (cell !== "") return purposesIn(cell) ?? "purpose-unknown";
  return purposes.length === 0 ? "purpose-missing" : purposes;
}

function wordsOf(
  { wordingId, wordingColumn }: TableConsentRule,
  cells: Readonly<Record<string, string>>,
  { wordings }: KnownToTable,
): AgreedWords | RowConsentLack {
  const cell = cellOf(cells, wordingColumn);
  if (cell !== "") return wordsIn(cell, wordings) ?? "words-unknown";
  const found = wordings.find(({ id }) => id === wordingId);
  return found ? { id: found.id, text: found.text } : "words-missing";
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;

function momentOf(cell: string, decision: ConsentDecision): Date | null {
  if (INSTANT.test(cell)) {
    const at = new Date(/(?:Z|[+-]\d\d:?\d\d)$/u.test(cell) ? cell : `${cell}Z`);
    return Number.isNaN(at.getTime()) ? null : at;
  }
  const day = fieldValue({ name: "", kind: "date", choices: [] }, cell);
  if ("refused" in day) return null;
  return new Date(`${day.value}T${decision === "granted" ? "00:00:00.000" : "23:59:59.999"}Z`);
}

/** Yes in the languages in which stopping is understood, and as spreadsheets write it. */
const YES = new Set(
  (
    "1,x,х,v,true,yes,y,ok,agreed,granted,opt in,optin,да,истина,согласен,согласна,так,иә," +
    "si,sim,ja,wahr,oui,vrai,vero,evet,doğru,نعم,ya,verdadero,verdadeiro"
  )
    .split(",")
    .map(wordKey),
);

function isYes(cell: string): boolean {
  const said = cell.trim();
  return said === "✓" || said === "✔" || said === "+" || YES.has(wordKey(said));
}
