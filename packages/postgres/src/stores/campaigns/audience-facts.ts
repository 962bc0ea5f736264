import type { FrequencyCap } from "@galka/core/consent/frequency-cap";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { AudienceRow } from "../audience/audience-query.ts";
import { portfolioAccounts } from "../health/portfolio-accounts.ts";
import { cappedPeople } from "../consent/capped-people.ts";
import { validConsent } from "../consent/valid-consents.ts";
import { newestIdentity } from "./newest-identity.ts";

/** What tells where somebody lives. */
export type PlaceSigns = {
  /** The first digits of their number; null for whoever has none. */
  readonly prefix: string | null;
  /** The beginning of the WhatsApp id of somebody without a number; null when it tells no country. */
  readonly bsuidCountry: string | null;
};

/** People of an audience who are alike for all that a forecast looks at. */
export type AudienceGroup = PlaceSigns & {
  readonly isReachable: boolean;
  readonly isBlocked: boolean;
  readonly inWindow: boolean;
  /** Whether they are among the tier's people of the last day already. */
  readonly isCounted: boolean;
  readonly agrees: boolean;
  /** Until when they have had as much marketing as one person may get; null for whoever may get more. */
  readonly cappedUntil: Date | null;
  readonly count: number;
};

/** As long as the longest area that tells a zone; Mexico's mobile numbers may have a 1 that belongs to no area. */
export const PREFIX = sql`
  case when p.value like '521%' and length(p.value) = 13 then '52' || substr(p.value, 4, 3)
       else left(p.value, 5) end`;

export const BSUID_COUNTRY = sql`
  case when p.value is null then substring(u.value from '^[A-Z]{2}[.]') end`;

/** Counts an audience by what decides whether, when and for how much its people are written to. */
export async function groupAudience(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: RawBuilder<AudienceRow>,
  {
    channelId,
    now,
    asksConsent,
    caps,
  }: {
    readonly channelId: ChannelId;
    readonly now: Date;
    readonly asksConsent: boolean;
    readonly caps: readonly FrequencyCap[];
  },
): Promise<AudienceGroup[]> {
  const asked = { purpose: "marketing", channelId, now } as const;
  const agrees = asksConsent
    ? sql`${validConsent(workspaceId, sql`q.contact_id`, asked)} is not null`
    : sql`true`;
  const capped = cappedPeople(workspaceId, sql`select q.contact_id from (${people}) q`, {
    channelId,
    caps,
    now,
  });
  const { rows } = await sql<AudienceGroup>`
    with accounts as materialized (
      select p.waba_id from channels c
       cross join lateral ${portfolioAccounts(workspaceId, sql`c.waba_id`)} p
       where c.workspace_id = ${workspaceId} and c.id = ${channelId}),
    capped as materialized (${capped})
    select ${PREFIX} as prefix,
           ${BSUID_COUNTRY} as "bsuidCountry",
           p.value is not null or u.value is not null as "isReachable",
           b.contact_id is not null as "isBlocked",
           coalesce(v.last_inbound_at > ${now}::timestamptz - interval '24 hours', false) as "inWindow",
           exists (
             select from accounts a
               join tier_people t on t.workspace_id = ${workspaceId} and t.waba_id = a.waba_id
                and t.recipient = q.contact_id::text
                and t.at > ${now}::timestamptz - interval '24 hours') as "isCounted", ${agrees} as agrees,
           f.until as "cappedUntil", count(*)::int as count
      from (${people}) q
      join channels k on k.workspace_id = ${workspaceId} and k.id = ${channelId}
      left join capped f on f.contact_id = q.contact_id
      left join contact_blocks b on b.workspace_id = ${workspaceId} and b.channel_id = k.id
            and b.contact_id = q.contact_id
      left join conversations v on v.workspace_id = ${workspaceId} and v.channel_id = k.id
            and v.contact_id = q.contact_id
      left join ${newestIdentity(workspaceId, sql`q.contact_id`, "phone")} p on true
      left join ${newestIdentity(workspaceId, sql`q.contact_id`, "bsuid")} u on true
     group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(tx);
  return rows;
}

/** A person of an audience with what their message is made of. */
export type AudiencePerson = {
  readonly contactId: string;
  readonly name: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>> | null;
  readonly phone: string | null;
};

/** Some people of an audience, to look at what they would get. */
export async function sampleAudience(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: RawBuilder<AudienceRow>,
  { limit, contactId }: { readonly limit: number; readonly contactId?: string },
): Promise<AudiencePerson[]> {
  const only = contactId === undefined ? sql`true` : sql`q.contact_id = ${contactId}`;
  const { rows } = await sql<AudiencePerson>`
    select c.id as "contactId", coalesce(c.name, c.profile_name) as name, c.fields, q.variables,
           (select value from contact_identities i
             where i.workspace_id = ${workspaceId} and i.contact_id = c.id and i.kind = 'phone'
             order by i.seen_at desc, i.id desc limit 1) as phone
      from (select * from (${people}) q where ${only} limit ${limit}) q
      join contacts c on c.workspace_id = ${workspaceId} and c.id = q.contact_id
     order by c.id`.execute(tx);
  return rows;
}
