import type { ImportId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ChatImport,
  listChatImports,
  loadChatImports,
} from "@galka/postgres/stores/chat-imports";
import type { ImportApp } from "./import-app.ts";

const SHOWN = 100;

/** The newest imports of the workspace. */
export function listImports(app: ImportApp, { workspaceId }: Member): Promise<ChatImport[]> {
  return inWorkspace(app.db, workspaceId, (tx) => listChatImports(tx, workspaceId, SHOWN));
}

export async function readImport(
  app: ImportApp,
  { workspaceId }: Member,
  id: ImportId,
): Promise<ChatImport | Refused<"not-found">> {
  const [found] = await inWorkspace(app.db, workspaceId, (tx) =>
    loadChatImports(tx, workspaceId, [id]),
  );
  return found ?? { refused: "not-found" };
}
