import type { JsonObject } from "../wire/json.ts";
import type { MessageEvent, UnknownEvent, UnknownMessage, WebhookEvent } from "./events.ts";
import { personOf } from "./person.ts";
import { memberReader, originAt, unknownAt } from "./place.ts";
import type { MemberReader, ValuePlace } from "./place.ts";
import {
  readContent,
  readContext,
  readErrors,
  readIdentity,
  readReferral,
} from "./read-content.ts";
import { id, instant, own, text } from "../reader.ts";

/** Reads a member of `messages`. */
export const readMessage: MemberReader = memberReader(
  (place, message): WebhookEvent | undefined => {
    const frame = frameOf(message, "inbound", (ids) => personOf(ids, place.contacts));
    if (frame === undefined) return undefined;

    const read = readContent(message);
    if ("reason" in read) return unreadable(place, message, frame, read.reason);

    const event: MessageEvent = {
      ...originAt(place, message, instant(own(message, "timestamp"))),
      kind: "message",
      id: frame.id,
      sender: frame.person,
      groupId: frame.groupId,
      context: readContext(own(message, "context")) ?? null,
      referral: readReferral(own(message, "referral")) ?? null,
      identity: readIdentity(own(message, "identity")) ?? null,
      content: read.content,
      errors: readErrors(own(message, "errors")) ?? [],
    };
    return event;
  },
);

/** The ids of the other side of a message, from the keys of its direction. */
export type FrameIds = {
  readonly waId: string | undefined;
  readonly userId: string | undefined;
  readonly parentUserId: string | undefined;
};

/** What is readable of a message without its content; undefined when it has no id. */
export function frameOf(
  message: JsonObject,
  direction: "inbound" | "outbound",
  person: (ids: FrameIds) => UnknownMessage["person"],
): UnknownMessage | undefined {
  const wamid = id(own(message, "id"));
  if (wamid === undefined) return undefined;

  const side = direction === "inbound" ? "from" : "to";
  return {
    id: wamid,
    direction,
    type: text(own(message, "type")) ?? null,
    person: person({
      waId: id(own(message, side)),
      userId: id(own(message, `${side}_user_id`)),
      parentUserId: id(own(message, `${side}_parent_user_id`)),
    }),
    groupId: id(own(message, "group_id")) ?? null,
  };
}

/** A message whose frame is readable and whose content is not. */
export function unreadable(
  place: ValuePlace,
  message: JsonObject,
  frame: UnknownMessage,
  reason: "unfamiliar-type" | "malformed",
): UnknownEvent {
  const occurredAt = instant(own(message, "timestamp"));
  return unknownAt(place, message, reason, { frame, occurredAt });
}
