import type { GroupParticipant, GroupUpdate, WebhookCall } from "../wire/groups-and-calls.ts";
import { memberReader, originAt } from "./place.ts";
import type { MemberReader } from "./place.ts";
import { readErrors } from "./read-content.ts";
import { id, instant, list, number, object, text } from "../reader.ts";
import type { Reader } from "../reader.ts";

const readParticipants: Reader<readonly GroupParticipant[]> = list(
  object(
    {},
    {
      input: text,
      wa_id: id,
      user_id: id,
      parent_user_id: id,
      username: text,
      errors: readErrors,
    },
  ),
);

const readGroup: Reader<GroupUpdate> = object(
  { type: text },
  {
    timestamp: text,
    group_id: id,
    request_id: text,
    subject: text,
    description: text,
    invite_link: text,
    join_approval_mode: text,
    reason: text,
    initiated_by: text,
    added_participants: readParticipants,
    removed_participants: readParticipants,
    failed_participants: readParticipants,
    join_request_id: id,
    wa_id: id,
    user_id: id,
    errors: readErrors,
  },
);

const readCall: Reader<WebhookCall> = object(
  { id, event: text },
  {
    from: id,
    from_user_id: id,
    to: id,
    to_user_id: id,
    timestamp: text,
    direction: text,
    session: object({}, { sdp_type: text, sdp: text }),
    status: text,
    start_time: text,
    end_time: text,
    duration: number,
    cta_payload: text,
    biz_opaque_callback_data: text,
    errors: readErrors,
  },
);

/** Reads a member of `groups`. */
export const readGroupUpdate: MemberReader = memberReader((place, member) => {
  const group = readGroup(member);
  if (group === undefined) return undefined;
  return { ...originAt(place, member, instant(group.timestamp)), kind: "group", group };
});

/** Reads a member of `calls`. */
export const readCallEvent: MemberReader = memberReader((place, member) => {
  const call = readCall(member);
  if (call === undefined) return undefined;
  return { ...originAt(place, member, instant(call.timestamp)), kind: "call", call };
});
