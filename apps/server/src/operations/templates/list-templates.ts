import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Template } from "@galka/core/templates/template";
import { type Member, mayAny } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { listTemplates } from "@galka/postgres/stores/templates";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";

export type TemplateList = {
  readonly items: readonly Template[];
  /** Null while they have never been read. */
  readonly syncedAt: Date | null;
};

const READING = ["conversations.read", "templates.manage", "channels.manage"] as const;

/** The templates of the number's account, as they were read last. */
export async function readTemplates(
  app: App,
  member: Member,
  channelId: ChannelId,
): Promise<TemplateList | Refused<"not-found"> | Refused<"forbidden">> {
  if (!mayAny(member, READING)) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const channel = await findChannelView(tx, workspaceId, channelId);
    return channel ? listTemplates(tx, workspaceId, channelId) : { refused: "not-found" };
  });
}
