import { inWorkspace } from "@galka/postgres/database";
import {
  type ChatImport,
  type ImportChoices,
  lockChatImport,
  setImportConversation,
} from "@galka/postgres/stores/chat-imports";
import { appendEvents } from "@galka/postgres/stores/events";
import type { ImportedInto } from "@galka/postgres/stores/imports/imported-messages";
import { openImportTarget } from "@galka/postgres/stores/imports/import-target";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { ImportApp } from "../import-app.ts";

export type TargetOf = {
  readonly app: ImportApp;
  readonly workspaceId: WorkspaceId;
  readonly chatImport: ChatImport;
  readonly choices: ImportChoices;
};

/**
 * The conversation that the import writes to, opened with its first message.
 *
 * It is decided once and kept with the import, so that a run that goes on after
 * a kill writes to the same one. Null when the import is not running.
 */
export async function openTarget(
  { app, workspaceId, chatImport, choices }: TargetOf,
  firstAt: Date,
): Promise<ImportedInto | null> {
  const { channelId } = choices;
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await lockChatImport(tx, workspaceId, chatImport.id);
    if (found?.state !== "running") return null;
    if (found.conversationId !== null) {
      return { workspaceId, channelId, conversationId: found.conversationId };
    }
    const { conversationId, contactId, isNewContact } = await openImportTarget(
      tx,
      workspaceId,
      choices,
      { nextId: () => app.ids.next(), now, firstAt },
    );
    await setImportConversation(tx, workspaceId, chatImport.id, conversationId);
    if (isNewContact) {
      await appendEvents(tx, workspaceId, now, [{ kind: "contact-changed", contactId }]);
    }
    return { workspaceId, channelId, conversationId };
  });
}
