import { id, list, object, oneOf, text } from "../reader.ts";
import type { Reader } from "../reader.ts";
import type { Success } from "../wire/json.ts";
import type {
  MarkReadRequest,
  MessageStatus,
  OutboundMessage,
  SendMessageRequest,
  SendMessageResponse,
} from "../wire/send-message.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";
import { readSuccess } from "./success.ts";

/** What Meta made of an accepted message. Accepted is not delivered: statuses come by webhook. */
export type SentMessage = {
  /** The id of the message: `wamid.…`. */
  readonly id: string;
  /** The person's number as Meta knows it; may differ from the one given. Null for a user id. */
  readonly waId: string | null;
  /** The business-scoped user id, when the message went to one. */
  readonly userId: string | null;
  readonly groupId: string | null;
  /** Templates only: whether the message goes out at once. */
  readonly status: MessageStatus | null;
};

const readSent: Reader<SendMessageResponse> = object(
  {
    messaging_product: oneOf("whatsapp"),
    messages: list(object({ id }, { message_status: text, group_id: id })),
  },
  { contacts: list(object({ input: text }, { wa_id: id, user_id: id })) },
);

/** Sending messages, and telling people that theirs were read. */
export function messagesOf(graph: Graph) {
  return {
    /**
     * Sends one message from a number of the business.
     *
     * Meta has no idempotency key. Before repeating a send, look at `TransportError.sent` and
     * `CloudApiError.accepted`: only `"no"` proves that nothing went out.
     *
     * @throws {CloudApiError} when Meta refuses the message.
     * @throws {TransportError} when there is no answer that can be understood.
     * @example
     * const { id } = await api.messages.send(phoneNumberId, {
     *   to: "16505551234",
     *   type: "text",
     *   text: { body: "Your order is on its way." },
     * });
     */
    async send(
      phoneNumberId: string,
      message: OutboundMessage,
      options: CallOptions = {},
    ): Promise<SentMessage> {
      const json: SendMessageRequest = { messaging_product: "whatsapp", ...message };
      return graph.call(
        { method: "POST", path: path(phoneNumberId, "messages"), body: { json }, ...options },
        readSentMessage,
      );
    },

    /**
     * Shows the person that the message, and all before it, were read.
     *
     * With `typing` the person also sees "typing…", until our answer or for 25 seconds.
     */
    async markRead(
      phoneNumberId: string,
      messageId: string,
      options: CallOptions & { readonly typing?: boolean } = {},
    ): Promise<Success> {
      const { typing = false, ...rest } = options;
      const json: MarkReadRequest = {
        messaging_product: "whatsapp",
        status: "read",
        message_id: messageId,
        ...(typing && { typing_indicator: { type: "text" } }),
      };
      return graph.call(
        { method: "POST", path: path(phoneNumberId, "messages"), body: { json }, ...rest },
        readSuccess,
      );
    },
  };
}

/** An answer without an id cannot be told from no answer: the message may have gone out. */
function readSentMessage(value: unknown): SentMessage | undefined {
  const response = readSent(value);
  const message = response?.messages[0];
  if (message === undefined) return undefined;

  const contact = response?.contacts?.[0];
  return {
    id: message.id,
    waId: contact?.wa_id ?? null,
    userId: contact?.user_id ?? null,
    groupId: message.group_id ?? null,
    status: message.message_status ?? null,
  };
}
