import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import type { ConversationView } from "@galka/postgres/stores/views/conversation-list";
import type { MessageView } from "@galka/postgres/stores/views/message-list";
import type { App } from "../app.ts";
import { markConversationRead } from "../operations/conversations/mark-read.ts";
import { listInbox } from "../operations/conversations/read-inbox.ts";
import type { DraftWish } from "../operations/messages/find-draft.ts";
import { reactToMessage } from "../operations/messages/react-to-message.ts";
import { readThread } from "../operations/messages/read-thread.ts";
import { sendMessage } from "../operations/messages/send-message.ts";
import { pdf, picture } from "./files.ts";
import type { Phone } from "./phones.ts";
import { storeFile } from "./store-file.ts";
import type { Deed } from "./story.ts";

/** The team's side: the same operations that the page's buttons call. */
export type Team = {
  /** The conversation with this person; null until their first message is applied. */
  find(phone: Phone): Promise<ConversationView | null>;
  /** Whether the bytes of their newest message are stored; true of one without any. */
  hasFiles(phone: Phone): Promise<boolean>;
  do(phone: Phone, deed: Deed): Promise<void>;
};

export function teamOf(app: App, owner: Member): Team {
  async function find(phone: Phone): Promise<ConversationView | null> {
    const inbox = await listInbox(app, owner, { limit: 100 });
    if ("refused" in inbox) throw new Error(`The inbox of the demo: ${inbox.refused}.`);
    const isTheirs = (it: ConversationView) =>
      it.contact.identities.some(({ value }) => phone.identities.includes(value));
    return inbox.items.find(isTheirs) ?? null;
  }

  async function send(
    conversation: ConversationView,
    draft: DraftWish,
    replyTo?: string,
  ): Promise<void> {
    const sent = await sendMessage(app, owner, {
      conversationId: idOf(conversation.id),
      clientId: app.ids.next(),
      draft,
      ...(replyTo ? { replyTo: idOf<"message">(replyTo) } : {}),
    });
    if ("refused" in sent) throw new Error(`An answer of the demo: ${sent.refused}.`);
  }

  async function newestOfTheirs(conversation: ConversationView): Promise<MessageView> {
    const thread = await readThread(app, owner, {
      conversationId: idOf(conversation.id),
      limit: 20,
      start: { kind: "newest" },
    });
    const found = "refused" in thread ? null : thread.items.find((it) => it.direction === "in");
    if (!found) throw new Error("There is no message to answer.");
    return found;
  }

  return {
    find,
    async hasFiles(phone) {
      const conversation = await find(phone);
      const newest = conversation && (await newestOfTheirs(conversation));
      return newest?.files.every((file) => file.state === "stored") ?? false;
    },
    async do(phone, deed) {
      const conversation = await find(phone);
      if (!conversation) throw new Error(`Nothing came from ${phone.key}.`);
      await markConversationRead(app, owner, idOf(conversation.id));
      if ("looks" in deed) return;
      if ("puts" in deed) {
        const messageId = idOf<"message">((await newestOfTheirs(conversation)).id);
        const put = await reactToMessage(app, owner, { messageId, emoji: deed.puts });
        if ("refused" in put) throw new Error(`A reaction of the demo: ${put.refused}.`);
        return;
      }
      if ("answers" in deed) return send(conversation, deed.answers);
      const isPhoto = "sendsPhoto" in deed;
      const file = isPhoto ? await picture(deed.sendsPhoto) : pdf(deed.sendsDocument);
      const kind = isPhoto ? "image" : "document";
      await send(conversation, {
        kind,
        fileId: await storeFile(app, owner, file),
        caption: deed.caption,
      });
    },
  };
}
