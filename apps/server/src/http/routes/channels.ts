import { idOf } from "@galka/core/kernel/ids";
import { changeChannel } from "../../operations/channels/change-channel.ts";
import { connectChannel } from "../../operations/channels/connect-channel.ts";
import { examineChannel, repairChannel } from "../../operations/channels/examine-channel.ts";
import { listChannels } from "../../operations/channels/list-channels.ts";
import { removeChannel } from "../../operations/channels/remove-channel.ts";
import { probeNumbers } from "../../operations/channels/probe-numbers.ts";
import type { Desk } from "../desk.ts";
import { handle } from "../handle.ts";
import { presentChannel } from "../present/channel.ts";

type Address = { readonly baseUrl?: string; readonly apiVersion?: string };

/** Meta's address unless another was given; the emulator's in a demo. */
function addressOf(desk: Desk, { baseUrl, apiVersion }: Address) {
  return {
    baseUrl: (baseUrl ?? desk.settings.graphUrl).replace(/\/+$/, ""),
    apiVersion: apiVersion ?? desk.settings.graphVersion,
  };
}

export const channelRoutes = {
  listChannels: handle("listChannels", async ({ app, desk, member }) => ({
    items: (await listChannels(app, member)).map((it) =>
      presentChannel(it, desk.accounts.webhookUrl(it.id)),
    ),
  })),

  probeNumbers: handle("probeNumbers", async ({ app, desk, member, body }) => {
    const { accessToken, wabaId } = body;
    const access = { accessToken, wabaId, ...addressOf(desk, body) };
    const probed = await probeNumbers(app, member, access, desk.accounts);
    return "refused" in probed ? probed : { numbers: [...probed.numbers] };
  }),

  connectChannel: handle("connectChannel", async ({ app, desk, member, body }) => {
    const { name = null, appId = null } = body;
    const request = { ...body, ...addressOf(desk, body), name, appId };
    const channel = await connectChannel(app, member, request, desk.accounts);
    return "refused" in channel
      ? channel
      : presentChannel(channel, desk.accounts.webhookUrl(channel.id));
  }),

  updateChannel: handle("updateChannel", async ({ app, desk, member, params, body }) => {
    const wish = { ...body, id: idOf<"channel">(params.id) };
    const channel = await changeChannel(app, member, wish, desk.accounts);
    return "refused" in channel
      ? channel
      : presentChannel(channel, desk.accounts.webhookUrl(channel.id));
  }),

  removeChannel: handle("removeChannel", ({ app, desk, member, params }) =>
    removeChannel(app, member, idOf(params.id), desk.accounts),
  ),

  examineChannel: handle("examineChannel", async ({ app, desk, member, params }) => {
    const examined = await examineChannel(app, member, idOf(params.id), desk.accounts);
    return "refused" in examined ? examined : { checks: [...examined.checks] };
  }),

  repairChannel: handle("repairChannel", async ({ app, desk, member, params, body }) => {
    const wish = { id: idOf<"channel">(params.id), repair: body.repair, pin: body.pin ?? null };
    const examined = await repairChannel(app, member, wish, desk.accounts);
    return "refused" in examined ? examined : { checks: [...examined.checks] };
  }),
};
