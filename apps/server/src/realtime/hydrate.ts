import { COLLECTIONS, type EventJson } from "@galka/contract/events";
import type { ActivityJson } from "@galka/contract/json/activity";
import type { ChatImportJson } from "@galka/contract/json/chat-import";
import type { ContactJson, ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import type { ChannelJson, MemberJson } from "@galka/contract/json/workspace";
import type { EventRecord } from "@galka/postgres/stores/views/event-list";

/** What a batch of events names, as it is at this moment. */
export type Named = {
  readonly messages: ReadonlyMap<string, MessageJson>;
  readonly conversations: ReadonlyMap<string, ConversationJson>;
  readonly contacts: ReadonlyMap<string, ContactJson>;
  readonly channels: ReadonlyMap<string, ChannelJson>;
  readonly members: ReadonlyMap<string, MemberJson>;
  readonly imports: ReadonlyMap<string, ChatImportJson>;
  readonly activities: ReadonlyMap<string, ActivityJson>;
};

/**
 * The events of a batch as clients get them.
 *
 * Every seq is told. An event about something that a later event of the same
 * batch is also about is told as `passed`, and so is one whose thing is gone:
 * each carries the present state, so the last one says all.
 */
export function hydrate(records: readonly EventRecord[], named: Named): EventJson[] {
  const told = new Set<string>();
  const backwards = records.toReversed().map((record): EventJson => {
    const event = eventOf(record, named);
    const subject = event && subjectOf(record);
    if (!event || !subject || told.has(subject)) return { kind: "passed", seq: record.seq };
    told.add(subject);
    return event;
  });
  return backwards.reverse();
}

/**
 * What two events must share for the later to stand for both.
 *
 * A message that was added and then changed is still to be told as added, so
 * those two differ; the client replaces the one by the other.
 */
function subjectOf(record: EventRecord): string {
  const { kind, messageId, conversationId, contactId, channelId, otherId } = record;
  if (kind === "activity-added") return `${kind} ${otherId}`;
  return [kind, messageId ?? conversationId ?? contactId ?? channelId ?? otherId].join(" ");
}

function eventOf(record: EventRecord, named: Named): EventJson | null {
  const { seq } = record;
  const conversation = named.conversations.get(record.conversationId ?? "");
  switch (record.kind) {
    case "message-added":
    case "message-changed": {
      const message = named.messages.get(record.messageId ?? "");
      return message && conversation ? { kind: record.kind, seq, message, conversation } : null;
    }
    case "conversation-changed":
    case "conversation-refilled":
      return conversation ? { kind: record.kind, seq, conversation } : null;
    case "conversation-removed":
      return record.conversationId
        ? { kind: record.kind, seq, conversationId: record.conversationId }
        : null;
    case "activity-added": {
      const { conversationId } = record;
      const activity = named.activities.get(record.otherId ?? "");
      return activity && conversationId
        ? { kind: record.kind, seq, conversationId, activity }
        : null;
    }
    default:
      return eventOfTheRest(record, named);
  }
}

function eventOfTheRest(record: EventRecord, named: Named): EventJson | null {
  const { seq, channelId } = record;
  switch (record.kind) {
    case "contact-changed": {
      const contact = named.contacts.get(record.contactId ?? "");
      return contact ? { kind: record.kind, seq, contact } : null;
    }
    case "contact-removed":
      return record.contactId ? { kind: record.kind, seq, contactId: record.contactId } : null;
    case "channel-changed": {
      const channel = named.channels.get(channelId ?? "");
      return channel ? { kind: record.kind, seq, channel } : null;
    }
    case "channel-removed":
    case "templates-changed":
      return channelId ? { kind: record.kind, seq, channelId } : null;
    case "member-changed": {
      const member = named.members.get(record.otherId ?? "");
      return member ? { kind: record.kind, seq, member } : null;
    }
    case "collection-changed": {
      const collection = COLLECTIONS.find((it) => it === record.otherId);
      return collection ? { kind: record.kind, seq, collection } : null;
    }
    case "campaign-changed":
      return record.otherId ? { kind: record.kind, seq, campaignId: record.otherId } : null;
    case "import-changed": {
      const chatImport = named.imports.get(record.otherId ?? "");
      return chatImport ? { kind: record.kind, seq, import: chatImport } : null;
    }
    default:
      // Written by a newer node of the fleet: its clients will be told by it.
      return null;
  }
}
