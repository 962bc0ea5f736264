import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { TierUse } from "@galka/core/health/tier";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { portfolioAccounts } from "./portfolio-accounts.ts";

/**
 * How much of the portfolio's tier is used and spoken for.
 *
 * Used is whoever was written to first in the last 24 hours by any number of the
 * portfolio, once whatever numbers wrote; what was refused counts too, for
 * nobody can see what Meta counted. Reserved is whoever something waits for and
 * who would be one more.
 */
// Meta: the limit is of the business portfolio since 2025-10-07, docs/…/messaging-limits, read 2026-11.
export async function findTierUse(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<TierUse> {
  const { rows } = await sql<TierUse>`
    with asked as (
      select c.waba_id, c.facts ->> 'tier' as tier from channels c
       where c.workspace_id = ${workspaceId} and c.id = ${channelId}
    ), accounts as materialized (
      select p.waba_id from asked a cross join lateral ${portfolioAccounts(workspaceId, sql`a.waba_id`)} p
    ), waiting as (
      select distinct s.recipient
        from accounts a
        join channels c on c.workspace_id = ${workspaceId} and c.waba_id = a.waba_id
        join sends s on s.workspace_id = ${workspaceId} and s.channel_id = c.id
                    and s.state = 'queued' and s.kind = 'message' and s.purpose <> 'service'
       cross join lateral (
         -- By their keys, however few PostgreSQL believes there are.
         select v.last_inbound_at from messages m
           join lateral (select c.last_inbound_at from conversations c
                          where c.workspace_id = m.workspace_id and c.id = m.conversation_id offset 0) v on true
          where m.workspace_id = s.workspace_id and m.id = s.message_id offset 0) v
       where (v.last_inbound_at is null or v.last_inbound_at <= ${now}::timestamptz - interval '24 hours')
         and not exists (
           select from accounts o
            cross join lateral (
              select p.at from tier_people p
               where p.workspace_id = ${workspaceId} and p.waba_id = o.waba_id
                 and p.recipient = s.recipient offset 0) p
            where p.at > ${now}::timestamptz - interval '24 hours')
    )
    select a.tier,
           -- People of one account are not there twice: so they are counted without being compared.
           (case when (select count(*) from accounts) = 1 then
              (select count(*)::int from tier_people p
                where p.workspace_id = ${workspaceId} and p.waba_id = (select waba_id from accounts)
                  and p.at > ${now}::timestamptz - interval '24 hours')
            else
              (select count(distinct p.recipient)::int from accounts o
                 join tier_people p on p.workspace_id = ${workspaceId} and p.waba_id = o.waba_id
                  and p.at > ${now}::timestamptz - interval '24 hours')
            end) as used,
           (select count(*)::int from waiting) as reserved
      from asked a`.execute(tx);
  return rows[0] ?? { tier: null, used: 0, reserved: 0 };
}

/** Whoever holds this is the only one to promise places of the portfolio's tier until `tx` ends. */
export async function lockTier(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('galka.tier'), hashtext(${workspaceId} || min(p.waba_id)))
      from channels c
     cross join lateral ${portfolioAccounts(workspaceId, sql`c.waba_id`)} p
     where c.workspace_id = ${workspaceId} and c.id = ${channelId}`.execute(tx);
}

/** The tier as Meta told it of the number; null before it has. */
export async function findTier(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<string | null> {
  const { rows } = await sql<{ tier: string | null }>`
    select facts ->> 'tier' as tier from channels
     where workspace_id = ${workspaceId} and id = ${channelId}`.execute(tx);
  return rows[0]?.tier ?? null;
}

/** The accounts of the number's portfolio, as a subquery that is named `accounts`. */
export function tierAccounts(workspaceId: WorkspaceId, channelId: ChannelId): RawBuilder<unknown> {
  return sql`
    accounts as materialized (
      select p.waba_id from channels c
       cross join lateral ${portfolioAccounts(workspaceId, sql`c.waba_id`)} p
       where c.workspace_id = ${workspaceId} and c.id = ${channelId})`;
}

/**
 * Whether writing to somebody takes no place, beside the `accounts`: they have
 * one of the last day, or something waits for them that has.
 */
export function hasTierPlace(
  workspaceId: WorkspaceId,
  recipient: RawBuilder<string>,
  now: Date,
): RawBuilder<boolean> {
  // By their keys, for each person: there are many more in the tables than are asked for.
  return sql<boolean>`(
    exists (
      select from accounts a
       cross join lateral (
         select counted.at from tier_people counted
          where counted.workspace_id = ${workspaceId} and counted.waba_id = a.waba_id
            and counted.recipient = ${recipient} offset 0) counted
       where counted.at > ${now}::timestamptz - interval '24 hours')
    or exists (
      select from accounts a
        join channels c on c.workspace_id = ${workspaceId} and c.waba_id = a.waba_id
       cross join lateral (
         select from sends waiting
          where waiting.workspace_id = ${workspaceId} and waiting.channel_id = c.id
            and waiting.recipient = ${recipient} and waiting.state = 'queued'
            and waiting.kind = 'message' and waiting.purpose <> 'service' offset 0) waiting))`;
}

/** To whom of these people writing takes no place of the tier. */
export async function findTierPlaces(
  tx: Tx,
  workspaceId: WorkspaceId,
  {
    channelId,
    contactIds,
    now,
  }: {
    readonly channelId: ChannelId;
    readonly contactIds: readonly string[];
    readonly now: Date;
  },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with ${tierAccounts(workspaceId, channelId)}
    select p.id from unnest(${[...contactIds]}::text[]) as p (id)
     where ${hasTierPlace(workspaceId, sql`p.id`, now)}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export type Freed = { readonly at: Date; readonly count: number };

/** When people stop counting whom the portfolio wrote to first, by the hour: how the budget comes back. */
export async function listFreed(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<Freed[]> {
  const { rows } = await sql<Freed>`
    select date_trunc('hour', t.at) + interval '25 hours' as at, count(*)::int as count
      from (
        select max(t.at) as at
          from channels c
         cross join lateral ${portfolioAccounts(workspaceId, sql`c.waba_id`)} p
          join tier_people t on t.workspace_id = ${workspaceId} and t.waba_id = p.waba_id
           and t.at > ${now}::timestamptz - interval '24 hours'
         where c.workspace_id = ${workspaceId} and c.id = ${channelId}
         group by t.recipient) t
     group by 1 order by 1`.execute(tx);
  return rows;
}

/** Forgets whom nobody counts any more. */
export async function forgetTierPeople(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`
    delete from tier_people
     where workspace_id = ${workspaceId} and at < ${now}::timestamptz - interval '48 hours'`.execute(
    tx,
  );
}
