import type { TemplateFact } from "@galka/core/health/facts";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type NoticedTemplate = {
  readonly name: string;
  readonly language: string;
  readonly what: "status" | "category" | "quality";
  readonly before: string;
  readonly after: string;
};

/**
 * Compares the templates with how they were at the last look, and answers what
 * changed. One that is seen for the first time has not changed.
 */
export async function noticeTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<NoticedTemplate[]> {
  const { rows } = await sql<NoticedTemplate>`
    with changed as (
      select t.id, t.name, t.language, c.what, c.before, c.after
        from templates t
        join health_templates k on k.workspace_id = ${workspaceId} and k.channel_id = ${channelId}
                               and k.template_id = t.id
       cross join lateral (
         select * from (values
             (1, 'status', k.status, t.status), (2, 'category', k.category, t.category),
             (3, 'quality', k.quality, coalesce(t.quality, 'unknown'))) as v (n, what, before, after)
          where v.before <> v.after order by v.n limit 1) c
       where t.workspace_id = ${workspaceId} and t.channel_id = ${channelId}
    ), kept as (
      insert into health_templates as k (workspace_id, channel_id, template_id, status, category, quality)
      select ${workspaceId}, ${channelId}, t.id, t.status, t.category, coalesce(t.quality, 'unknown')
        from templates t
       where t.workspace_id = ${workspaceId} and t.channel_id = ${channelId}
         and (t.id in (select id from changed) or not exists (
                select from health_templates o
                 where o.workspace_id = ${workspaceId} and o.channel_id = ${channelId} and o.template_id = t.id))
       order by t.id
      on conflict (workspace_id, channel_id, template_id) do update
         set status = excluded.status, category = excluded.category, quality = excluded.quality,
             changed_at = ${now},
             changed_what = (select what from changed where id = excluded.template_id),
             changed_before = (select before from changed where id = excluded.template_id)
    )
    select name, language, what, before, after from changed order by name, language`.execute(tx);
  return rows;
}

type Row = Omit<TemplateFact, "change"> & {
  readonly at: Date | null;
  readonly what: NoticedTemplate["what"] | null;
  readonly before: string | null;
};

/** The templates as they are, each with what of it changed last. */
export async function listHealthTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<TemplateFact[]> {
  const { rows } = await sql<Row>`
    select t.name, t.language, t.status, t.category, coalesce(t.quality, 'unknown') as quality,
           k.changed_at as at, k.changed_what as what, k.changed_before as before
      from templates t
      left join health_templates k on k.workspace_id = ${workspaceId} and k.channel_id = ${channelId}
                                  and k.template_id = t.id
     where t.workspace_id = ${workspaceId} and t.channel_id = ${channelId}
     order by t.name, t.language, t.id`.execute(tx);
  return rows.map(({ at, what, before, ...template }) => ({
    ...template,
    change: at === null || what === null ? null : { at, what, before },
  }));
}
