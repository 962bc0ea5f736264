import type { Priority, WorkState } from "@galka/core/conversations/work";
import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type ConversationWork,
  type StateOfWork,
  lockWork,
  saveState,
} from "@galka/postgres/stores/work/conversation-work";
import type { App } from "../../app.ts";
import { type Changed, changeWork } from "./change-work.ts";

export type StateWish = {
  readonly conversationId: ConversationId;
  readonly status?: WorkState;
  readonly priority?: Priority;
  /** With `snoozed` alone: null brings it back with the contact's next message. */
  readonly snoozedUntil?: Date | null;
};

export type StateRefused = Refused<"not-found"> | Refused<"forbidden"> | Refused<"snooze-past">;

/** Opens, parks, puts aside or closes a conversation, or says how urgent it is. */
export function changeState(
  app: App,
  member: Member,
  wish: StateWish,
): Promise<{ readonly done: true } | StateRefused> {
  return changeWork(
    app,
    member,
    "conversations.organize",
    async (desk): Promise<Changed<StateRefused>> => {
      const { tx, workspaceId, now } = desk;
      const { snoozedUntil } = wish;
      if (snoozedUntil && snoozedUntil <= now) return { refused: "snooze-past" };
      const work = await lockWork(tx, workspaceId, wish.conversationId);
      if (!work) return { refused: "not-found" };
      const after = stateAfter(work, wish);
      const entries = entriesOf(work, after).map((it) => ({
        ...it,
        id: app.ids.next(),
        by: byMember(member),
        subjectId: work.id,
        conversationId: work.id,
      }));
      if (entries.length === 0) return { conversationId: null };
      await saveState(tx, workspaceId, work.id, { ...after, now });
      await recordAudit(tx, workspaceId, now, entries);
      return { conversationId: work.id };
    },
  );
}

function stateAfter(work: ConversationWork, wish: StateWish): StateOfWork {
  const status = wish.status ?? work.status;
  const kept = wish.snoozedUntil === undefined ? work.snoozedUntil : wish.snoozedUntil;
  return {
    status,
    priority: wish.priority ?? work.priority,
    snoozedUntil: status === "snoozed" ? kept : null,
  };
}

function entriesOf(
  before: ConversationWork,
  after: StateOfWork,
): Pick<AuditEntry, "action" | "before" | "after">[] {
  const state = ({ status, snoozedUntil }: StateOfWork) => ({
    status,
    ...(status === "snoozed" && { snoozedUntil: snoozedUntil?.toISOString() ?? null }),
  });
  const isSameState =
    before.status === after.status &&
    before.snoozedUntil?.getTime() === after.snoozedUntil?.getTime();
  return [
    ...(isSameState
      ? []
      : [
          {
            action: "conversation-state-changed" as const,
            before: state(before),
            after: state(after),
          },
        ]),
    ...(before.priority === after.priority
      ? []
      : [
          {
            action: "conversation-priority-changed" as const,
            before: { priority: before.priority },
            after: { priority: after.priority },
          },
        ]),
  ];
}
