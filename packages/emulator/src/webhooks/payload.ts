import { type JsonObject, objectsAt, parseObject } from "../json.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { Update } from "../store/updates.ts";

type Change = { readonly field: string; readonly value: JsonObject };

/**
 * The envelope for updates of one account.
 *
 * Messages and statuses are in separate values, and one value is about one
 * person, so a receiver that looks only at `contacts[0]` is right.
 */
export function buildPayload(
  wabaId: string,
  updates: readonly Update[],
  numberOf: (phoneNumberId: string) => BusinessNumber | null,
  now: number,
): JsonObject {
  const changes = runs(updates).map((run) => change(run, numberOf));
  const messaging = changes.every((it) => it.field === "messages");
  const time = messaging ? {} : { time: Math.floor(now / 1000) };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: wabaId, ...time, changes }],
  };
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
    a.kind === b.kind &&
    a.phoneNumberId === b.phoneNumberId &&
    a.about === b.about
  );
}

function change(
  run: readonly Update[],
  numberOf: (phoneNumberId: string) => BusinessNumber | null,
): Change {
  const first = run[0];
  const field = first?.field ?? "messages";
  const values = run.map((update) => parseObject(update.value));
  if (field !== "messages") return { field, value: values[0] ?? {} };
  const contacts = values.flatMap((value) => objectsAt(value, "contacts")).slice(0, 1);
  const key = first?.kind === "status" ? "statuses" : "messages";
  return {
    field,
    value: {
      messaging_product: "whatsapp",
      metadata: metadata(numberOf(first?.phoneNumberId ?? "")),
      ...(contacts.length === 0 ? {} : { contacts }),
      [key]: values.flatMap((value) => objectsAt(value, key)),
    },
  };
}

function metadata(number: BusinessNumber | null): JsonObject {
  return {
    display_phone_number: number?.waId ?? "",
    phone_number_id: number?.id ?? "",
  };
}
