import type { MessageJson } from "@galka/contract/json/message";
import type { OutboxEntry } from "../../sync/outbox-entry.ts";

/** A message as the thread shows it: the server's, or one that is still on its way there. */
export type ShownMessage = { readonly message: MessageJson; readonly pending: OutboxEntry | null };

/** The thread's messages with those of the outbox below them; one that has arrived stands once. */
export function shownMessages(
  messages: readonly MessageJson[],
  outbox: readonly OutboxEntry[],
): readonly ShownMessage[] {
  const arrived = new Set(messages.map((message) => message.clientId));
  return [
    ...messages.map((message) => ({ message, pending: null })),
    ...outbox
      .filter((entry) => !arrived.has(entry.clientId))
      .map((entry) => ({ message: pendingMessage(entry, messages), pending: entry })),
  ];
}

/** Stays the same when a message of the outbox arrives, so that its bubble settles instead of jumping. */
export function shownKey({ message }: ShownMessage): string {
  return message.clientId ?? message.id;
}

function pendingMessage(entry: OutboxEntry, held: readonly MessageJson[]): MessageJson {
  const quoted = held.find(({ id }) => id === entry.replyTo);
  return {
    id: `pending:${entry.clientId}`,
    conversationId: entry.conversationId,
    direction: "out",
    authorMemberId: null,
    authorRule: null,
    authorSystem: null,
    source: "live",
    content: entry.content,
    files: [...entry.files],
    status: entry.state === "refused" ? "failed" : "queued",
    failure: null,
    quoted: quoted
      ? { messageId: quoted.id, direction: quoted.direction, content: quoted.content }
      : null,
    reactions: [],
    clientId: entry.clientId,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    at: entry.at,
    statusAt: entry.at,
  };
}
