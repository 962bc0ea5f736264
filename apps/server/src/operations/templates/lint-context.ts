import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { nameFreeAt } from "@galka/core/templates/edit-right";
import type { LintContext } from "@galka/core/templates/lint/finding";
import type { Tx } from "@galka/postgres/database";
import { listTemplateViews } from "@galka/postgres/stores/templates";
import { listDeletedNames } from "@galka/postgres/stores/templates/versions";

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** What there is in the account beside the template that is looked at. */
export async function lintContext(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, editedId }: { readonly channelId: ChannelId; readonly editedId: string | null },
  now: Date,
): Promise<LintContext> {
  const views = await listTemplateViews(tx, workspaceId, channelId);
  const since = new Date(now.getTime() - MONTH_MS);
  const deleted = await listDeletedNames(tx, workspaceId, channelId, since);
  return {
    now,
    editedId,
    others: views.map(({ template }) => template),
    blocked: deleted.map(({ name, language, at }) => ({ name, language, until: nameFreeAt(at) })),
  };
}
