import type { ImportId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ChatImport,
  endChatImport,
  lockChatImport,
} from "@galka/postgres/stores/chat-imports";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import type { ImportApp } from "./import-app.ts";

/** Stops a running import after the batch that is under way. What is in stays, and it can be started again. */
export async function stopImport(
  app: ImportApp,
  member: Member,
  id: ImportId,
): Promise<
  | ChatImport
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"import-not-ready", { readonly state: ChatImport["state"] }>
> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const stopped = await inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await lockChatImport(tx, workspaceId, id);
    if (found === null) return { refused: "not-found" } as const;
    if (found.state !== "running")
      return { refused: "import-not-ready", state: found.state } as const;

    await endChatImport(tx, workspaceId, id, { state: "stopped", failure: null, at: now });
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "import-stopped",
        // Not the file's name: exports are named after the person, who may be forgotten one day.
        subjectId: id,
      },
    ]);
    await appendEvents(tx, workspaceId, now, [{ kind: "import-changed", otherId: id }]);
    return { ...found, state: "stopped", finishedAt: now } as const;
  });
  if (!("refused" in stopped)) app.wake.tell("events", workspaceId);
  return stopped;
}
