import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** How much of the receiver's time a beat counts. */
export const BEAT_MS = 5_000;

/** By now two beats are missing. */
const SILENT_SECONDS = 15;

/** What a receiver knows beside the database's clock. */
export type Pulse = {
  /** Something that came in since its last beat may have found nobody: it has just started, or could not store. */
  readonly isInterrupted: boolean;
  /** Its clock was moved since its last beat. */
  readonly isClockMoved: boolean;
};

/**
 * Says that a receiver is at work, and answers when by the database's clock.
 *
 * However many receivers beat, the count goes on by one in about five seconds:
 * it is a clock that nobody can move, and that stands while nobody receives. When
 * it stood too long, or the database's clock went back, that is kept as a gap,
 * and so is what the receiver knows itself.
 */
export async function beatReception(db: Database, pulse: Pulse): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    with before as materialized (
      select beat, beat_at,
             clock_timestamp() > beat_at + ${SILENT_SECONDS} * interval '1 second' as is_late,
             clock_timestamp() < beat_at - interval '1 second' as is_back
        from reception for update
    ), counted as (
      select *, (is_late or is_back or ${pulse.isInterrupted} or ${pulse.isClockMoved}
                 or clock_timestamp() >= beat_at + ${BEAT_MS - 1_000} * interval '1 millisecond') as goes_on
        from before
    ), beaten as (
      update reception r set beat = r.beat + 1, beat_at = clock_timestamp()
        from counted where counted.goes_on
      returning r.beat, r.beat_at
    ), noted as (
      insert into reception_gaps (beat, kind, since, until)
      select b.beat, k.kind, c.beat_at, b.beat_at
        from beaten b, counted c,
             lateral (values ('silence', c.is_late or ${pulse.isInterrupted}),
                             ('clock', c.is_back or ${pulse.isClockMoved})) as k (kind, is_so)
       where k.is_so
    )
    select clock_timestamp() as at`.execute(db);
  return rows[0]?.at ?? new Date();
}

/**
 * Keeps whether the number's webhooks were just seen to be subscribed.
 *
 * That they are not opens a gap from when they were last seen to be; that they
 * are closes it. Both may be noted again and again.
 */
export async function noteSubscription(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  seen: { readonly isSubscribed: boolean; readonly now: Date },
): Promise<void> {
  if (seen.isSubscribed) {
    await sql`
      update channels
         set subscription_checked_at = ${seen.now}, subscription_beat = (select beat from reception)
       where workspace_id = ${workspaceId} and id = ${channelId}`.execute(tx);
    await sql`
      update subscription_gaps set to_beat = (select beat from reception) + 1
       where workspace_id = ${workspaceId} and channel_id = ${channelId} and to_beat is null`.execute(
      tx,
    );
    return;
  }
  await sql`
    insert into subscription_gaps (workspace_id, channel_id, from_beat)
    select workspace_id, id, coalesce(subscription_beat, 0) from channels
     where workspace_id = ${workspaceId} and id = ${channelId}
       and not exists (select from subscription_gaps g
                        where g.workspace_id = ${workspaceId} and g.channel_id = ${channelId}
                          and g.to_beat is null)
    on conflict (workspace_id, channel_id, from_beat) do update set to_beat = null`.execute(tx);
}
