import type { AuditEntryJson } from "@galka/contract/json/team";

/** A field that is not what it was; an empty side was not there. */
export type Change = { readonly field: string; readonly before: string; readonly after: string };

/** What differs between before and after, field by field, with members by their names. */
export function changesOf(
  { before, after }: Pick<AuditEntryJson, "before" | "after">,
  nameOf: (id: string) => string,
): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({
      field: spaced(field),
      before: readable(before?.[field], nameOf),
      after: readable(after?.[field], nameOf),
    }))
    .filter((change) => change.before !== change.after);
}

function readable(value: unknown, nameOf: (id: string) => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return nameOf(value);
  if (Array.isArray(value)) return value.map((it) => readable(it, nameOf)).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([field, it]) => `${spaced(field)}: ${readable(it, nameOf)}`)
      .join("; ");
  }
  return JSON.stringify(value);
}

/** `assigneeId` as “assignee id”. */
function spaced(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
