import { isObject, own, id, instant, text } from "../reader.ts";
import type { JsonObject } from "../wire/json.ts";
import type { WebhookEvent } from "./events.ts";
import { unknownAt, valuePlace } from "./place.ts";
import type { MemberReader, Place, ValuePlace } from "./place.ts";
import { accountField } from "./read-account.ts";
import {
  readContactSync,
  readEcho,
  readHistoryChunk,
  readHistoryMessage,
} from "./read-business-app.ts";
import { readCallEvent, readGroupUpdate } from "./read-groups-and-calls.ts";
import { readMessage } from "./read-message.ts";
import { readUserIdUpdate, readUserPreference, readValueError } from "./read-people.ts";
import { readStatus } from "./read-status.ts";

type Lists = ReadonlyMap<string, MemberReader>;

const ECHOES: Lists = new Map([
  ["message_echoes", readEcho],
  ["errors", readValueError],
]);
const GROUPS: Lists = new Map([
  ["groups", readGroupUpdate],
  ["errors", readValueError],
]);

/** The fields whose values hold lists, and how the members of each list are read. */
const LIST_FIELDS: ReadonlyMap<string, Lists> = new Map<string, Lists>([
  [
    "messages",
    new Map([
      ["messages", readMessage],
      ["statuses", readStatus],
      ["errors", readValueError],
    ]),
  ],
  [
    "calls",
    new Map([
      ["calls", readCallEvent],
      ["statuses", readStatus],
      ["errors", readValueError],
    ]),
  ],
  [
    "history",
    new Map([
      ["history", readHistoryChunk],
      ["messages", readHistoryMessage],
      ["message_echoes", readHistoryMessage],
      ["errors", readValueError],
    ]),
  ],
  ["smb_message_echoes", ECHOES],
  ["message_echoes", ECHOES],
  ["smb_app_state_sync", new Map([["state_sync", readContactSync]])],
  ["user_preferences", new Map([["user_preferences", readUserPreference]])],
  ["user_id_update", new Map([["user_id_update", readUserIdUpdate]])],
  ["group_lifecycle_update", GROUPS],
  ["group_participants_update", GROUPS],
  ["group_settings_update", GROUPS],
  ["group_status_update", GROUPS],
]);

/** What a value may hold beside its members. */
const FRAME: ReadonlySet<string> = new Set(["messaging_product", "metadata", "contacts"]);

/**
 * Reads one webhook delivery into the events it carries, in the order Meta wrote them.
 *
 * Never throws, whatever JSON it is given: Meta adds fields without notice, and a parser that
 * fails on one of them loses the messages beside it. Every entry, change, message and status
 * becomes exactly one event (a chunk of history one more for each message in it); what is not
 * understood comes back as `unknown`, to be counted and kept.
 *
 * @example
 * for (const event of parseWebhook(JSON.parse(rawBody))) {
 *   if (event.kind === "message" && event.content.type === "text") {
 *     console.log(event.sender.name, event.content.text.body);
 *   }
 * }
 */
export function parseWebhook(body: unknown): WebhookEvent[] {
  const nowhere: Place = {
    wabaId: null,
    phoneNumberId: null,
    displayPhoneNumber: null,
    field: null,
    occurredAt: null,
    path: "",
  };
  if (!isObject(body)) return [unknownAt(nowhere, body, "wrong-shape")];

  const entries = own(body, "entry");
  if (!Array.isArray(entries)) return [unknownAt(nowhere, body, "wrong-shape")];
  if (entries.length === 0) return [unknownAt(nowhere, body, "empty")];
  return entries.flatMap((entry, index) =>
    readEntry({ ...nowhere, path: `entry[${index}]` }, entry),
  );
}

function readEntry(place: Place, entry: unknown): readonly WebhookEvent[] {
  if (!isObject(entry)) return [unknownAt(place, entry, "wrong-shape")];

  const inEntry: Place = {
    ...place,
    wabaId: id(own(entry, "id")) ?? null,
    occurredAt: instant(own(entry, "time")),
  };
  const changes = own(entry, "changes");
  if (!Array.isArray(changes)) return [unknownAt(inEntry, entry, "wrong-shape")];
  if (changes.length === 0) return [unknownAt(inEntry, entry, "empty")];
  return changes.flatMap((change, index) =>
    readChange({ ...inEntry, path: `${inEntry.path}.changes[${index}]` }, change),
  );
}

function readChange(place: Place, change: unknown): readonly WebhookEvent[] {
  if (!isObject(change)) return [unknownAt(place, change, "wrong-shape")];

  const field = text(own(change, "field")) ?? null;
  const value = own(change, "value");
  const inField: Place = { ...place, field };
  if (field === null || !isObject(value)) return [unknownAt(inField, change, "wrong-shape")];

  const inValue = valuePlace(inField, value);
  const lists = LIST_FIELDS.get(field);
  if (lists !== undefined) return readLists(inValue, value, lists);

  const readUpdate = accountField(field);
  if (readUpdate === undefined) return [unknownAt(inValue, value, "unfamiliar-field")];
  return [readUpdate(inValue, value) ?? unknownAt(inValue, value, "malformed")];
}

/** Reads every list of a value, known or not, in the order the value has them. */
function readLists(place: ValuePlace, value: JsonObject, lists: Lists): readonly WebhookEvent[] {
  const events = Object.keys(value)
    .filter((key) => !FRAME.has(key))
    .flatMap((key) =>
      readList({ ...place, path: `${place.path}.${key}` }, own(value, key), lists.get(key)),
    );
  return events.length > 0 ? events : [unknownAt(place, value, "empty")];
}

function readList(
  place: ValuePlace,
  members: unknown,
  read: MemberReader | undefined,
): readonly WebhookEvent[] {
  if (read !== undefined && !Array.isArray(members)) {
    return [unknownAt(place, members, "wrong-shape")];
  }
  if (!Array.isArray(members)) return [];

  return members.flatMap((member, index) => {
    const at = { ...place, path: `${place.path}[${index}]` };
    return read === undefined ? [unknownAt(at, member, "unfamiliar-list")] : read(at, member);
  });
}
