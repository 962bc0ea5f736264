import type { ChannelJson, MemberJson } from "@galka/contract/json/workspace";
import { type Member, roleIdOf } from "@galka/core/workspaces/member";
import type { ChannelView } from "@galka/postgres/stores/views/channel-list";

/** A channel without its secrets; `webhookUrl` is where Meta has to deliver. */
export function presentChannel(channel: ChannelView, webhookUrl: string): ChannelJson {
  return {
    id: channel.id,
    kind: "whatsapp",
    name: channel.name,
    status: channel.status,
    statusReason: channel.statusReason,
    displayPhone: channel.displayPhone,
    verifiedName: channel.verifiedName,
    phoneNumberId: channel.phoneNumberId,
    wabaId: channel.wabaId,
    appId: channel.appId,
    baseUrl: channel.baseUrl,
    apiVersion: channel.apiVersion,
    webhookUrl,
    quality: channel.facts.quality ?? "unknown",
    throughputPerSecond: channel.throughputPerSecond,
    lastHeardAt: channel.lastHeardAt?.toISOString() ?? null,
    createdAt: channel.createdAt.toISOString(),
  };
}

export function presentMember(
  member: Member & { readonly deactivatedAt: Date | null },
): MemberJson {
  const { id, name, email, role, deactivatedAt } = member;
  return { id, name, email, role, roleId: roleIdOf(member), active: deactivatedAt === null };
}
