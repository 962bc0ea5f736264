import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAdministrate } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { releaseNumber, updateConnection } from "@galka/postgres/stores/channel-connections";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { type DirectoryEntry, listDirectory } from "@galka/postgres/stores/channel-directory";
import type { App } from "../../app.ts";
import type { ChannelAccounts } from "../../channels/accounts.ts";
import { cancelQueuedIn } from "../sends/cancel-queued.ts";
import { type OpenChannel, openChannel } from "./open-channel.ts";

export type Removed = {
  readonly done: true;
  /** Whether Meta was told to deliver no more to this address. */
  readonly unsubscribed: boolean;
};

/**
 * Disconnects a number: it is free for others, and its conversations stay readable.
 *
 * What waits to be sent is cancelled in the same transaction, and each message
 * says so. Meta is told afterwards, as far as it can be: a number whose token
 * has ended can still be disconnected.
 */
export async function removeChannel(
  app: App,
  member: Member,
  channelId: ChannelId,
  accounts: ChannelAccounts,
): Promise<Removed | Refused<"forbidden"> | Refused<"not-found">> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const opened = await openChannel(app, member, channelId);
  if ("refused" in opened) return opened;
  const { workspaceId } = member;
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await releaseNumber(tx, workspaceId, channelId);
    const disconnected = { status: "disconnected", statusReason: null } as const;
    await updateConnection(tx, workspaceId, channelId, disconnected);
    const { name, status } = opened.channel;
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "channel-removed",
        subjectId: channelId,
        before: { name, status },
        after: { status: "disconnected" },
      },
    ]);
    const cancelled = await cancelQueuedIn(tx, { workspaceId, channelId }, now);
    await appendEvents(tx, workspaceId, now, [
      ...cancelled,
      { kind: "channel-changed", channelId },
    ]);
  });
  app.wake.tell("events", workspaceId);
  app.wake.tell("sends", channelId);
  return { done: true, unsubscribed: await unsubscribe(app, member, opened, accounts) };
}

async function unsubscribe(
  app: App,
  member: Member,
  { channel, access }: OpenChannel,
  accounts: ChannelAccounts,
): Promise<boolean> {
  const entries = await listDirectory(app.db);
  const others = entries.filter(({ wabaId }) => wabaId === channel.wabaId);
  const url = accounts.webhookUrl(channel.id);
  const refusal = await accounts.unsubscribe(access, { url, isLast: others.length === 0 });
  if (refusal) app.log.warn({ channelId: channel.id, ...refusal }, "Meta could not be told");
  await handOver(app, member, others, accounts);
  return refusal === null;
}

/** What Meta says of the account itself went to the address of one number: another's takes its place. */
async function handOver(
  app: App,
  member: Member,
  others: readonly DirectoryEntry[],
  accounts: ChannelAccounts,
): Promise<void> {
  const heir = others.find(({ workspaceId }) => workspaceId === member.workspaceId);
  if (!heir) return;
  const opened = await openChannel(app, member, heir.channelId);
  if ("refused" in opened) return;
  const { access, secrets } = opened;
  const webhook = { url: accounts.webhookUrl(heir.channelId), verifyToken: secrets.verifyToken };
  const refusal = await accounts.subscribe(access, webhook);
  if (refusal) app.log.warn({ channelId: heir.channelId, ...refusal }, "Meta could not be told");
}
