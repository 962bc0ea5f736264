import type { ChatSummary } from "@galka/core/chat-export/summary";
import type { ImportId, WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ImportFailure,
  endChatImport,
  lockChatImport,
} from "@galka/postgres/stores/chat-imports";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import type { ImportApp } from "./import-app.ts";
import { unreadOf } from "./reading/analyze-export.ts";

export type Finish =
  | { readonly state: "done"; readonly summary: ChatSummary }
  | { readonly state: "failed"; readonly failure: ImportFailure };

/** Ends a running import and lets everyone fetch its conversation again. False when it is not running. */
export async function finishImport(
  app: ImportApp,
  { workspaceId, id }: { readonly workspaceId: WorkspaceId; readonly id: ImportId },
  finish: Finish,
): Promise<boolean> {
  const at = app.clock.now();
  const ended = await inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await lockChatImport(tx, workspaceId, id);
    if (found?.state !== "running") return false;
    await endChatImport(tx, workspaceId, id, {
      at,
      ...(finish.state === "done"
        ? { state: "done", failure: null, unread: unreadOf(finish.summary) }
        : finish),
    });
    const { conversationId } = found;
    const refilled: readonly NewEvent[] =
      conversationId === null ? [] : [{ kind: "conversation-refilled", conversationId }];
    await appendEvents(tx, workspaceId, at, [...refilled, { kind: "import-changed", otherId: id }]);
    return true;
  });
  if (ended) app.wake.tell("events", workspaceId);
  return ended;
}
