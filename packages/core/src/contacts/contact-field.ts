import type { Refused } from "../kernel/refused.ts";
import { unreachable } from "../kernel/unreachable.ts";
import { phoneDigits } from "./phone-forms.ts";

export const FIELD_KINDS = ["text", "number", "date", "choice", "phone", "link"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field that a workspace keeps of its contacts. Values are kept as text, in one form per kind. */
export type ContactField = {
  readonly name: string;
  readonly kind: FieldKind;
  /** Of a choice: what can be chosen. Empty for every other kind. */
  readonly choices: readonly string[];
};

export type FieldRefused = Refused<
  "field-value-invalid",
  { readonly field: string; readonly because: FieldProblem }
>;
export type FieldProblem =
  | "too-long"
  | "not-a-number"
  | "not-a-date"
  | "not-a-choice"
  | "not-a-phone"
  | "not-a-link";

const LONGEST = 2000;

/**
 * The form in which `written` is kept, or why it does not fit the field.
 *
 * A number is kept with a point and without blanks, a date as 2026-11-22, a
 * phone as + and digits, a choice as it is spelled among the choices. A value
 * that was kept once is accepted as it is.
 */
export function fieldValue(
  field: ContactField,
  written: string,
): { readonly value: string } | FieldRefused {
  const text = written.trim();
  const problem = (because: FieldProblem): FieldRefused => ({
    refused: "field-value-invalid",
    field: field.name,
    because,
  });
  if (text.length > LONGEST) return problem("too-long");
  switch (field.kind) {
    case "text":
      return { value: text };
    case "number":
      return found(numberOf(text)) ?? problem("not-a-number");
    case "date":
      return found(dateOf(text)) ?? problem("not-a-date");
    case "choice":
      return found(choiceOf(text, field.choices)) ?? problem("not-a-choice");
    case "phone":
      return found(phoneOf(text)) ?? problem("not-a-phone");
    case "link":
      return found(linkOf(text)) ?? problem("not-a-link");
    default:
      return unreachable(field.kind);
  }
}

/**
 * Values for many fields at once, each in its form; null removes one. A field
 * that nobody defined is free text.
 */
export function fieldValues(
  defined: readonly ContactField[],
  written: Readonly<Record<string, string | null>>,
): { readonly values: Readonly<Record<string, string | null>> } | FieldRefused {
  const values: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(written)) {
    const field = defined.find((it) => it.name === name);
    if (value === null || !field) {
      values[name] = value;
      continue;
    }
    const fitting = fieldValue(field, value);
    if ("refused" in fitting) return fitting;
    values[name] = fitting.value;
  }
  return { values };
}

function found(value: string | null): { readonly value: string } | null {
  return value === null ? null : { value };
}

/** "1 234,50" and "1234.5" are one number; which of several points is the decimal one is not guessed. */
function numberOf(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f']/gu, "").replace(",", ".");
  return /^[+-]?\d{1,15}(?:\.\d{1,10})?$/u.test(plain) ? String(Number(plain)) : null;
}

/** Year first, or as most of the world writes it: day, month, year with points. */
function dateOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  const pointed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [pointed?.[3], pointed?.[2], pointed?.[1]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const whole = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const read = new Date(`${whole}T00:00:00Z`);
  // A 31st of February becomes a day of March: then it was none.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(whole) ? whole : null;
}

function choiceOf(text: string, choices: readonly string[]): string | null {
  const wanted = text.toLocaleLowerCase();
  return choices.find((it) => it.toLocaleLowerCase() === wanted) ?? null;
}

/** E.164: at most fifteen digits. */
function phoneOf(text: string): string | null {
  const digits = phoneDigits(text);
  return /^[+\d\s().\-/]+$/u.test(text) && digits.length >= 7 && digits.length <= 15
    ? `+${digits}`
    : null;
}

/** Only what a browser opens as a page: a link is a thing to be clicked by a colleague. */
function linkOf(text: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/?#.]+\.[^\s]+$/iu.test(whole) ? whole : null;
}
