import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { changeTemplate, findTemplate, listTemplateViews } from "@galka/postgres/stores/templates";
import { listAccountChannels } from "@galka/postgres/stores/outgoing/sending-channels";
import type { App } from "../../app.ts";
import { openChannel } from "../channels/open-channel.ts";
import { askToSync, changeTemplates } from "./change-templates.ts";
import { type MetaRefused, orMetaRefused } from "./template-access.ts";

export type DeleteWish = {
  readonly channelId: ChannelId;
  readonly templateId: string;
  readonly languages: "one" | "all";
};

/**
 * Deletes a template at Meta, in one language or in all.
 *
 * Messages that are on their way still arrive. Meta keeps the name of one that
 * was approved for 30 days, and so do we: the versions that stay tell which.
 */
export async function deleteTemplate(
  app: App,
  member: Member,
  { channelId, templateId, languages }: DeleteWish,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found"> | MetaRefused> {
  if (!may(member, "templates.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const opened = await openChannel(app, member, channelId);
  if ("refused" in opened) return opened;
  const template = await inWorkspace(app.db, workspaceId, (tx) =>
    findTemplate(tx, workspaceId, channelId, templateId),
  );
  if (!template) return { refused: "not-found" };
  const { name } = template;
  const which = languages === "one" ? { name, id: templateId } : { name };
  const refused = await orMetaRefused(async () => {
    await app.gateways("whatsapp").deleteTemplate(opened.access, which);
    return { deleted: true } as const;
  });
  if ("refused" in refused) return refused;

  return changeTemplates(app, member, async ({ tx, workspaceId: own, now }) => {
    const channelIds = await listAccountChannels(tx, own, channelId);
    const views = await listTemplateViews(tx, own, channelId);
    const gone = views
      .map((view) => view.template)
      .filter((it) => it.name === name && (languages === "all" || it.id === templateId));
    for (const { language } of gone) {
      const change = {
        channelIds,
        name,
        language,
        at: now,
        cause: "deleted",
        isGone: true,
      } as const;
      await changeTemplate(tx, own, change);
    }
    await askToSync(tx, own, channelId);
    const before = { name, languages: gone.map(({ language }) => language) };
    return {
      result: { done: true } as const,
      channelId,
      entry: { action: "template-deleted", before },
    };
  });
}
