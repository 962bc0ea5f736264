import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { BSUID_COUNTRY, PREFIX, type PlaceSigns } from "./audience-facts.ts";
import { type CapsAsked, cappedPeople } from "../consent/capped-people.ts";
import { hasTierPlace, tierAccounts } from "../health/tier-people.ts";
import type { NextWish } from "./feed.ts";
import { newestIdentity } from "./newest-identity.ts";

/** When the turn of the next of those who are left comes; null when nobody is left. */
export async function nextDueAt(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
): Promise<Date | null> {
  // Of each part apart: so the index gives the first of it, and nobody is counted.
  const { rows } = await sql<{ at: Date | null }>`
    select min(due_at) as at from unnest('{0,1}'::int[]) as p (part)
     cross join lateral (
       select due_at from campaign_recipients
        where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
          and part = p.part and due_at is not null
        order by due_at limit 1) r`.execute(tx);
  return rows[0]?.at ?? null;
}

export type SampleWish = {
  readonly campaignId: string;
  readonly most: number;
  readonly asked: CapsAsked;
};

/** Some of those who are left, alike in where they live and until when they have had enough. */
export type PlannedSample = PlaceSigns & {
  readonly cappedUntil: Date | null;
  readonly count: number;
};

/**
 * Where some of those live who are left, at most so many: half of them whose
 * turn is next, half of them whose turn comes last. Among those of one moment
 * the order is that of the audience, which is random.
 */
export async function samplePlanned(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, most, asked }: SampleWish,
): Promise<PlannedSample[]> {
  const edge = (order: RawBuilder<unknown>) => sql`
    (select id, contact_id from campaign_recipients
      where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and part = 1
        and due_at is not null
      order by due_at ${order}, id ${order} limit ${Math.ceil(most / 2)})`;
  const { rows } = await sql<PlannedSample>`
    with chosen as materialized (${edge(sql`asc`)} union ${edge(sql`desc`)}),
    capped as materialized (${cappedPeople(workspaceId, sql`select contact_id from chosen`, asked)})
    select ${PREFIX} as prefix, ${BSUID_COUNTRY} as "bsuidCountry",
           f.until as "cappedUntil", count(*)::int as count
      from chosen r
      left join capped f on f.contact_id = r.contact_id
      left join ${newestIdentity(workspaceId, sql`r.contact_id`, "phone")} p on true
      left join ${newestIdentity(workspaceId, sql`r.contact_id`, "bsuid")} u on true
     group by 1, 2, 3`.execute(tx);
  return rows;
}

/** Somebody's place in the order in which a campaign's people became due, to the last digit. */
export type PlaceInOrder = { readonly dueAt: string; readonly id: string };

export type Behind = {
  /** Who of those that were looked at takes no place of the tier, in their order; at most the limit. */
  readonly ids: readonly string[];
  /** The last who was looked at; null when nobody is behind. */
  readonly last: PlaceInOrder | null;
};

/** So many are looked at in one question: some tens of milliseconds. */
const LOOKED_AT = 2_000;

/**
 * Looks through the next of a campaign's people after a place in their order, for
 * those to whom it may write without a place of the tier: who have written
 * within a day, and whom the tier has counted. Nobody is moved or locked by it.
 */
export async function lookBehind(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, channelId, part, limit, now }: NextWish,
  after: PlaceInOrder | null,
): Promise<Behind> {
  const isAfter = after
    ? sql`(due_at, id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<PlaceInOrder & { isFree: boolean }>`
    with ${tierAccounts(workspaceId, channelId)},
    seen as materialized (
      select id, contact_id, due_at from campaign_recipients
       where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
         and part = ${part} and due_at <= ${now} and ${isAfter}
       order by due_at, id limit ${LOOKED_AT}
    )
    (select seen.id, seen.due_at::text as "dueAt", true as "isFree"
       from seen
       left join lateral (
         select v.last_inbound_at from conversations v
          where v.workspace_id = ${workspaceId} and v.channel_id = ${channelId}
            and v.contact_id = seen.contact_id offset 0) v on true
      where v.last_inbound_at > ${now}::timestamptz - interval '24 hours'
         or ${hasTierPlace(workspaceId, sql`seen.contact_id::text`, now)}
      order by seen.due_at, seen.id limit ${limit})
     union all
    (select seen.id, seen.due_at::text, false from seen order by seen.due_at desc, seen.id desc limit 1)`.execute(
    tx,
  );
  const last = rows.find(({ isFree }) => !isFree);
  return {
    ids: rows.flatMap(({ id, isFree }) => (isFree ? [id] : [])),
    last: last ? { dueAt: last.dueAt, id: last.id } : null,
  };
}
