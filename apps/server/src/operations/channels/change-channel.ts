import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAdministrate } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type ChannelChange, updateConnection } from "@galka/postgres/stores/channel-connections";
import type { ChannelView } from "@galka/postgres/stores/views/channel-list";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import type { AccountRefused, ChannelAccounts } from "../../channels/accounts.ts";
import { sealChannelSecrets } from "../../secrets/channel-secrets.ts";
import { readChannel } from "./list-channels.ts";
import { type OpenChannel, accessOf, openChannel } from "./open-channel.ts";

export type ChannelWish = {
  readonly name?: string;
  readonly status?: "connected" | "paused";
  readonly accessToken?: string;
  readonly appSecret?: string;
};

type ChangeRefused =
  | AccountRefused
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"channel-not-connected">;

/**
 * Renames, pauses, resumes, or takes new secrets.
 *
 * A new token is tried before it replaces the one that works. A channel that
 * was disconnected comes back by connecting its number again.
 */
export async function changeChannel(
  app: App,
  member: Member,
  wish: ChannelWish & { readonly id: ChannelId },
  accounts: ChannelAccounts,
): Promise<ChannelView | ChangeRefused> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const opened = await openChannel(app, member, wish.id);
  if ("refused" in opened) return opened;
  if (wish.status && opened.channel.status === "disconnected")
    return { refused: "channel-not-connected" };

  const secrets = secretsAfter(opened, wish);
  if (secrets && wish.accessToken !== undefined) {
    const numbers = await accounts.listNumbers(accessOf(opened.channel, secrets));
    if ("refused" in numbers) return numbers;
  }
  const change: ChannelChange = {
    ...(wish.name === undefined ? {} : { name: wish.name }),
    ...(wish.status === undefined ? {} : { status: wish.status, statusReason: null }),
    ...(secrets ? { secrets: sealChannelSecrets(app.sealer, wish.id, secrets) } : {}),
  };
  await save(app, member, wish.id, { change, before: opened.channel });
  // A channel that was resumed may have things to send.
  app.wake.tell("sends", wish.id);
  return readChannel(app, member, wish.id);
}

function secretsAfter({ secrets }: OpenChannel, { accessToken, appSecret }: ChannelWish) {
  if (accessToken === undefined && appSecret === undefined) return null;
  return {
    ...secrets,
    ...(accessToken === undefined ? {} : { accessToken }),
    ...(appSecret === undefined ? {} : { appSecret }),
  };
}

async function save(
  app: App,
  member: Member,
  channelId: ChannelId,
  { change, before }: { readonly change: ChannelChange; readonly before: ChannelView },
): Promise<void> {
  const { workspaceId } = member;
  const { name = before.name, status = before.status, secrets } = change;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await updateConnection(tx, workspaceId, channelId, change);
    await recordAudit(tx, workspaceId, app.clock.now(), [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "channel-changed",
        subjectId: channelId,
        before: { name: before.name, status: before.status },
        // That there are new secrets is told, never which.
        after: { name, status, ...(secrets ? { secrets: "changed" } : {}) },
      },
    ]);
    await appendEvents(tx, workspaceId, app.clock.now(), [{ kind: "channel-changed", channelId }]);
  });
  app.wake.tell("events", workspaceId);
}
