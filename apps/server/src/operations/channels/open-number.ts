import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { findSealedSecrets } from "@galka/postgres/stores/channel-connections";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { ChannelAccess } from "../../channels/gateway.ts";
import { openChannelSecrets } from "../../secrets/channel-secrets.ts";
import { accessOf } from "./open-channel.ts";

export type NumberPlace = { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId };

/** What a background job needs to speak to Meta for a number; null when the number is gone or disconnected. */
export async function openNumber(
  app: App,
  { workspaceId, channelId }: NumberPlace,
): Promise<ChannelAccess | null> {
  const found = await inWorkspace(app.db, workspaceId, async (tx) => {
    const channel = await findChannelView(tx, workspaceId, channelId);
    const sealed = await findSealedSecrets(tx, workspaceId, channelId);
    return channel && sealed && channel.status !== "disconnected" ? { channel, sealed } : null;
  });
  if (!found) return null;
  return accessOf(found.channel, openChannelSecrets(app.sealer, channelId, found.sealed));
}
