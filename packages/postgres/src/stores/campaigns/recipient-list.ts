import type { Mark, RecipientState } from "@galka/core/campaigns/recipient";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { InTwoLanguages } from "../channel-state.ts";
import { type Page, pageOf } from "../views/page.ts";
import { newestIdentity } from "./newest-identity.ts";

/** One person of a campaign with what became of them. */
export type RecipientView = {
  readonly id: string;
  readonly contactId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly conversationId: string | null;
  readonly step: number;
  readonly variant: number | null;
  readonly state: RecipientState;
  readonly problem: string | null;
  readonly explanation: InTwoLanguages | null;
  readonly dueAt: Date | null;
  readonly stateAt: Date;
  readonly tappedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly optedOutAt: Date | null;
};

export type RecipientWish = {
  readonly campaignId: string;
  readonly state?: RecipientState;
  readonly problem?: string;
  readonly mark?: Mark;
  readonly step?: number;
  readonly contactId?: string;
  /** The id of the last one of the page before. */
  readonly after?: string;
  readonly limit: number;
};

/** A page of a campaign's people, in the order in which they are written to. */
export async function listRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  { limit, ...wish }: RecipientWish,
): Promise<Page<RecipientView, string>> {
  const { campaignId, state = null, problem = null, mark = null, step = null } = wish;
  const { contactId = null, after = null } = wish;
  const { rows } = await sql<RecipientView>`
    with found as materialized (
      select * from campaign_recipients r
       where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId}
         and (${after}::uuid is null or r.id > ${after}::uuid)
         and (${state}::text is null or r.state = ${state})
         and (${problem}::text is null or r.problem = ${problem})
         and (${step}::smallint is null or r.step = ${step})
         and (${contactId}::uuid is null or r.contact_id = ${contactId}::uuid)
         and case ${mark}::text
               when 'tapped' then r.tapped_at is not null
               when 'answered' then r.answered_at is not null
               when 'opted-out' then r.opted_out_at is not null
               else true end
       order by r.id limit ${limit + 1}
    )
    select r.id, r.contact_id as "contactId", coalesce(c.name, c.profile_name) as name, p.value as phone,
           v.id as "conversationId", r.step, r.variant, r.state, r.problem,
           m.failure -> 'explanation' as explanation, r.due_at as "dueAt", r.state_at as "stateAt",
           r.tapped_at as "tappedAt", r.answered_at as "answeredAt", r.opted_out_at as "optedOutAt"
      from found r
      join campaigns k on k.workspace_id = ${workspaceId} and k.id = r.campaign_id
      left join contacts c on c.workspace_id = ${workspaceId} and c.id = r.contact_id
      left join messages m on m.workspace_id = ${workspaceId} and m.id = r.id
      left join conversations v on v.workspace_id = ${workspaceId} and v.channel_id = k.channel_id
            and v.contact_id = r.contact_id
      left join ${newestIdentity(workspaceId, sql`r.contact_id`, "phone")} p on true
     order by r.id`.execute(tx);
  return pageOf(rows, limit, ({ id }) => id);
}

/** What was said of a failure, for people: by the problem, from one message each. */
export async function explainProblems(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  problems: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (problems.length === 0) return new Map();
  const { rows } = await sql<{ problem: string; failure: unknown }>`
    select t.problem, m.failure
      from unnest(${[...problems]}::text[]) as t (problem)
      cross join lateral (
        select r.id from campaign_recipients r
         where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId}
           and r.problem = t.problem
         order by r.id limit 1) one
      join messages m on m.workspace_id = ${workspaceId} and m.id = one.id`.execute(tx);
  return new Map(rows.map(({ problem, failure }) => [problem, failure]));
}

/** How far the people of each country have come, by the first digits of their numbers; null of whoever is known by none. */
export async function countByPrefix(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
): Promise<
  {
    readonly prefix: string | null;
    readonly sent: number;
    readonly delivered: number;
    readonly read: number;
  }[]
> {
  const { rows } = await sql<{
    prefix: string | null;
    sent: number;
    delivered: number;
    read: number;
  }>`
    select left(p.value, 5) as prefix, count(*)::int as sent,
           count(*) filter (where r.state in ('delivered', 'read'))::int as delivered,
           count(*) filter (where r.state = 'read')::int as read
      from campaign_recipients r
      left join lateral (
        select value from contact_identities i
         where i.workspace_id = ${workspaceId} and i.contact_id = r.contact_id and i.kind = 'phone'
         order by i.seen_at desc, i.id desc limit 1) p on true
     where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.step = 0
       and r.state in ('sent', 'delivered', 'read')
     group by 1 order by 1`.execute(tx);
  return rows;
}
