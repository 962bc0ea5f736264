import type { BusinessNumber } from "../store/kinds.ts";
import type { Update } from "../store/updates.ts";

/** All that one webhook says of one account. */
export type Entry = { readonly wabaId: string; readonly updates: readonly Update[] };

/**
 * The envelope, as JSON.
 *
 * Messages and statuses are in separate values, and one value is about one
 * person, so a receiver that looks only at `contacts[0]` is right. The pieces
 * are joined as they were stored, without reading them: a webhook may have a
 * thousand.
 */
export function writePayload(
  entries: readonly Entry[],
  numberOf: (phoneNumberId: string) => BusinessNumber | null,
  now: number,
): string {
  const known = new Map<string, string>();
  const metadataOf = (phoneNumberId: string): string => {
    const metadata = known.get(phoneNumberId) ?? writeMetadata(numberOf(phoneNumberId));
    known.set(phoneNumberId, metadata);
    return metadata;
  };
  const all = entries.map((entry) => writeEntry(entry, metadataOf, now)).join(",");
  return `{"object":"whatsapp_business_account","entry":[${all}]}`;
}

function writeEntry(
  entry: Entry,
  metadataOf: (phoneNumberId: string) => string,
  now: number,
): string {
  const messaging = entry.updates.every((it) => it.field === "messages");
  const time = messaging ? "" : `"time":${Math.floor(now / 1000)},`;
  const changes = runs(entry.updates).map((run) => writeChange(run, metadataOf));
  return `{"id":${JSON.stringify(entry.wabaId)},${time}"changes":[${changes.join(",")}]}`;
}

/** Neighbours that fit into one value. */
function runs(updates: readonly Update[]): readonly (readonly Update[])[] {
  const all: Update[][] = [];
  for (const update of updates) {
    const last = all.at(-1);
    const previous = last?.[0];
    if (last !== undefined && previous !== undefined && fits(previous, update)) last.push(update);
    else all.push([update]);
  }
  return all;
}

function fits(a: Update, b: Update): boolean {
  return (
    a.field === "messages" &&
    b.field === "messages" &&
    a.kind !== "other" &&
    a.kind === b.kind &&
    a.phoneNumberId === b.phoneNumberId &&
    a.about === b.about
  );
}

function writeChange(
  run: readonly Update[],
  metadataOf: (phoneNumberId: string) => string,
): string {
  const first = run[0];
  const field = first?.field ?? "messages";
  const value =
    first === undefined || field !== "messages" || first.kind === "other"
      ? (first?.value ?? "{}")
      : writeMessages(run, first, metadataOf(first.phoneNumberId));
  return `{"value":${value},"field":${JSON.stringify(field)}}`;
}

function writeMessages(run: readonly Update[], first: Update, metadata: string): string {
  const key = first.kind === "status" ? "statuses" : "messages";
  const pieces = run.map((update) => takeApart(update.value, key));
  const contacts = pieces.find((it) => it.contacts !== "")?.contacts ?? "";
  const items = pieces.map((it) => it.items).join(",");
  return [
    `{"messaging_product":"whatsapp","metadata":${metadata}`,
    contacts === "" ? "" : `,"contacts":[${contacts}]`,
    `,"${key}":[${items}]}`,
  ].join("");
}

const CONTACTS = '{"contacts":[';

/**
 * The contact and the items of a stored value, still as text. It is
 * `{"contacts":[…],"<key>":[…]}` or `{"<key>":[…]}`; inside a JSON text a
 * quotation mark is escaped, so the key is found where it is one.
 */
function takeApart(value: string, key: string): { contacts: string; items: string } {
  const mark = `"${key}":[`;
  const start = value.indexOf(mark);
  const items = value.slice(start + mark.length, -2);
  if (!value.startsWith(CONTACTS)) return { contacts: "", items };
  return { contacts: value.slice(CONTACTS.length, start - 2), items };
}

function writeMetadata(number: BusinessNumber | null): string {
  return JSON.stringify({
    display_phone_number: number?.waId ?? "",
    phone_number_id: number?.id ?? "",
  });
}
