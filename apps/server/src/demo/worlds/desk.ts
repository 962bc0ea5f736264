import type { Filter } from "@galka/core/filters/filter";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import type { ConversationView } from "@galka/postgres/stores/views/conversation-list";
import type { MessageView } from "@galka/postgres/stores/views/message-list";
import { markConversationRead } from "../../operations/conversations/mark-read.ts";
import { listInbox } from "../../operations/conversations/read-inbox.ts";
import type { DraftWish } from "../../operations/messages/find-draft.ts";
import { readThread } from "../../operations/messages/read-thread.ts";
import { sendMessage } from "../../operations/messages/send-message.ts";
import { changeState } from "../../operations/work/change-state.ts";
import { takeConversation } from "../../operations/work/take-conversation.ts";
import { inTurns } from "./in-turns.ts";
import type { Stage } from "./stage.ts";

/** What a person has said since they were answered last, the latest first, and who they are. */
export type Asked = {
  readonly name: string;
  readonly said: readonly MessageView[];
};

export type Desk = {
  /** Answers everybody who waits, closes what was answered, and says how many that were. */
  answerAll(): Promise<number>;
};

const WAITING: Filter = {
  all: [
    { field: "status", in: ["open"] },
    { field: "last-word", by: "contact" },
  ],
};
const PAGE = 100;

/**
 * Members who answer what waits, by turns, as they do at their pages: each takes a
 * conversation, reads it, answers and closes it. Whoever had it before has it again.
 */
export function openDesk(
  stage: Stage,
  staff: readonly Member[],
  answerTo: (asked: Asked) => readonly DraftWish[],
): Desk {
  const { app, owner } = stage;
  let turn = 0;

  function whoAnswers({ assigneeId }: ConversationView): Member {
    const had = staff.find(({ id }) => id === assigneeId);
    const next = had ?? staff[turn++ % staff.length];
    if (!next) throw new Error("There is nobody to answer.");
    return next;
  }

  async function answer(conversation: ConversationView): Promise<void> {
    const member = whoAnswers(conversation);
    const id = idOf<"conversation">(conversation.id);
    must("taking it", await takeConversation(app, member, id));
    must("reading it", await markConversationRead(app, member, id));
    const start = { kind: "newest" } as const;
    const thread = await readThread(app, member, { conversationId: id, limit: 20, start });
    if ("refused" in thread) throw new Error(`A conversation of the demo: ${thread.refused}.`);
    const answered = thread.items.findIndex(({ direction }) => direction === "out");
    const said = answered < 0 ? thread.items : thread.items.slice(0, answered);
    const { contact } = conversation;
    const asked = { name: contact.name ?? contact.profileName ?? "", said };
    for (const draft of answerTo(asked)) {
      const wish = { conversationId: id, clientId: app.ids.next(), draft };
      must("answering it", await sendMessage(app, member, wish));
    }
    must("closing it", await changeState(app, member, { conversationId: id, status: "closed" }));
  }

  return {
    async answerAll() {
      let count = 0;
      for (;;) {
        const inbox = await listInbox(app, owner, { limit: PAGE, filter: WAITING });
        if ("refused" in inbox) throw new Error(`The inbox of the demo: ${inbox.refused}.`);
        await inTurns(inbox.items, answer);
        count += inbox.items.length;
        if (inbox.items.length < PAGE) return count;
      }
    },
  };
}

function must(what: string, answer: object): void {
  if ("refused" in answer)
    throw new Error(`The demo failed at ${what}: ${String(answer.refused)}.`);
}
