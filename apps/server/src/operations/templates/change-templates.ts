import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import type { Refused } from "@galka/core/kernel/refused";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { listAccountChannels } from "@galka/postgres/stores/outgoing/sending-channels";
import type { App } from "../../app.ts";

export type ChangeDesk = {
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
};

type Made<R> = {
  readonly result: R;
  readonly channelId: ChannelId;
  readonly entry: Pick<AuditEntry, "action" | "subjectId" | "before" | "after"> | null;
};

/** Changes something of the templates here, remembers who did, and tells everybody. */
export async function changeTemplates<R extends object>(
  app: App,
  member: Member,
  work: (desk: ChangeDesk) => Promise<Made<R> | Refused<"not-found">>,
): Promise<R | Refused<"not-found"> | Refused<"forbidden">> {
  if (!may(member, "templates.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const made = await inWorkspace(app.db, workspaceId, async (tx) => {
    const now = app.clock.now();
    const done = await work({ tx, workspaceId, now });
    if ("refused" in done) return done;
    if (done.entry) {
      const entry = { ...done.entry, id: app.ids.next(), by: byMember(member) };
      await recordAudit(tx, workspaceId, now, [entry]);
    }
    const { channelId } = done;
    await appendEvents(tx, workspaceId, now, [{ kind: "templates-changed", channelId }]);
    return done;
  });
  if ("refused" in made) return made;
  app.wake.tell("events", workspaceId);
  return made.result;
}

/** Has the templates of every channel of the account read again, soon. */
export async function askToSync(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<void> {
  const ids = await listAccountChannels(tx, workspaceId, channelId);
  await enqueue(
    tx,
    ids.map((id) => ({
      task: "sync-templates",
      payload: { workspaceId, channelId: id },
      key: `sync-templates:${id}`,
      maxAttempts: 4,
    })),
  );
}
