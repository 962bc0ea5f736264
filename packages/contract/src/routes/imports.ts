import { z } from "zod";
import { chatImportJson, importChoicesJson } from "../json/chat-import.ts";
import { type Route, byId } from "../route.ts";

export const IMPORT_ROUTES = {
  uploadChatExport: {
    method: "POST",
    path: "/api/v1/imports/chat",
    summary:
      "Read a chat export (text or zip) and say what was understood; nothing is imported yet",
    upload: true,
    answer: chatImportJson,
  },
  listImports: {
    method: "GET",
    path: "/api/v1/imports",
    summary: "Imports, newest first",
    answer: z.object({ items: z.array(chatImportJson) }),
  },
  getImport: {
    method: "GET",
    path: "/api/v1/imports/:id",
    summary: "One import with its report and progress",
    params: byId,
    answer: chatImportJson,
  },
  startImport: {
    method: "POST",
    path: "/api/v1/imports/:id/start",
    summary: "Import what was understood, as chosen; a repetition adds nothing twice",
    params: byId,
    body: importChoicesJson,
    answer: chatImportJson,
  },
  stopImport: {
    method: "POST",
    path: "/api/v1/imports/:id/stop",
    summary: "Stop a running import; what is in stays",
    params: byId,
    answer: chatImportJson,
  },
} as const satisfies Record<string, Route>;
