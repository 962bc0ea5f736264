import {
  type ChatImportJson,
  importChoicesJson,
  importReportJson,
} from "@galka/contract/json/chat-import";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";

export function presentChatImport(chatImport: ChatImport): ChatImportJson {
  const { report, choices, createdAt, finishedAt, ...rest } = chatImport;
  return {
    ...rest,
    // Both are empty objects until there is something to say.
    report: importReportJson.safeParse(report).data ?? null,
    choices: importChoicesJson.safeParse(choices).data ?? null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
