import type { MessageJson } from "@galka/contract/json/message";
import type { MessageView } from "@galka/postgres/stores/views/message-list";
import { presentContent } from "./content.ts";
import { presentFailure } from "./failure.ts";
import { presentFile } from "./file.ts";

export function presentMessage(message: MessageView): MessageJson {
  return {
    id: message.id,
    conversationId: message.conversationId,
    direction: message.direction,
    authorMemberId: message.authorMemberId,
    authorRule: message.authorRule,
    authorSystem: message.authorSystem,
    source: message.source,
    content: presentContent(message.content),
    files: message.files.map(presentFile),
    status: message.status,
    failure: presentFailure(message.failure),
    quoted: message.quoted && {
      messageId: message.quoted.messageId,
      direction: message.quoted.direction,
      content: message.quoted.content && presentContent(message.quoted.content),
    },
    reactions: message.reactions.map((it) => ({ ...it, at: it.at.toISOString() })),
    clientId: message.clientId,
    editedAt: message.editedAt?.toISOString() ?? null,
    deletedAt: message.deletedAt?.toISOString() ?? null,
    pinnedAt: message.pinnedAt?.toISOString() ?? null,
    at: message.at.toISOString(),
    statusAt: message.statusAt.toISOString(),
  };
}
