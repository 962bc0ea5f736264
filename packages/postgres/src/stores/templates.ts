import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { TemplateParts } from "@galka/core/templates/parts";
import type {
  ParameterFormat,
  Template,
  TemplateCategory,
  TemplateQuality,
  TemplateStatus,
} from "@galka/core/templates/template";
import { sql } from "kysely";
import type { Tx } from "../database.ts";
import { type VersionCause, saveVersions } from "./templates/save-versions.ts";
import { type Samples, withSamples } from "./templates/samples.ts";

type Row = {
  channel_id: string;
  id: string;
  name: string;
  language: string;
  category: TemplateCategory;
  status: TemplateStatus;
  rejected_reason: string | null;
  quality: TemplateQuality | null;
  parameter_format: ParameterFormat;
  ttl_seconds: number | null;
  next_category: TemplateCategory | null;
  previous_category: TemplateCategory | null;
  samples: Samples;
  components: TemplateParts;
  synced_at: Date;
  next_category_at: Date | null;
  category_changed_at: Date | null;
  category_seen_at: Date | null;
  hidden_at: Date | null;
};

/** A template with what is kept of it here beside Meta's words. */
export type TemplateView = {
  readonly template: Template;
  readonly syncedAt: Date;
  readonly nextCategoryAt: Date | null;
  readonly categoryChangedAt: Date | null;
  readonly categorySeenAt: Date | null;
  readonly hiddenAt: Date | null;
};

type Where = { readonly channelId: ChannelId; readonly name: string; readonly language: string };

/** The templates that the channel can use; what the team has put away is left out. */
export async function listTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<{ readonly items: readonly Template[]; readonly syncedAt: Date | null }> {
  const views = await listTemplateViews(tx, workspaceId, channelId);
  const latest = Math.max(...views.map((view) => view.syncedAt.getTime()));
  const items = views.filter(({ hiddenAt }) => hiddenAt === null).map(({ template }) => template);
  return { items, syncedAt: views.length > 0 ? new Date(latest) : null };
}

export async function listTemplateViews(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<readonly TemplateView[]> {
  const { rows } = await sql<Row>`
    select * from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
     order by name, language, id`.execute(tx);
  return rows.map(viewOf);
}

export async function findTemplate(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  id: string,
): Promise<Template | null> {
  return (await findTemplateView(tx, workspaceId, channelId, id))?.template ?? null;
}

export async function findTemplateView(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  id: string,
): Promise<TemplateView | null> {
  const { rows } = await sql<Row>`
    select * from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and id = ${id}`.execute(tx);
  return rows[0] ? viewOf(rows[0]) : null;
}

/** A template by what its channel's account calls it. */
export async function findTemplateByName(
  tx: Tx,
  workspaceId: WorkspaceId,
  where: Where,
): Promise<Template | null> {
  const { rows } = await sql<Row>`
    select * from templates
     where workspace_id = ${workspaceId} and channel_id = ${where.channelId}
       and name = ${where.name} and language = ${where.language}
     order by id limit 1`.execute(tx);
  return rows[0] ? viewOf(rows[0]).template : null;
}

/**
 * Makes the channel's templates those of its account: what is not there any
 * more goes. What has become another than before leaves a version behind.
 */
export async function replaceTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { templates, now }: { readonly templates: readonly Template[]; readonly now: Date },
): Promise<void> {
  const { rows } = await sql<Row>`
    select * from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId} order by id for update`.execute(
    tx,
  );
  const before = new Map(rows.map((row) => [row.id, viewOf(row).template]));
  const after = templates.map((template) => keepReason(template, before.get(template.id)));
  const ids = after.map(({ id }) => id);
  await sql`
    delete from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and not (id = any(${ids}::text[]))`.execute(tx);
  await saveTemplates(tx, workspaceId, channelId, { templates: after, now });
  const gone = [...before.values()].filter(({ id }) => !ids.includes(id));
  await saveVersions(tx, workspaceId, { at: now, cause: "told" }, [
    ...after.map((it) => ({ before: before.get(it.id) ?? null, after: it })),
    ...gone.map((it) => ({ before: it, after: null })),
  ]);
}

/**
 * Meta's list does not say why a template is paused, and of a rejection only a
 * word like INVALID_FORMAT; what its webhook said of that stays.
 */
function keepReason(template: Template, before: Template | undefined): Template {
  if (before?.status !== template.status || before.rejectedReason === null) return template;
  return { ...template, rejectedReason: before.rejectedReason };
}

/** Writes templates as Meta has them; what the team decided about them stays. */
export async function saveTemplates(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { templates, now }: { readonly templates: readonly Template[]; readonly now: Date },
): Promise<void> {
  await sql`
    insert into templates (workspace_id, channel_id, id, name, language, category, status,
                           rejected_reason, quality, parameter_format, components, synced_at,
                           ttl_seconds, next_category, previous_category)
    select ${workspaceId}, ${channelId}, t.id, t.name, t.language, t.category, t.status,
           t."rejectedReason", t.quality, coalesce(t."parameterFormat", 'positional'), t.components,
           ${now}, t."ttlSeconds", t."nextCategory", t."previousCategory"
      from jsonb_to_recordset(${JSON.stringify(templates.map(rowOf))}::jsonb)
           as t (id text, name text, language text, category text, status text,
                 "rejectedReason" text, quality text, "parameterFormat" text, components jsonb,
                 "ttlSeconds" int, "nextCategory" text, "previousCategory" text)
    on conflict (workspace_id, channel_id, id) do update
       set name = excluded.name, language = excluded.language, category = excluded.category,
           status = excluded.status, rejected_reason = excluded.rejected_reason,
           quality = excluded.quality, parameter_format = excluded.parameter_format,
           components = excluded.components, synced_at = excluded.synced_at,
           ttl_seconds = excluded.ttl_seconds,
           next_category = excluded.next_category,
           next_category_at = case when excluded.next_category = templates.next_category
                                   then templates.next_category_at end,
           previous_category = case when excluded.category = templates.category
                                    then coalesce(excluded.previous_category, templates.previous_category)
                                    else templates.category end,
           category_changed_at = case when excluded.category = templates.category
                                      then templates.category_changed_at
                                      else excluded.synced_at end,
           category_seen_at = case when excluded.category = templates.category
                                    and excluded.next_category is not distinct from templates.next_category
                                   then templates.category_seen_at end`.execute(tx);
}

function rowOf(template: Template) {
  const { id, name, language, category, status, rejectedReason, quality } = template;
  const { parameterFormat, ttlSeconds, nextCategory, previousCategory } = template;
  const { header, body, bodyExamples, footer, buttons, offer, cards, code, asksToCall } = template;
  const components = {
    header,
    body,
    bodyExamples,
    footer,
    buttons,
    offer,
    cards,
    code,
    asksToCall,
  };
  const about = { id, name, language, category, status, rejectedReason, quality, components };
  return { ...about, parameterFormat, ttlSeconds, nextCategory, previousCategory };
}

export type TemplateChange = {
  readonly channelIds: readonly string[];
  readonly name: string;
  readonly language: string;
  readonly at: Date;
  readonly cause?: VersionCause;
  readonly status?: TemplateStatus;
  readonly category?: TemplateCategory;
  /** What Meta says it will be counted as, and from when on. */
  readonly nextCategory?: { readonly category: TemplateCategory; readonly at: Date | null };
  readonly quality?: TemplateQuality;
  readonly rejectedReason?: string | null;
  readonly isGone?: boolean;
};

/**
 * Changes templates by name. Answers the channels.
 *
 * A report from before they were last read changes nothing, but for the date of
 * a notice, which nothing that is read says. Meta tells times in whole seconds:
 * a report counts until its second is over.
 */
export async function changeTemplate(
  tx: Tx,
  workspaceId: WorkspaceId,
  change: TemplateChange,
): Promise<string[]> {
  const { rows } = await sql<Row>`
    select * from templates
     where workspace_id = ${workspaceId} and channel_id = any(${[...change.channelIds]}::uuid[])
       and name = ${change.name} and language = ${change.language}
       and synced_at < ${change.at}::timestamptz + interval '1 second'
     order by channel_id, id for update`.execute(tx);
  const pairs = rows.map((row) => {
    const before = viewOf(row).template;
    return { before, after: change.isGone ? null : changed(before, change) };
  });
  for (const { before, after } of pairs) {
    await (after ? updateRow(tx, workspaceId, after, change) : deleteRow(tx, workspaceId, before));
  }
  await saveVersions(tx, workspaceId, { at: change.at, cause: change.cause ?? "told" }, pairs);
  const dated = await dateNotice(tx, workspaceId, change);
  return [...new Set([...rows.map((row) => row.channel_id), ...dated])];
}

async function dateNotice(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelIds, name, language, nextCategory }: TemplateChange,
): Promise<string[]> {
  if (!nextCategory?.at) return [];
  const { rows } = await sql<{ channel_id: string }>`
    update templates set next_category_at = ${nextCategory.at}
     where workspace_id = ${workspaceId} and channel_id = any(${[...channelIds]}::uuid[])
       and name = ${name} and language = ${language}
       and next_category = ${nextCategory.category} and next_category_at is null
    returning channel_id`.execute(tx);
  return rows.map((row) => row.channel_id);
}

function changed(before: Template, change: TemplateChange): Template {
  const { status, category, quality, rejectedReason, nextCategory } = change;
  const { nextCategory: announced, ...rest } = before;
  const next = nextCategory?.category ?? (category === undefined ? announced : undefined);
  return {
    ...rest,
    ...(status !== undefined && { status, rejectedReason: rejectedReason ?? null }),
    ...(category !== undefined &&
      category !== before.category && { category, previousCategory: before.category }),
    ...(quality !== undefined && { quality }),
    ...(next !== undefined && { nextCategory: next }),
  };
}

async function updateRow(
  tx: Tx,
  workspaceId: WorkspaceId,
  after: Template,
  { at, category, nextCategory }: TemplateChange,
): Promise<void> {
  const next = nextCategory?.at ?? null;
  const isNews = category !== undefined || nextCategory !== undefined;
  await sql`
    update templates
       set status = ${after.status}, rejected_reason = ${after.rejectedReason},
           quality = ${after.quality}, next_category = ${after.nextCategory ?? null},
           next_category_at = case when ${after.nextCategory ?? null}::text is null then null
                                   else coalesce(${next}, next_category_at) end,
           previous_category = ${after.previousCategory ?? null},
           category_changed_at = case when category = ${after.category} then category_changed_at
                                      else ${at}::timestamptz end,
           category_seen_at = case when ${isNews} then null else category_seen_at end,
           category = ${after.category}
     where workspace_id = ${workspaceId} and channel_id = ${after.channelId}
       and id = ${after.id}`.execute(tx);
}

async function deleteRow(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, id }: Template,
): Promise<void> {
  await sql`
    delete from templates
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and id = ${id}`.execute(tx);
}

function viewOf(row: Row): TemplateView {
  const template: Template = {
    channelId: idOf(row.channel_id),
    id: row.id,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    rejectedReason: row.rejected_reason,
    quality: row.quality ?? "unknown",
    parameterFormat: row.parameter_format,
    ...(row.ttl_seconds !== null && { ttlSeconds: row.ttl_seconds }),
    ...(row.next_category !== null && { nextCategory: row.next_category }),
    ...(row.previous_category !== null && { previousCategory: row.previous_category }),
    ...withSamples(row.components, row.samples),
  };
  return {
    template,
    syncedAt: row.synced_at,
    nextCategoryAt: row.next_category_at,
    categoryChangedAt: row.category_changed_at,
    categorySeenAt: row.category_seen_at,
    hiddenAt: row.hidden_at,
  };
}
