import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { findSealedSecrets } from "@galka/postgres/stores/channel-connections";
import { type ChannelView, findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { ChannelAccess } from "../../channels/gateway.ts";
import { type ChannelSecrets, openChannelSecrets } from "../../secrets/channel-secrets.ts";

/** A channel with its secrets open: for asking Meta about it, never for answering anybody. */
export type OpenChannel = {
  readonly channel: ChannelView;
  readonly access: ChannelAccess;
  readonly secrets: ChannelSecrets;
};

export async function openChannel(
  app: App,
  member: Pick<Member, "workspaceId">,
  id: ChannelId,
): Promise<OpenChannel | Refused<"not-found">> {
  const { workspaceId } = member;
  const found = await inWorkspace(app.db, workspaceId, async (tx) => {
    const channel = await findChannelView(tx, workspaceId, id);
    const sealed = await findSealedSecrets(tx, workspaceId, id);
    return channel && sealed ? { channel, sealed } : null;
  });
  if (!found) return { refused: "not-found" };

  const { channel, sealed } = found;
  const secrets = openChannelSecrets(app.sealer, id, sealed);
  return { channel, secrets, access: accessOf(channel, secrets) };
}

type Address = Pick<
  ChannelView,
  "id" | "baseUrl" | "apiVersion" | "appId" | "wabaId" | "phoneNumberId"
>;

export function accessOf(channel: Address, secrets: ChannelSecrets): ChannelAccess {
  return {
    channelId: channel.id,
    baseUrl: channel.baseUrl,
    apiVersion: channel.apiVersion,
    appId: channel.appId,
    wabaId: channel.wabaId,
    phoneNumberId: channel.phoneNumberId,
    accessToken: secrets.accessToken,
    appSecret: secrets.appSecret,
  };
}
