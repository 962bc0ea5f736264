import type {
  EventOrigin,
  UnknownEvent,
  UnknownMessage,
  UnknownReason,
  WebhookEvent,
} from "./events.ts";
import { contactsOf } from "./person.ts";
import type { Contacts } from "./person.ts";
import { id, isObject, object, own, text } from "../reader.ts";
import type { JsonObject } from "../wire/json.ts";

/** Where in a delivery a member stands, and whose it is. */
export type Place = Omit<EventOrigin, "raw"> & { readonly path: string };

/** A value of a change whose members are read one by one. */
export type ValuePlace = Place & { readonly contacts: Contacts };

/** Reads one member of a list: always at least one event. */
export type MemberReader = (place: ValuePlace, member: unknown) => readonly WebhookEvent[];

const readMetadata = object({}, { phone_number_id: id, display_phone_number: text });

/** The place of `value` in its change, with the number and the people it names. */
export function valuePlace(place: Place, value: JsonObject): ValuePlace {
  const metadata = readMetadata(own(value, "metadata"));
  const displayed = metadata?.display_phone_number ?? text(own(value, "display_phone_number"));
  return {
    ...place,
    phoneNumberId: metadata?.phone_number_id ?? null,
    displayPhoneNumber: displayed ?? null,
    path: `${place.path}.value`,
    contacts: contactsOf(own(value, "contacts")),
  };
}

/** The origin of an event at `place`. Without an own time it happened when the entry says. */
export function originAt(place: Place, raw: unknown, occurredAt?: Date | null): EventOrigin {
  return {
    wabaId: place.wabaId,
    phoneNumberId: place.phoneNumberId,
    displayPhoneNumber: place.displayPhoneNumber,
    field: place.field,
    occurredAt: occurredAt ?? place.occurredAt,
    raw,
  };
}

/** A member kept as it is, with the reason nothing better can be said of it. */
export function unknownAt(
  place: Place,
  raw: unknown,
  reason: UnknownReason,
  message?: { readonly frame: UnknownMessage; readonly occurredAt: Date | null },
): UnknownEvent {
  return {
    ...originAt(place, raw, message?.occurredAt),
    kind: "unknown",
    reason,
    path: place.path,
    message: message?.frame ?? null,
  };
}

/** The reader of members of which `read` makes one event, or nothing when they are malformed. */
export function memberReader(
  read: (place: ValuePlace, member: JsonObject) => WebhookEvent | undefined,
): MemberReader {
  return (place, member) => {
    if (!isObject(member)) return [unknownAt(place, member, "wrong-shape")];
    return [read(place, member) ?? unknownAt(place, member, "malformed")];
  };
}
