import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What became of a template's messages in the last so many days. */
export type TemplateUse = {
  readonly days: number;
  /** Taken by Meta. */
  readonly sentCount: number;
  readonly deliveredCount: number;
  readonly readCount: number;
  readonly failedCount: number;
  /** Messages of which a person tapped a reply button. */
  readonly tappedCount: number;
};

type Which = { readonly channelId: ChannelId; readonly name: string; readonly language: string };

/** How a template was used in the last 7, 30 and 90 days, from our own messages. */
export async function countTemplateUse(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, name, language }: Which,
  now: Date,
): Promise<readonly TemplateUse[]> {
  const { rows } = await sql<TemplateUse>`
    with spans (days) as (values (7), (30), (90)),
    mine as (
      select id, status, at from messages
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and content->>'kind' = 'template' and content->>'name' = ${name}
         and content->>'language' = ${language}
         and at > ${now}::timestamptz - interval '90 days' and direction = 'out'
    ),
    taps as (
      select distinct reply_to_id as id from messages
       where workspace_id = ${workspaceId} and content->>'kind' = 'choice'
         and content->>'from' = 'template-button' and direction = 'in'
         and at > ${now}::timestamptz - interval '90 days' and reply_to_id is not null
    )
    select s.days,
           count(m.id) filter (where m.status in ('accepted', 'sent', 'delivered', 'read', 'played'))::int as "sentCount",
           count(m.id) filter (where m.status in ('delivered', 'read', 'played'))::int as "deliveredCount",
           count(m.id) filter (where m.status in ('read', 'played'))::int as "readCount",
           count(m.id) filter (where m.status = 'failed')::int as "failedCount",
           count(t.id)::int as "tappedCount"
      from spans s
      left join mine m on m.at > ${now}::timestamptz - make_interval(days => s.days)
      left join taps t on t.id = m.id
     group by s.days order by s.days`.execute(tx);
  return rows;
}

export type TemplateSent = {
  readonly name: string;
  readonly language: string;
  readonly sentCount: number;
  readonly readCount: number;
};

/** How many of a template's messages reached people of one country. */
export type TemplateReach = {
  readonly name: string;
  readonly language: string;
  readonly country: string;
  readonly count: number;
};

/** Where the messages of these templates arrived since, as they were booked: by this is told what another category costs. */
export async function countTemplateReach(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, templates }: { readonly channelId: ChannelId; readonly templates: readonly Named[] },
  since: Date,
): Promise<readonly TemplateReach[]> {
  if (templates.length === 0) return [];
  const { rows } = await sql<TemplateReach>`
    select template_name as name, template_language as language, country, count(*)::int as count
      from bookings
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and delivered_at > ${since}
       and (template_name, template_language) in (
         select t.name, t.language
           from jsonb_to_recordset(${JSON.stringify(templates)}::jsonb) as t (name text, language text))
     group by 1, 2, 3 order by 1, 2, 4 desc, 3`.execute(tx);
  return rows;
}

type Named = Pick<TemplateReach, "name" | "language">;

/** How many messages each template of a channel made since. */
export async function countTemplatesSent(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  since: Date,
): Promise<readonly TemplateSent[]> {
  const { rows } = await sql<TemplateSent>`
    select content->>'name' as name, content->>'language' as language,
           count(*)::int as "sentCount",
           count(*) filter (where status in ('read', 'played'))::int as "readCount"
      from messages
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and content->>'kind' = 'template' and direction = 'out' and at > ${since}
       and status in ('accepted', 'sent', 'delivered', 'read', 'played')
     group by 1, 2`.execute(tx);
  return rows;
}
