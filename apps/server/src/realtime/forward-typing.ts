import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import type { App } from "../app.ts";
import { showTyping } from "../operations/thread/show-typing.ts";

/** Told with every beginning and end of somebody's typing; null is an end. */
export type ForwardTyping = (member: Member, conversationId: string | null) => void;

// Meta: "dismissed once you respond, or after 25 seconds", docs/…/typing-indicators, read 2026-11.
const SHOWN_MS = 25_000;
const MOST_REMEMBERED = 10_000;

/** Lets contacts see that somebody writes to them: no more often than they would see it anyway. */
export function forwardTyping(
  app: App,
  show: (
    app: App,
    member: Member,
    id: ReturnType<typeof idOf<"conversation">>,
  ) => Promise<void> = showTyping,
): ForwardTyping {
  const shownAt = new Map<string, number>();
  return (member, conversationId) => {
    if (conversationId === null) return;
    const key = `${member.workspaceId} ${conversationId}`;
    const now = app.clock.now().getTime();
    // The business's clock may be moved back, too.
    if (Math.abs(now - (shownAt.get(key) ?? -Infinity)) < SHOWN_MS) return;
    if (shownAt.size >= MOST_REMEMBERED) shownAt.clear();
    shownAt.set(key, now);
    show(app, member, idOf(conversationId)).catch((error: unknown) =>
      app.log.warn({ error }, "It could not be shown that somebody is typing."),
    );
  };
}
