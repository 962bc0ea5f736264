import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { TemplateAspect, TemplateState } from "@galka/core/templates/template-changes";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { VersionCause } from "./save-versions.ts";

export type TemplateVersion = {
  readonly number: number;
  readonly at: Date;
  readonly cause: VersionCause;
  readonly memberId: string | null;
  readonly changed: readonly TemplateAspect[];
  readonly state: TemplateState;
};

type Which = { readonly channelId: ChannelId; readonly templateId: string };

/** The states that a template had, the latest first. */
export async function listTemplateVersions(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, templateId }: Which,
): Promise<readonly TemplateVersion[]> {
  const { rows } = await sql<TemplateVersion>`
    select number, at, cause, member_id as "memberId", changed, state
      from template_versions
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and template_id = ${templateId}
     order by number desc limit 200`.execute(tx);
  return rows;
}

/** When an approved template was edited since. */
export async function listCountedEdits(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, templateId }: Which,
  since: Date,
): Promise<readonly Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select at from template_versions
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and template_id = ${templateId} and is_counted_edit and at > ${since}
     order by at`.execute(tx);
  return rows.map(({ at }) => at);
}

/** The names of templates that were approved and are deleted since: Meta keeps them for a while. */
export async function listDeletedNames(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  since: Date,
): Promise<readonly { readonly name: string; readonly language: string; readonly at: Date }[]> {
  const { rows } = await sql<{ name: string; language: string; at: Date }>`
    select v.name, v.language, max(v.at) as at
      from template_versions v
     where v.workspace_id = ${workspaceId} and v.channel_id = ${channelId}
       and v.cause in ('deleted', 'gone') and v.at > ${since}
       and exists (select 1 from template_versions o
                    where o.workspace_id = ${workspaceId} and o.channel_id = v.channel_id
                      and o.template_id = v.template_id and o.state->>'status' = 'approved')
     group by v.name, v.language`.execute(tx);
  return rows;
}
