import type { Brake, BrakeState, Overrule } from "@galka/core/health/brake";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** What holds a number back; `none` for one that was never judged. */
export async function findBrake(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<Brake> {
  const { rows } = await sql<{ held: Brake }>`
    select held from channel_brakes
     where workspace_id = ${workspaceId} and channel_id = ${channelId}`.execute(tx);
  return rows[0]?.held ?? "none";
}

export type BrakeRecord = {
  readonly state: BrakeState;
  readonly overrule: Overrule | null;
  readonly held: Brake;
  readonly judgedAt: Date;
  /** What was found at the last look, as the core wrote it. */
  readonly findings: unknown;
};

type BrakeRow = {
  brake: Brake;
  since: Date;
  calm_since: Date | null;
  findings: unknown;
  judged_at: Date;
  overrule: OverruleRow | null;
  held: Brake;
};

type OverruleRow = Omit<Overrule, "at" | "until"> & {
  readonly at: string;
  readonly until: string;
};

export async function findBrakeRecord(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<BrakeRecord | null> {
  const { rows } = await sql<BrakeRow>`
    select brake, since, calm_since, findings, judged_at, overrule, held from channel_brakes
     where workspace_id = ${workspaceId} and channel_id = ${channelId}`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** The same, held until `tx` ends, so that two who judge or decide do it one after the other. */
export async function lockBrakeRecord(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<BrakeRecord> {
  await sql`
    insert into channel_brakes (workspace_id, channel_id, brake, since, judged_at, held)
    select ${workspaceId}, id, 'none', ${now}, ${now}, 'none' from channels
     where workspace_id = ${workspaceId} and id = ${channelId}
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<BrakeRow>`
    select brake, since, calm_since, findings, judged_at, overrule, held from channel_brakes
     where workspace_id = ${workspaceId} and channel_id = ${channelId} for update`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error(`The channel ${channelId} is gone.`);
  return fromRow(row);
}

/** To be called with the row locked. */
export async function saveBrakeRecord(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { state, overrule, held, judgedAt, findings }: BrakeRecord,
): Promise<void> {
  const { brake, since, calmSince } = state;
  await sql`
    update channel_brakes
       set brake = ${brake}, since = ${since}, calm_since = ${calmSince}, held = ${held},
           overrule = ${overrule === null ? null : jsonText(overrule)}::jsonb,
           findings = ${jsonText(findings)}::jsonb, judged_at = ${judgedAt}
     where workspace_id = ${workspaceId} and channel_id = ${channelId}`.execute(tx);
}

function fromRow(row: BrakeRow): BrakeRecord {
  const { brake, since, calm_since: calmSince, judged_at: judgedAt, held, findings } = row;
  const overrule = row.overrule && {
    ...row.overrule,
    at: new Date(row.overrule.at),
    until: new Date(row.overrule.until),
  };
  return { state: { brake, since, calmSince }, overrule, held, judgedAt, findings };
}
