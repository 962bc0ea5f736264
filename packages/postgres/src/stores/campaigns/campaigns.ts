import type { AudienceWish } from "@galka/core/audience/audience-wish";
import type { CampaignState, CampaignStatus, Hold } from "@galka/core/campaigns/life-cycle";
import type { CampaignPlan } from "@galka/core/campaigns/plan";
import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";

/** A campaign as it is kept. */
export type Campaign = {
  readonly id: string;
  readonly channelId: ChannelId;
  readonly name: string;
  readonly status: CampaignStatus;
  /** What was written down beside its last move. */
  readonly why: unknown;
  readonly audience: AudienceWish;
  readonly plan: CampaignPlan;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly launchedAt: Date | null;
  readonly approvedBy: string | null;
  readonly startsAt: Date | null;
  readonly frozenAt: Date | null;
  readonly audienceCount: number | null;
  readonly endedAt: Date | null;
  readonly waveSize: number | null;
  readonly waveSentAt: Date | null;
  readonly waveJudgedAt: Date | null;
  /** As the judge wrote it down; read by whoever presents it. */
  readonly waveResult: unknown;
  readonly winner: number | null;
  readonly perMinute: number | null;
  /** Up to when its pace is used up. */
  readonly pacedUntil: Date | null;
  readonly doubtedLeft: number;
  /** When the database was found to be restored, if it was since the audience was frozen. */
  readonly doubtedAt: Date | null;
  readonly repeatsId: string | null;
};

type Row = Omit<Campaign, "status" | "channelId"> & {
  readonly channelId: string;
  readonly state: CampaignState;
  readonly hold: Hold | null;
  readonly launchedBy: string | null;
};

const COLUMNS = sql`
  id, channel_id as "channelId", name, state, hold, why, audience, plan, created_by as "createdBy",
  created_at as "createdAt", updated_at as "updatedAt", launched_by as "launchedBy",
  launched_at as "launchedAt", approved_by as "approvedBy", starts_at as "startsAt",
  frozen_at as "frozenAt", audience_count as "audienceCount", ended_at as "endedAt",
  wave_size as "waveSize", wave_sent_at as "waveSentAt", wave_judged_at as "waveJudgedAt",
  wave_result as "waveResult", winner, per_minute as "perMinute", paced_until as "pacedUntil",
  doubted_left as "doubtedLeft", doubted_at as "doubtedAt", repeats_id as "repeatsId"`;

export async function findCampaign(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Campaign | null> {
  const found = await select(tx, sql`workspace_id = ${workspaceId} and id = ${id}`);
  return found[0] ?? null;
}

/**
 * Holds a campaign until `tx` ends: whoever moves it or feeds it does so one after the other.
 * Its key stays free: what is counted of its messages meanwhile refers to it, and waits for nobody.
 */
export async function lockCampaign(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Campaign | null> {
  const found = await select(
    tx,
    sql`workspace_id = ${workspaceId} and id = ${id} for no key update`,
  );
  return found[0] ?? null;
}

/** Those of a number that are running, the oldest first. */
export function listRunning(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<Campaign[]> {
  return select(
    tx,
    sql`workspace_id = ${workspaceId} and channel_id = ${channelId} and state = 'running'
        order by launched_at, id`,
  );
}

/** Those of the workspace that time, a brake or a wave may move. */
export function listUnderWay(tx: Tx, workspaceId: WorkspaceId): Promise<Campaign[]> {
  return select(
    tx,
    sql`workspace_id = ${workspaceId} and state in ('scheduled', 'running', 'held', 'paused')
        order by launched_at, id`,
  );
}

export async function listCampaigns(
  tx: Tx,
  workspaceId: WorkspaceId,
  wish: { readonly state?: CampaignState; readonly after?: TimeCursor; readonly limit: number },
): Promise<Page<Campaign, TimeCursor>> {
  const { state = null, after, limit } = wish;
  const rows = await select(
    tx,
    sql`workspace_id = ${workspaceId}
        and (${state}::text is null or state = ${state})
        and (${after?.at ?? null}::timestamptz is null
             or (created_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by created_at desc, id desc limit ${limit + 1}`,
  );
  return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
}

async function select(tx: Tx, where: RawBuilder<unknown>): Promise<Campaign[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from campaigns where ${where}`.execute(tx);
  return rows.map(fromRow);
}

export type NewCampaign = {
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly audience: AudienceWish;
  readonly plan: CampaignPlan;
  readonly createdBy: string;
  readonly clientId: string | null;
  readonly repeatsId: string | null;
};

/** Keeps a draft; false when its client has made it before. */
export async function insertCampaign(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaign: NewCampaign,
  now: Date,
): Promise<boolean> {
  const it = campaign;
  const result = await sql`
    insert into campaigns (workspace_id, id, channel_id, name, state, audience, plan, created_by,
                           created_at, updated_at, per_minute, client_id, repeats_id)
    values (${workspaceId}, ${it.id}, ${it.channelId}, ${it.name}, 'draft', ${jsonText(it.audience)}::jsonb,
            ${jsonText(it.plan)}::jsonb, ${it.createdBy}, ${now}, ${now}, ${it.plan.perMinute},
            ${it.clientId}, ${it.repeatsId})
    on conflict (workspace_id, client_id) do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function findCampaignOfClient(
  tx: Tx,
  workspaceId: WorkspaceId,
  clientId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from campaigns
     where workspace_id = ${workspaceId} and client_id = ${clientId}`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Writes a draft anew. To be called with the row locked. */
export async function saveDraft(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Pick<Campaign, "id" | "channelId" | "name" | "audience" | "plan">,
  now: Date,
): Promise<void> {
  await sql`
    update campaigns
       set name = ${it.name}, channel_id = ${it.channelId}, audience = ${jsonText(it.audience)}::jsonb,
           plan = ${jsonText(it.plan)}::jsonb, per_minute = ${it.plan.perMinute}, updated_at = ${now}
     where workspace_id = ${workspaceId} and id = ${it.id}`.execute(tx);
}

export async function deleteCampaign(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`
    delete from campaigns where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** What of a campaign may be set; what is left out stays. */
export type CampaignChange = {
  readonly status?: CampaignStatus;
  readonly why?: object | null;
  readonly launchedAt?: Date | null;
  readonly approvedBy?: string | null;
  readonly startsAt?: Date | null;
  readonly frozenAt?: Date;
  readonly audienceCount?: number;
  readonly endedAt?: Date | null;
  readonly waveSize?: number;
  readonly waveSentAt?: Date;
  readonly waveJudgedAt?: Date;
  readonly waveResult?: object;
  readonly winner?: number;
  readonly perMinute?: number | null;
  readonly pacedUntil?: Date | null;
  readonly doubtedLeft?: number;
};

/** To be called with the row locked. */
export async function saveCampaign(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: CampaignChange,
): Promise<void> {
  const { status, why, waveResult } = change;
  const sets = {
    ...(status && { state: status.state, hold: status.hold, launched_by: status.launchedBy }),
    ...(why !== undefined && { why: why === null ? null : jsonText(why) }),
    ...(change.launchedAt !== undefined && { launched_at: change.launchedAt }),
    ...(change.approvedBy !== undefined && { approved_by: change.approvedBy }),
    ...(change.startsAt !== undefined && { starts_at: change.startsAt }),
    ...(change.frozenAt && { frozen_at: change.frozenAt }),
    ...(change.audienceCount !== undefined && { audience_count: change.audienceCount }),
    ...(change.endedAt !== undefined && { ended_at: change.endedAt }),
    ...(change.waveSize !== undefined && { wave_size: change.waveSize }),
    ...(change.waveSentAt && { wave_sent_at: change.waveSentAt }),
    ...(change.waveJudgedAt && { wave_judged_at: change.waveJudgedAt }),
    ...(waveResult && { wave_result: jsonText(waveResult) }),
    ...(change.winner !== undefined && { winner: change.winner }),
    ...(change.perMinute !== undefined && { per_minute: change.perMinute }),
    ...(change.pacedUntil !== undefined && { paced_until: change.pacedUntil }),
    ...(change.doubtedLeft !== undefined && { doubted_left: change.doubtedLeft }),
  };
  if (Object.keys(sets).length === 0) return;
  await tx
    .updateTable("campaigns")
    .set(sets)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

function fromRow({ state, hold, launchedBy, channelId, ...row }: Row): Campaign {
  return { ...row, channelId: idOf(channelId), status: { state, hold, launchedBy } };
}
