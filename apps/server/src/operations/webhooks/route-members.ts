import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { DirectoryEntry } from "@galka/postgres/stores/channel-directory";
import type { Told } from "../../channels/gateway.ts";
import type { Parked } from "./apply-or-park.ts";
import type { Member } from "./batch.ts";
import type { ReadWebhook } from "./read-webhook.ts";

export type Routed = {
  readonly byWorkspace: ReadonlyMap<WorkspaceId, readonly Member[]>;
  readonly parked: readonly Parked[];
};

/**
 * Finds the number that each member is about.
 *
 * A body is signed with the secret of the channel it came to, so it may speak of
 * the numbers of that channel's workspace and of no other.
 */
export function routeMembers(
  read: readonly ReadWebhook[],
  directory: readonly DirectoryEntry[],
): Routed {
  const byChannel = new Map(directory.map((entry) => [String(entry.channelId), entry]));
  const byWorkspace = new Map<WorkspaceId, Member[]>();
  const parked: Parked[] = [];
  for (const { webhook, told } of read) {
    const home = byChannel.get(webhook.hint);
    const place = {
      position: webhook.position,
      receivedAt: webhook.receivedAt,
      hint: webhook.hint,
      workspaceId: home?.workspaceId ?? null,
      channelId: home?.channelId ?? null,
    };
    if (told === null) {
      const text = Buffer.from(webhook.body).toString("utf8").slice(0, 2000);
      const member = text.replaceAll("\u0000", "\ufffd").toWellFormed();
      parked.push({ ...place, reason: "not-json", detail: "The body is not JSON.", member });
      continue;
    }
    for (const one of told) {
      const about = home ? entriesFor(one, home, directory) : [];
      const [entry] = about;
      if (!home || !entry) {
        const detail = `No number here is ${one.phoneNumberId ?? one.wabaId ?? "named"}.`;
        parked.push({ ...place, reason: "number-not-connected", detail, member: one.raw });
        continue;
      }
      const member: Member = {
        position: webhook.position,
        receivedAt: webhook.receivedAt,
        hint: webhook.hint,
        channelId: entry.channelId,
        accountChannelIds: about.map(({ channelId }) => channelId),
        incoming: one.incoming,
        raw: one.raw,
      };
      const members = byWorkspace.get(home.workspaceId) ?? [];
      members.push(member);
      byWorkspace.set(home.workspaceId, members);
    }
  }
  return { byWorkspace, parked };
}

/** The number that is named; without one, the numbers of the account, the one that was written to first. */
function entriesFor(
  told: Told,
  home: DirectoryEntry,
  directory: readonly DirectoryEntry[],
): DirectoryEntry[] {
  const ours = directory.filter(({ workspaceId }) => workspaceId === home.workspaceId);
  if (told.phoneNumberId !== null) {
    return ours.filter(({ phoneNumberId }) => phoneNumberId === told.phoneNumberId);
  }
  if (told.wabaId === null) return [home];
  const account = ours.filter(({ wabaId }) => wabaId === told.wabaId);
  return account.toSorted((one) => (one.channelId === home.channelId ? -1 : 1));
}
