import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SlaClock, SlaEnd } from "@galka/core/sla/sla-clocks";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { ShownClock } from "./clock-facts.ts";

export type EndedClock = {
  readonly id: string;
  readonly endedAt: Date;
  readonly outcome: SlaEnd["outcome"];
  readonly decidedAt: Date | null;
  readonly memberId: string | null;
};

/** What has to be written of one conversation. */
export type ClockChanges = {
  readonly id: string;
  readonly channelId: string;
  readonly conversation: ShownClock;
  readonly moved: readonly (SlaClock & { readonly id: string })[];
  readonly begun: readonly SlaClock[];
  readonly ended: readonly EndedClock[];
};

/** Writes how clocks stand: those that end first, for of each kind one runs at a time. */
export async function saveClockChanges(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly ClockChanges[],
): Promise<void> {
  if (changes.length === 0) return;
  await endClocks(
    tx,
    workspaceId,
    changes.flatMap(({ ended }) => ended),
  );
  await moveClocks(
    tx,
    workspaceId,
    changes.flatMap(({ moved }) => moved),
  );
  await beginClocks(tx, workspaceId, changes);
  const shown = changes.map(({ id, conversation: { case: current, ...clock } }) => ({
    id,
    ...clock,
    caseAt: current?.beganAt ?? null,
    pauses: current?.pauses ?? null,
  }));
  await sql`
    update conversations c
       set sla_case_at = s."caseAt", sla_pauses = s.pauses, sla_target = s.target,
           sla_due_at = s."dueAt", sla_warn_at = s."warnAt",
           sla_broken_at = s."brokenAt", sla_kept_at = s."keptAt"
      from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb)
           as s (id uuid, "caseAt" timestamptz, pauses jsonb, target text, "dueAt" timestamptz,
                 "warnAt" timestamptz, "brokenAt" timestamptz, "keptAt" timestamptz)
     where c.workspace_id = ${workspaceId} and c.id = s.id`.execute(tx);
}

async function endClocks(
  tx: Tx,
  workspaceId: WorkspaceId,
  ended: readonly EndedClock[],
): Promise<void> {
  if (ended.length === 0) return;
  await sql`
    update sla_clocks k
       set ended_at = e."endedAt", outcome = e.outcome, decided_at = e."decidedAt", member_id = e."memberId"
      from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb)
           as e (id uuid, "endedAt" timestamptz, outcome text, "decidedAt" timestamptz, "memberId" uuid)
     where k.workspace_id = ${workspaceId} and k.id = e.id`.execute(tx);
}

async function moveClocks(
  tx: Tx,
  workspaceId: WorkspaceId,
  moved: ClockChanges["moved"],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    update sla_clocks k
       set target = m.target, policy_id = m."policyId", began_at = m."beganAt", due_at = m."dueAt", warn_at = m."warnAt"
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
           as m (id uuid, target text, "policyId" uuid, "beganAt" timestamptz, "dueAt" timestamptz, "warnAt" timestamptz)
     where k.workspace_id = ${workspaceId} and k.id = m.id`.execute(tx);
}

async function beginClocks(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly ClockChanges[],
): Promise<void> {
  const begun = changes.flatMap(({ id, channelId, begun: clocks }) =>
    clocks.map((clock) => ({ ...clock, conversationId: id, channelId })),
  );
  if (begun.length === 0) return;
  await sql`
    insert into sla_clocks (workspace_id, id, conversation_id, channel_id, target, policy_id, began_at, due_at, warn_at)
    select ${workspaceId}, gen_random_uuid(), b."conversationId", b."channelId", b.target, b."policyId",
           b."beganAt", b."dueAt", b."warnAt"
      from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb)
           as b ("conversationId" uuid, "channelId" uuid, target text, "policyId" uuid,
                 "beganAt" timestamptz, "dueAt" timestamptz, "warnAt" timestamptz)`.execute(tx);
}
