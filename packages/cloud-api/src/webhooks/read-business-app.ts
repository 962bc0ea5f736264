import type { ContactSync, HistoryProgress, HistoryThread } from "../wire/business-app.ts";
import type { JsonObject } from "../wire/json.ts";
import type { EchoEvent, HistoryMessageEvent, Person, WebhookEvent } from "./events.ts";
import { personOf, plainUsername } from "./person.ts";
import { memberReader, originAt, unknownAt } from "./place.ts";
import type { MemberReader, ValuePlace } from "./place.ts";
import { readContent, readContext, readErrors } from "./read-content.ts";
import { frameOf, unreadable } from "./read-message.ts";
import type { FrameIds } from "./read-message.ts";
import { id, instant, isObject, number, object, own, text } from "../reader.ts";
import type { Reader } from "../reader.ts";

const readSync: Reader<ContactSync> = object(
  {
    type: text,
    contact: object(
      {},
      {
        full_name: text,
        first_name: text,
        phone_number: text,
        user_id: id,
        parent_user_id: id,
        username: text,
      },
    ),
    action: text,
  },
  { metadata: object({}, { timestamp: text }) },
);

const readProgress: Reader<HistoryProgress> = object(
  {},
  { phase: number, chunk_order: number, progress: number },
);

const readThread: Reader<Omit<HistoryThread, "messages">> = object(
  {},
  { id, context: object({}, { wa_id: id, user_id: id, parent_user_id: id, username: text }) },
);

const readHistoryContext = object({}, { status: text });

/** Reads a member of `state_sync`. */
export const readContactSync: MemberReader = memberReader((place, member) => {
  const sync = readSync(member);
  if (sync === undefined) return undefined;
  const origin = originAt(place, member, instant(sync.metadata?.timestamp));
  return { ...origin, kind: "contact-sync", sync };
});

/** Reads a member of `message_echoes`. */
export const readEcho: MemberReader = memberReader((place, message): WebhookEvent | undefined => {
  const frame = frameOf(message, "outbound", (ids) => personOf(ids, place.contacts));
  if (frame === undefined) return undefined;

  const read = readContent(message);
  if ("reason" in read) return unreadable(place, message, frame, read.reason);

  const event: EchoEvent = {
    ...originAt(place, message, instant(own(message, "timestamp"))),
    kind: "echo",
    id: frame.id,
    recipient: frame.person,
    context: readContext(own(message, "context")) ?? null,
    content: read.content,
  };
  return event;
});

/** Reads a message of `history` that stands outside the threads: a file sent after its thread. */
export const readHistoryMessage: MemberReader = (place, member) =>
  historyMessage(place, member, undefined);

/** Reads a member of `history`: the chunk, then each message of its threads. */
export const readHistoryChunk: MemberReader = (place, chunk) => {
  if (!isObject(chunk)) return [unknownAt(place, chunk, "wrong-shape")];

  const event: WebhookEvent = {
    ...originAt(place, chunk),
    kind: "history",
    progress: readProgress(own(chunk, "metadata")) ?? null,
    errors: readErrors(own(chunk, "errors")) ?? [],
  };
  const threads = own(chunk, "threads");
  if (threads === undefined) return [event];
  const at = { ...place, path: `${place.path}.threads` };
  if (!Array.isArray(threads)) return [event, unknownAt(at, threads, "wrong-shape")];

  const inThreads = threads.flatMap((thread, index) =>
    threadMessages({ ...place, path: `${at.path}[${index}]` }, thread),
  );
  return [event, ...inThreads];
};

function threadMessages(place: ValuePlace, thread: unknown): readonly WebhookEvent[] {
  const messages = isObject(thread) ? own(thread, "messages") : undefined;
  if (!Array.isArray(messages)) return [unknownAt(place, thread, "wrong-shape")];

  return messages.flatMap((message, index) =>
    historyMessage({ ...place, path: `${place.path}.messages[${index}]` }, message, thread),
  );
}

function historyMessage(
  place: ValuePlace,
  message: unknown,
  thread: unknown,
): readonly WebhookEvent[] {
  if (!isObject(message)) return [unknownAt(place, message, "wrong-shape")];

  const direction = directionOf(place, message);
  const frame = frameOf(message, direction, (ids) => otherSide(place, ids, thread));
  if (frame === undefined) return [unknownAt(place, message, "malformed")];

  const read = readContent(message);
  if ("reason" in read) return [unreadable(place, message, frame, read.reason)];

  const event: HistoryMessageEvent = {
    ...originAt(place, message, instant(own(message, "timestamp"))),
    kind: "history-message",
    id: frame.id,
    direction,
    person: frame.person,
    status: readHistoryContext(own(message, "history_context"))?.status ?? null,
    context: readContext(own(message, "context")) ?? null,
    content: read.content,
  };
  return [event];
}

/** A message names its addressee only when the business wrote it; older ones name only the author. */
function directionOf(place: ValuePlace, message: JsonObject): "inbound" | "outbound" {
  const addressed = id(own(message, "to")) ?? id(own(message, "to_user_id"));
  const ours = place.displayPhoneNumber?.replace(/\D/g, "");
  const author = id(own(message, "from"))?.replace(/\D/g, "");
  return addressed !== undefined || (author !== undefined && author === ours)
    ? "outbound"
    : "inbound";
}

/** The person of a chat: what the message says, and where it is silent what its thread says. */
function otherSide(place: ValuePlace, ids: FrameIds, thread: unknown): Person {
  const about = readThread(thread);
  const person = personOf(
    {
      waId: ids.waId ?? about?.id ?? about?.context?.wa_id,
      userId: ids.userId ?? about?.context?.user_id,
      parentUserId: ids.parentUserId ?? about?.context?.parent_user_id,
    },
    place.contacts,
  );
  return { ...person, username: person.username ?? plainUsername(about?.context?.username) };
}
