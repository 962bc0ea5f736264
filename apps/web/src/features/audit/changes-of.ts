import type { AuditEntryJson } from "@galka/contract/json/team";

/** A field that is not what it was; an empty side was not there. */
export type Change = { readonly field: string; readonly before: string; readonly after: string };

/** How a record is said to people. */
export type RecordWords = {
  readonly field: (name: string) => string;
  /** One value of a field: a word of the house, an id, a time, or what somebody wrote. */
  readonly value: (name: string, value: string | number | boolean) => string;
  /** A day of the week, Monday is 0. */
  readonly day: (index: number) => string;
};

/** What differs between before and after, field by field, in words. */
export function changesOf(
  { before, after }: Pick<AuditEntryJson, "before" | "after">,
  words: RecordWords,
): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({
      field: words.field(name),
      before: readable(words, name, before?.[name]),
      after: readable(words, name, after?.[name]),
    }))
    .filter((change) => change.before !== change.after);
}

function readable(words: RecordWords, name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return words.value(name, value);
  }
  if (Array.isArray(value)) {
    return name === "week" ? week(words, value) : joined(words, name, value);
  }
  const period = readPeriod(value);
  if (period)
    return `${words.value("fromMinute", period.from)}–${words.value("toMinute", period.to)}`;
  return Object.entries(value)
    .map(([inner, it]) => [fieldIn(words, name, inner), readable(words, inner, it)] as const)
    .filter(([, text]) => text !== "")
    .map(([field, text]) => `${field}: ${text}`)
    .join("; ");
}

function joined(words: RecordWords, name: string, values: readonly unknown[]): string {
  return values
    .map((it) => readable(words, name, it))
    .filter((text) => text !== "")
    .join(", ");
}

function week(words: RecordWords, days: readonly unknown[]): string {
  return days
    .map((day, index) => [words.day(index), readable(words, "periods", day)] as const)
    .filter(([, periods]) => periods !== "")
    .map(([day, periods]) => `${day} ${periods}`)
    .join("; ");
}

/** The fields of a contact are called what the team called them. */
function fieldIn(words: RecordWords, outer: string, name: string): string {
  return outer === "fields" ? name : words.field(name);
}

function readPeriod(value: object): { readonly from: number; readonly to: number } | null {
  if (!("fromMinute" in value) || !("toMinute" in value)) return null;
  const { fromMinute, toMinute } = value;
  if (typeof fromMinute !== "number" || typeof toMinute !== "number") return null;
  return { from: fromMinute, to: toMinute };
}
