import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ChannelView,
  findChannelView,
  listChannelViews,
} from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";

export function listChannels(app: Pick<App, "db">, member: Member): Promise<ChannelView[]> {
  return inWorkspace(app.db, member.workspaceId, (tx) => listChannelViews(tx, member.workspaceId));
}

export async function readChannel(
  app: App,
  member: Member,
  id: ChannelId,
): Promise<ChannelView | Refused<"not-found">> {
  const channel = await inWorkspace(app.db, member.workspaceId, (tx) =>
    findChannelView(tx, member.workspaceId, id),
  );
  return channel ?? { refused: "not-found" };
}
