import type { ChangedId, UserIdUpdate } from "../wire/webhook.ts";
import { personOf } from "./person.ts";
import { memberReader, originAt } from "./place.ts";
import type { MemberReader } from "./place.ts";
import { readError } from "./read-content.ts";
import { id, instant, object, oneOf, own, text } from "../reader.ts";
import type { Reader } from "../reader.ts";

const readPreference = object(
  { category: text, value: oneOf("stop", "resume") },
  { wa_id: id, user_id: id, parent_user_id: id, detail: text },
);

const readChangedId: Reader<ChangedId> = object({ current: id }, { previous: id });

const readUpdate: Reader<UserIdUpdate> = object(
  { user_id: readChangedId },
  { wa_id: id, detail: text, parent_user_id: readChangedId, timestamp: text },
);

/** Reads a member of `user_preferences`. */
export const readUserPreference: MemberReader = memberReader((place, member) => {
  const preference = readPreference(member);
  if (preference === undefined) return undefined;

  const ids = {
    waId: preference.wa_id,
    userId: preference.user_id,
    parentUserId: preference.parent_user_id,
  };
  return {
    ...originAt(place, member, instant(own(member, "timestamp"))),
    kind: "user-preference",
    person: personOf(ids, place.contacts),
    category: preference.category,
    value: preference.value,
    detail: preference.detail ?? null,
  };
});

/** Reads a member of `user_id_update`. */
export const readUserIdUpdate: MemberReader = memberReader((place, member) => {
  const update = readUpdate(member);
  if (update === undefined) return undefined;

  const ids = {
    waId: update.wa_id,
    userId: update.user_id.current,
    parentUserId: update.parent_user_id?.current,
  };
  return {
    ...originAt(place, member, instant(update.timestamp)),
    kind: "user-id-update",
    person: personOf(ids, place.contacts),
    userId: update.user_id,
    parentUserId: update.parent_user_id ?? null,
    detail: update.detail ?? null,
  };
});

/** Reads a member of `errors` beside the metadata of a value. */
export const readValueError: MemberReader = memberReader((place, member) => {
  const error = readError(member);
  return error === undefined ? undefined : { ...originAt(place, member), kind: "error", error };
});
