import { changed } from "@galka/core/conversations/work-change";
import type { Priority, WorkState } from "@galka/core/conversations/work";
import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../../app.ts";
import { type Decided, changeWork } from "./change-work.ts";

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
  const { conversationId, status, priority, snoozedUntil } = wish;
  return changeWork(
    app,
    member,
    conversationId,
    async ({ now }, before): Promise<Decided<StateRefused>> => {
      if (snoozedUntil && snoozedUntil <= now) return { refused: "snooze-past" };
      const after = changed(before, {
        ...(status !== undefined && { status }),
        ...(priority !== undefined && { priority }),
        ...(snoozedUntil !== undefined && { snoozedUntil: snoozedUntil?.toISOString() ?? null }),
      });
      return { after };
    },
  );
}
