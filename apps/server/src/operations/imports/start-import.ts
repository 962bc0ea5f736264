import { isDeepStrictEqual } from "node:util";
import type { ImportId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { listChannelViews } from "@galka/postgres/stores/views/channel-list";
import {
  type ChatImport,
  type ImportChoices,
  lockChatImport,
  startChatImport,
} from "@galka/postgres/stores/chat-imports";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import type { ImportApp } from "./import-app.ts";
import { type ChoicesRefused, checkChoices } from "./check-choices.ts";

export type StartRefused =
  | Refused<"forbidden">
  | ChoicesRefused
  | Refused<"not-found">
  | Refused<"import-not-ready", { readonly state: ChatImport["state"] }>;

/**
 * Sets an import running.
 *
 * One that was stopped or has failed goes on where it was if nothing is chosen
 * differently, and begins again otherwise; what is in already is not added twice.
 */
export async function startImport(
  app: ImportApp,
  member: Member,
  id: ImportId,
  asked: ImportChoices,
): Promise<ChatImport | StartRefused> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const started = await inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await lockChatImport(tx, workspaceId, id);
    if (found === null) return { refused: "not-found" } as const;
    const choices = await decide(tx, member, found, asked);
    if ("refused" in choices) return choices;

    const goesOn = isDeepStrictEqual(choices, found.choices);
    const progress = goesOn ? "kept" : "from-the-beginning";
    await startChatImport(tx, workspaceId, id, { choices, progress });
    await enqueue(tx, [{ task: "run-chat-import", payload: { workspaceId, importId: id } }]);
    const running = await lockChatImport(tx, workspaceId, id);
    if (running === null) throw new Error("An import that is locked is gone.");
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "import-started",
        // Not the file's name: exports are named after the person, who may be forgotten one day.
        subjectId: id,
      },
    ]);
    await appendEvents(tx, workspaceId, now, [{ kind: "import-changed", otherId: id }]);
    return running;
  });
  if (!("refused" in started)) app.wake.tell("events", workspaceId);
  return started;
}

async function decide(
  tx: Tx,
  { workspaceId }: Member,
  found: ChatImport,
  asked: ImportChoices,
): Promise<ImportChoices | StartRefused> {
  if (found.state !== "ready" && found.state !== "stopped" && found.state !== "failed") {
    return { refused: "import-not-ready", state: found.state };
  }
  const channels = await listChannelViews(tx, workspaceId);
  if (!channels.some(({ id }) => id === asked.channelId)) return { refused: "not-found" };
  return checkChoices(asked, found.report);
}
