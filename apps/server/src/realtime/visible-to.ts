import type { EventJson, ServerMessage } from "@galka/contract/events";
import { withMaskedPhones } from "@galka/core/contacts/mask";
import { unreachable } from "@galka/core/kernel/unreachable";
import { may, mayAny, type RoleHeld } from "@galka/core/workspaces/member";

const EVERYTHING = [
  "conversations.read",
  "contacts.read",
  "contacts.import",
  "contacts.phones",
  "statistics.read",
] as const;

/**
 * What of a message this member may learn.
 *
 * An event about something that they may not read is told as `passed`, so that
 * their seq has no holes. Who may read everything gets the very same object.
 */
export function visibleTo(member: RoleHeld, message: ServerMessage): ServerMessage {
  if (message.type !== "events") return message;
  const allowed = EVERYTHING.filter((permission) => may(member, permission));
  if (allowed.length === EVERYTHING.length) return message;
  // Members who may learn the same get the same object: it is made, and turned into text, once.
  const known = partly.get(message) ?? new Map<string, ServerMessage>();
  partly.set(message, known);
  const key = allowed.join();
  const made = known.get(key) ?? visiblePart(member, message);
  known.set(key, made);
  return made;
}

const partly = new WeakMap<ServerMessage, Map<string, ServerMessage>>();

type EventsMessage = Extract<ServerMessage, { readonly type: "events" }>;

function visiblePart(member: RoleHeld, message: EventsMessage): ServerMessage {
  const sees = may(member, "contacts.phones");
  const events = message.events.map((event): EventJson => {
    if (!mayLearn(member, event)) return { kind: "passed", seq: event.seq };
    return sees ? event : withMaskedPhones(event);
  });
  return { type: "events", events };
}

function mayLearn(member: RoleHeld, event: EventJson): boolean {
  switch (event.kind) {
    case "message-added":
    case "message-changed":
    case "conversation-changed":
    case "conversation-refilled":
    case "conversation-removed":
    case "activity-added":
      return may(member, "conversations.read");
    case "contact-changed":
    case "contact-removed":
      return may(member, "contacts.read");
    case "import-changed":
      return may(member, "contacts.import");
    case "campaign-changed":
      return mayAny(member, ["campaigns.manage", "statistics.read"]);
    case "channel-changed":
    case "channel-removed":
    case "templates-changed":
    case "member-changed":
    case "collection-changed":
    case "passed":
      return true;
    default:
      return unreachable(event);
  }
}
