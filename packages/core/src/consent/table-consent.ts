import { fieldValue } from "../contacts/contact-field.ts";
import { wordKey } from "./words/read-stop-word.ts";
import type { ConsentDecision } from "./consent.ts";

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
};

/** Why a row proves nothing. Its contact is taken all the same. */
export const ROW_CONSENT_LACKS = ["not-agreed", "day-missing", "day-invalid", "day-ahead"] as const;
export type RowConsentLack = (typeof ROW_CONSENT_LACKS)[number];

export type RowConsent =
  | { readonly at: Date; readonly source: string }
  | { readonly lacks: RowConsentLack };

/**
 * What one row says. A cell that cannot be read proves nothing, rather than
 * meaning what somebody guesses; a day counts from its first moment for who
 * agreed, to its last for who took it back, so that of one day the no outweighs.
 */
export function readRowConsent(
  rule: TableConsentRule,
  cells: Readonly<Record<string, string>>,
  now: Date,
): RowConsent {
  const { decision, sourceColumn, saidAtColumn, agreedColumn } = rule;
  if (agreedColumn !== undefined && !isYes(cells[agreedColumn] ?? "")) {
    return { lacks: "not-agreed" };
  }
  const told = sourceColumn === undefined ? "" : (cells[sourceColumn] ?? "").trim();
  const source = told === "" ? rule.source : told.slice(0, 500);
  if (saidAtColumn === undefined) return { at: new Date(rule.saidAt), source };
  const cell = (cells[saidAtColumn] ?? "").trim();
  if (cell === "") return { lacks: "day-missing" };
  const at = momentOf(cell, decision);
  if (at === null) return { lacks: "day-invalid" };
  if (at <= now) return { at, source };
  // The last moment of this very day lies ahead, and the day does not.
  const isToday = at.toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
  return decision === "withdrawn" && isToday ? { at: now, source } : { lacks: "day-ahead" };
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
