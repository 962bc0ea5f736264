import type { CampaignMessage, CampaignPlan } from "@galka/core/campaigns/plan";
import type { HeaderFile } from "@galka/core/campaigns/resolve-values";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Template } from "@galka/core/templates/template";
import type { Tx } from "@galka/postgres/database";
import { findTemplate } from "@galka/postgres/stores/templates";
import { loadFileViews } from "@galka/postgres/stores/views/file-list";

/** A message of a plan with what it refers to, found once for many people. */
export type ReadyMessage = {
  readonly message: CampaignMessage;
  readonly template: Template;
  readonly files: readonly HeaderFile[];
  /** Files that are gone, or whose bytes are not here. */
  readonly missingFiles: number;
};

/** The message of a step and a variant: step 0 is the campaign's own. */
export function messageOf(
  plan: CampaignPlan,
  step: number,
  variant: number,
): CampaignMessage | null {
  if (step > 0) return plan.steps[step - 1]?.message ?? null;
  return plan.messages[variant] ?? plan.messages[0] ?? null;
}

/** Every message of a plan, its own first. */
export function messagesOf(plan: CampaignPlan): readonly CampaignMessage[] {
  return [...plan.messages, ...plan.steps.map(({ message }) => message)];
}

/** Null when the channel has no such template. */
export async function readyMessage(
  tx: Tx,
  { workspaceId, channelId }: { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId },
  message: CampaignMessage,
): Promise<ReadyMessage | null> {
  const template = await findTemplate(tx, workspaceId, channelId, message.templateId);
  if (!template) return null;
  const views = await loadFileViews(
    tx,
    workspaceId,
    message.files.map(({ fileId }) => fileId),
  );
  const stored = new Map(views.flatMap((it) => (it.state === "stored" ? [[it.id, it]] : [])));
  const files = message.files.flatMap(({ fileId, card }): HeaderFile[] => {
    const view = stored.get(fileId);
    if (!view) return [];
    const name = view.name !== null && headerKind(template, card) === "document" ? view.name : null;
    const file = { fileId, ...(name !== null && { name }) };
    return [{ file, ...(card !== undefined && { card }) }];
  });
  return { message, template, files, missingFiles: message.files.length - files.length };
}

function headerKind(template: Template, card: number | undefined): string | null {
  const header = card === undefined ? template.header : template.cards?.[card]?.header;
  return header?.kind ?? null;
}
