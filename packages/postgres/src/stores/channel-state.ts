import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../database.ts";

/** The latest that the channel said about one topic. */
export type FactReport = {
  readonly channelIds: readonly string[];
  readonly topic: string;
  readonly at: Date;
  readonly value: unknown;
  readonly quality?: string;
  readonly tier?: string;
  readonly verifiedName?: string;
  readonly throughputPerSecond?: number;
};

/**
 * Keeps a fact unless a later one of the same topic is known; answers the channels that changed.
 *
 * Of two facts of the same second the one that is greater as text is kept, so
 * that their order does not matter.
 */
export async function saveFact(
  tx: Tx,
  workspaceId: WorkspaceId,
  fact: FactReport,
): Promise<string[]> {
  const said = { at: fact.at.toISOString(), value: fact.value ?? null };
  const plain = {
    ...(fact.quality !== undefined && { quality: fact.quality }),
    ...(fact.tier !== undefined && { tier: fact.tier }),
  };
  const { rows } = await sql<{ id: string }>`
    update channels
       set facts = facts || ${JSON.stringify(plain)}::jsonb || jsonb_build_object('topics',
             coalesce(facts -> 'topics', '{}') || jsonb_build_object(${fact.topic}::text, ${JSON.stringify(said)}::jsonb)),
           verified_name = coalesce(${fact.verifiedName ?? null}, verified_name),
           throughput_per_second = coalesce(${fact.throughputPerSecond ?? null}, throughput_per_second)
     where workspace_id = ${workspaceId} and id = any(${[...fact.channelIds]}::uuid[])
       and (facts #> array['topics', ${fact.topic}::text, 'value']) is distinct from ${JSON.stringify(said.value)}::jsonb
       and (facts -> 'topics' -> ${fact.topic}::text is null
            or (facts #>> array['topics', ${fact.topic}::text, 'at'], (facts #> array['topics', ${fact.topic}::text, 'value'])::text)
               < (${said.at}, (${JSON.stringify(said.value)}::jsonb)::text))
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Pauses a connected channel and says why; false when it was not connected. */
export async function pauseChannel(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId | string,
  reason: string,
): Promise<boolean> {
  const result = await sql`
    update channels set status = 'paused', status_reason = ${reason}
     where workspace_id = ${workspaceId} and id = ${id} and status = 'connected'`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Notes that the channel was heard, to the half minute: more would rewrite the row for every message. */
export async function noteHeard(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    update channels set last_heard_at = ${now}
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
       and (last_heard_at is null or last_heard_at < ${now}::timestamptz - interval '30 seconds')`.execute(
    tx,
  );
}

export async function noteSubscription(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId,
  now: Date,
): Promise<void> {
  await sql`
    update channels set subscription_checked_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type ChannelAbout = {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhone: string;
};

export async function listChannelsAbout(tx: Tx, workspaceId: WorkspaceId): Promise<ChannelAbout[]> {
  const { rows } = await sql<ChannelAbout>`
    select id, phone_number_id as "phoneNumberId", waba_id as "wabaId", display_phone as "displayPhone"
      from channels where workspace_id = ${workspaceId} order by id`.execute(tx);
  return rows;
}
