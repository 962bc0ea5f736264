import { type ContactField, fieldValue } from "@galka/core/contacts/contact-field";
import { languageOf } from "@galka/core/contacts/language";
import { phoneDigits, phoneForms } from "@galka/core/contacts/phone-forms";
import type {
  ContactImportChoices,
  RowProblem,
} from "@galka/postgres/stores/contacts/contact-imports";
import type { ImportedContact } from "@galka/postgres/stores/contacts/imported-contacts";
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js";

/** How the rows of one table are read. */
export type RowPlan = {
  readonly columns: readonly string[];
  readonly choices: ContactImportChoices;
  readonly fields: readonly ContactField[];
};

/** A contact of a row, with what its columns say where they are kept with the members of a list. */
export type TableContact = ImportedContact & {
  readonly variables: Readonly<Record<string, string>>;
};

export type ReadRow = TableContact | RowProblem;

const NAME_LENGTH = 200;
const VALUE_LENGTH = 2000;

/** Makes a contact of a row, or says what is wrong with it. Rows are counted as a spreadsheet does: the names are row 1. */
export function readRow(plan: RowPlan, cells: readonly string[], row: number): ReadRow {
  let phone = "";
  let phoneColumn: string | null = null;
  const names: string[] = [];
  const fields: Record<string, string> = {};
  const variables: Record<string, string> = {};
  let language: string | null = null;
  for (const [at, target] of plan.choices.columns.entries()) {
    const cell = (cells[at] ?? "").replaceAll("\u0000", "").toWellFormed();
    const column = plan.columns[at] ?? null;
    if (target.to === "phone") phoneColumn = column;
    else if (column !== null && column !== "" && cell !== "")
      variables[column] = cell.slice(0, VALUE_LENGTH);
    if (cell === "" || target.to === "nothing") continue;
    if (target.to === "language") {
      language = languageOf(cell);
      if (language === null) return { row, reason: "value-invalid", column };
    }
    if (target.to === "phone") phone = cell;
    if (target.to === "name") names.push(cell);
    if (target.to !== "field") continue;
    const value = valueOf(plan, target.field, cell);
    if (value === null) return { row, reason: "value-invalid", column };
    fields[target.field] = value;
  }
  if (phone === "") return { row, reason: "phone-missing", column: phoneColumn };
  const digits = phoneOf(phone, plan.choices.country);
  if (digits === null) return { row, reason: "phone-invalid", column: phoneColumn };
  const name = names.join(" ").slice(0, NAME_LENGTH);
  return { phone: digits, name: name === "" ? null : name, language, fields, variables };
}

export function isProblem(read: ReadRow): read is RowProblem {
  return "reason" in read;
}

function valueOf(plan: RowPlan, name: string, cell: string): string | null {
  const field = plan.fields.find((it) => it.name === name);
  if (!field) return cell.slice(0, VALUE_LENGTH);
  const value = fieldValue(field, cell);
  return "refused" in value ? null : value.value;
}

/** Digits with the country code; null for what nobody could call. A spreadsheet may have lost the plus before them. */
function phoneOf(written: string, country: string): string | null {
  // Large numbers in a spreadsheet without a format: 4.91512E+11 has lost digits for good.
  if (/\de\+?\d/iu.test(written)) return null;
  const digits = phoneDigits(written);
  const options = isCountry(country) ? { defaultCountry: country } : {};
  const code = isCountry(country) ? getCountryCallingCode(country) : null;
  // A German number with its code would be a valid one behind a second code, too.
  const isWhole = code !== null && digits.startsWith(code) && !written.includes("+");
  const own = isWhole ? parsePhoneNumberFromString(`+${digits}`) : null;
  if (own?.isValid()) return own.number.slice(1);
  const local = parsePhoneNumberFromString(written, options);
  if (local?.isValid()) return local.number.slice(1);
  const whole = parsePhoneNumberFromString(`+${digits}`);
  if (whole?.isValid()) return whole.number.slice(1);
  // Meta names some people by a form that their country has given up, as Mexico did with 521.
  const [, other = ""] = phoneForms(digits);
  if (parsePhoneNumberFromString(`+${other}`)?.isValid()) return other;
  return local?.isPossible() ? local.number.slice(1) : null;
}

export function isCountry(code: string): code is CountryCode {
  return isSupportedCountry(code);
}
