import type { ImportId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ChatImport,
  listChatImports,
  loadChatImports,
} from "@galka/postgres/stores/chat-imports";
import type { ImportApp } from "./import-app.ts";

const SHOWN = 100;

/** The newest imports of the workspace. */
export async function listImports(
  app: ImportApp,
  member: Member,
): Promise<ChatImport[] | Refused<"forbidden">> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listChatImports(tx, workspaceId, SHOWN));
}

export async function readImport(
  app: ImportApp,
  member: Member,
  id: ImportId,
): Promise<ChatImport | Refused<"not-found"> | Refused<"forbidden">> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const [found] = await inWorkspace(app.db, workspaceId, (tx) =>
    loadChatImports(tx, workspaceId, [id]),
  );
  return found ?? { refused: "not-found" };
}
