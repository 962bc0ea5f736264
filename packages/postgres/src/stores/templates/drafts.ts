import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

type Words = { readonly en: string; readonly ru: string };

/** What Meta said to a draft that was submitted. */
export type DraftRefusal = {
  readonly reason: string;
  readonly explanation: Words;
  readonly advice: Words;
};

export type TemplateDraft = {
  readonly id: string;
  readonly channelId: ChannelId;
  /** Of which template it is an edit; null for one that there is not yet. */
  readonly templateId: string | null;
  readonly text: TemplateText;
  readonly refusal: DraftRefusal | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedById: string | null;
};

type Row = Omit<TemplateDraft, "channelId"> & { readonly channelId: string };

const COLUMNS = sql`
  id, channel_id as "channelId", template_id as "templateId", text, refusal,
  created_at as "createdAt", updated_at as "updatedAt", updated_by_id as "updatedById"`;

export async function listTemplateDrafts(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<readonly TemplateDraft[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from template_drafts
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
     order by updated_at desc, id`.execute(tx);
  return rows.map(fromRow);
}

/** Locks the draft until `tx` ends, so that it is not submitted and changed at once. */
export async function lockTemplateDraft(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<TemplateDraft | null> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from template_drafts
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** Writes a draft; the same one again changes its words only, never its channel. */
export async function saveTemplateDraft(
  tx: Tx,
  workspaceId: WorkspaceId,
  draft: Pick<TemplateDraft, "id" | "channelId" | "templateId" | "text" | "updatedById">,
  now: Date,
): Promise<void> {
  const { id, channelId, templateId, text, updatedById } = draft;
  await sql`
    insert into template_drafts
           (workspace_id, id, channel_id, template_id, text, created_at, updated_at, updated_by_id)
    values (${workspaceId}, ${id}, ${channelId}, ${templateId}, ${JSON.stringify(text)}::jsonb,
            ${now}, ${now}, ${updatedById})
    on conflict (workspace_id, id) do update
       set text = excluded.text, refusal = null, updated_at = excluded.updated_at,
           updated_by_id = excluded.updated_by_id`.execute(tx);
}

export async function saveDraftRefusal(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  refusal: DraftRefusal,
): Promise<void> {
  await sql`
    update template_drafts set refusal = ${JSON.stringify(refusal)}::jsonb
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function deleteTemplateDraft(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    delete from template_drafts where workspace_id = ${workspaceId} and id = ${id}
    returning id`.execute(tx);
  return rows.length > 0;
}

function fromRow(row: Row): TemplateDraft {
  return { ...row, channelId: idOf<"channel">(row.channelId) };
}
