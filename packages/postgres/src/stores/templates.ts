import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { Template, TemplateCategory, TemplateStatus } from "@galka/core/templates/template";
import { sql } from "kysely";
import type { Tx } from "../database.ts";

type Components = Pick<Template, "header" | "body" | "footer" | "buttons">;

type Row = {
  channel_id: string;
  id: string;
  name: string;
  language: string;
  category: TemplateCategory;
  status: TemplateStatus;
  rejected_reason: string | null;
  quality: Template["quality"] | null;
  components: Components;
};

export async function listTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<{ readonly items: readonly Template[]; readonly syncedAt: Date | null }> {
  const { rows } = await sql<Row & { synced_at: Date }>`
    select channel_id, id, name, language, category, status, rejected_reason, quality, components, synced_at
      from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
     order by name, language, id`.execute(tx);
  const latest = Math.max(...rows.map((row) => row.synced_at.getTime()));
  return { items: rows.map(fromRow), syncedAt: rows.length > 0 ? new Date(latest) : null };
}

export async function findTemplate(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  id: string,
): Promise<Template | null> {
  const { rows } = await sql<Row>`
    select channel_id, id, name, language, category, status, rejected_reason, quality, components
      from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and id = ${id}`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** A template by what its channel's account calls it. */
export async function findTemplateByName(
  tx: Tx,
  workspaceId: WorkspaceId,
  where: { readonly channelId: ChannelId; readonly name: string; readonly language: string },
): Promise<Template | null> {
  const { rows } = await sql<Row>`
    select channel_id, id, name, language, category, status, rejected_reason, quality, components
      from templates
     where workspace_id = ${workspaceId} and channel_id = ${where.channelId}
       and name = ${where.name} and language = ${where.language}
     order by id limit 1`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** Makes the channel's templates those of its account: what is not there any more goes. */
export async function replaceTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { templates, now }: { readonly templates: readonly Template[]; readonly now: Date },
): Promise<void> {
  const rows = templates.map(({ header, body, footer, buttons, ...template }) => ({
    ...template,
    components: { header, body, footer, buttons },
  }));
  await sql`
    delete from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and id <> all(${templates.map(({ id }) => id)}::text[])`.execute(tx);
  await sql`
    insert into templates (workspace_id, channel_id, id, name, language, category, status,
                           rejected_reason, quality, parameter_format, components, synced_at)
    select ${workspaceId}, ${channelId}, t.id, t.name, t.language, t.category, t.status,
           t."rejectedReason", t.quality, 'positional', t.components, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as t (id text, name text, language text, category text, status text,
                 "rejectedReason" text, quality text, components jsonb)
    on conflict (workspace_id, channel_id, id) do update
       set name = excluded.name, language = excluded.language, category = excluded.category,
           status = excluded.status, rejected_reason = excluded.rejected_reason,
           quality = excluded.quality, components = excluded.components,
           synced_at = excluded.synced_at`.execute(tx);
}

export type TemplateChange = {
  readonly channelIds: readonly string[];
  readonly name: string;
  readonly language: string;
  readonly at: Date;
  readonly status?: string;
  readonly category?: string;
  readonly quality?: string;
  readonly rejectedReason?: string | null;
  readonly isGone?: boolean;
};

/** Changes templates by name; a report from before they were last read changes nothing. Answers the channels. */
export async function changeTemplate(
  tx: Tx,
  workspaceId: WorkspaceId,
  change: TemplateChange,
): Promise<string[]> {
  const which = sql`
    workspace_id = ${workspaceId} and channel_id = any(${[...change.channelIds]}::uuid[])
    and name = ${change.name} and language = ${change.language} and synced_at <= ${change.at}`;
  const { rows } = change.isGone
    ? await sql<{ id: string }>`
        delete from templates where ${which} returning channel_id as id`.execute(tx)
    : await sql<{ id: string }>`
        update templates
           set status = coalesce(${change.status ?? null}, status),
               category = coalesce(${change.category ?? null}, category),
               quality = coalesce(${change.quality ?? null}, quality),
               rejected_reason = coalesce(${change.rejectedReason ?? null}, rejected_reason)
         where ${which} returning channel_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

function fromRow(row: Row): Template {
  return {
    channelId: idOf(row.channel_id),
    id: row.id,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    rejectedReason: row.rejected_reason,
    quality: row.quality ?? "unknown",
    ...row.components,
  };
}
