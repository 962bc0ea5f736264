import type { ChatImportJson } from "@galka/contract/json/chat-import";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";

export function presentChatImport(chatImport: ChatImport): ChatImportJson {
  const { source: _, conversationId, createdAt, finishedAt, ...facts } = chatImport;
  return {
    ...facts,
    conversationId,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
