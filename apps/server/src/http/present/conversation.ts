import type { ContactJson, ConversationJson, SlaJson } from "@galka/contract/json/conversation";
import type { ContactView } from "@galka/postgres/stores/views/contact-list";
import type { ConversationView, SlaView } from "@galka/postgres/stores/views/conversation-list";
import { presentContent } from "./content.ts";

export function presentContact(contact: ContactView): ContactJson {
  return {
    id: contact.id,
    name: contact.name,
    profileName: contact.profileName,
    identities: [...contact.identities],
    fields: { ...contact.fields },
    responsibleId: contact.responsibleId,
    language: contact.language,
    createdAt: contact.createdAt.toISOString(),
  };
}

export function presentSla({ running, brokenAt, keptAt }: SlaView): SlaJson {
  return {
    running: running && {
      target: running.target,
      dueAt: running.dueAt.toISOString(),
      warnAt: running.warnAt.toISOString(),
    },
    brokenAt: brokenAt?.toISOString() ?? null,
    keptAt: keptAt?.toISOString() ?? null,
  };
}

export function presentConversation(conversation: ConversationView): ConversationJson {
  const { lastMessage } = conversation;
  return {
    id: conversation.id,
    channelId: conversation.channelId,
    contact: presentContact(conversation.contact),
    status: conversation.status,
    priority: conversation.priority,
    assigneeId: conversation.assigneeId,
    teamId: conversation.teamId,
    labelIds: [...conversation.labelIds],
    snoozedUntil: conversation.snoozedUntil?.toISOString() ?? null,
    waitingSince: conversation.waitingSince?.toISOString() ?? null,
    lastInboundAt: conversation.lastInboundAt?.toISOString() ?? null,
    lastMessageAt: conversation.lastMessageAt.toISOString(),
    lastMessage: lastMessage && {
      id: lastMessage.id,
      direction: lastMessage.direction,
      content: presentContent(lastMessage.content),
      status: lastMessage.status,
      at: lastMessage.at.toISOString(),
    },
    unreadCount: conversation.unreadCount,
    blockedAt: conversation.blockedAt?.toISOString() ?? null,
    sla: presentSla(conversation.sla),
    answeredCampaignIds: [...conversation.answeredCampaignIds],
    rating: conversation.rating && {
      ...conversation.rating,
      at: conversation.rating.at.toISOString(),
    },
  };
}
