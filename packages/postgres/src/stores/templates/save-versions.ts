import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Template } from "@galka/core/templates/template";
import {
  TEMPLATE_ASPECTS,
  changedAspects,
  isRewording,
  stateOf,
} from "@galka/core/templates/template-changes";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Why a template has another state: seen for the first time, done here, told by Meta, or gone. */
export type VersionCause =
  | "seen"
  | "submitted"
  | "edited"
  | "told"
  | "refused"
  | "deleted"
  | "gone";

type Occasion = {
  readonly at: Date;
  readonly cause: VersionCause;
  readonly memberId?: string;
};

type Pair = { readonly before: Template | null; readonly after: Template | null };

/** Keeps the states that are others than before. What did not change leaves nothing. */
export async function saveVersions(
  tx: Tx,
  workspaceId: WorkspaceId,
  { at, cause, memberId }: Occasion,
  pairs: readonly Pair[],
): Promise<void> {
  const rows = pairs.flatMap(({ before, after }) => rowOf(before, after, cause));
  if (rows.length === 0) return;
  await sql`
    insert into template_versions
           (workspace_id, channel_id, template_id, number, name, language, at, cause, member_id,
            changed, is_counted_edit, state)
    select ${workspaceId}, v."channelId", v."templateId",
           1 + coalesce((select max(number) from template_versions o
                          where o.workspace_id = ${workspaceId} and o.channel_id = v."channelId"
                            and o.template_id = v."templateId"), 0),
           v.name, v.language, ${at}, v.cause, ${memberId ?? null}::uuid,
           array(select jsonb_array_elements_text(v.changed)), v."isCountedEdit", v.state
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as v ("channelId" uuid, "templateId" text, name text, language text, cause text,
                 changed jsonb, "isCountedEdit" boolean, state jsonb)`.execute(tx);
}

function rowOf(before: Template | null, after: Template | null, cause: VersionCause) {
  const template = after ?? before;
  if (!template) return [];
  const changed = before && after ? changedAspects(before, after) : [...TEMPLATE_ASPECTS];
  if (changed.length === 0) return [];
  const { channelId, id: templateId, name, language } = template;
  // Also one that only exchanges an example or a sample: it is handed in like any other.
  const isEdit = before !== null && after !== null && (cause === "edited" || isRewording(changed));
  return [
    {
      channelId,
      templateId,
      name,
      language,
      changed,
      cause: causeOf(before, after, cause),
      // Meta counts the edits of an approved template, wherever they are made.
      isCountedEdit: isEdit && before.status === "approved",
      state: stateOf(template),
    },
  ];
}

function causeOf(before: Template | null, after: Template | null, cause: VersionCause) {
  if (cause !== "told") return cause;
  if (before === null) return "seen";
  return after === null ? "gone" : "told";
}
