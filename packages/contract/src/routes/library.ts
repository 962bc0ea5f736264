import { z } from "zod";
import { bulkChangeJson, workChangeJson } from "../json/bulk-change.ts";
import { filterJson } from "../json/filter.ts";
import { macroJson, macroWish, quickReplyJson, quickReplyWish } from "../json/library.ts";
import { type Route, byId, done, id } from "../route.ts";

export const LIBRARY_ROUTES = {
  listQuickReplies: {
    method: "GET",
    path: "/api/v1/quick-replies",
    summary: "The quick replies that one sees, with how often they were sent in the last 90 days",
    answer: z.object({ items: z.array(quickReplyJson) }),
  },
  createQuickReply: {
    method: "POST",
    path: "/api/v1/quick-replies",
    summary: "Write a quick reply",
    body: quickReplyWish,
    answer: quickReplyJson,
  },
  updateQuickReply: {
    method: "PUT",
    path: "/api/v1/quick-replies/:id",
    summary: "Change a quick reply",
    params: byId,
    body: quickReplyWish,
    answer: quickReplyJson,
  },
  removeQuickReply: {
    method: "DELETE",
    path: "/api/v1/quick-replies/:id",
    summary: "Remove a quick reply; what was sent stays",
    params: byId,
    answer: done,
  },
  listMacros: {
    method: "GET",
    path: "/api/v1/macros",
    summary: "The macros that one sees",
    answer: z.object({ items: z.array(macroJson) }),
  },
  createMacro: {
    method: "POST",
    path: "/api/v1/macros",
    summary: "Put steps together that are done at once",
    body: macroWish,
    answer: macroJson,
  },
  updateMacro: {
    method: "PUT",
    path: "/api/v1/macros/:id",
    summary: "Change a macro",
    params: byId,
    body: macroWish,
    answer: macroJson,
  },
  removeMacro: {
    method: "DELETE",
    path: "/api/v1/macros/:id",
    summary: "Remove a macro",
    params: byId,
    answer: done,
  },
  runMacro: {
    method: "POST",
    path: "/api/v1/macros/:id/run",
    summary: "Do all steps in one conversation, or none. The same clientIds never send twice",
    params: byId,
    body: z.object({ conversationId: id, clientIds: z.array(id).max(10) }),
    answer: z.object({
      messageIds: z.array(z.string()),
      /** The change that can be taken back with undoBulkChange. */
      undo: z.string().nullable(),
    }),
  },
  startBulkChange: {
    method: "POST",
    path: "/api/v1/bulk-changes",
    summary: "Change the work on many conversations: those named, or all of a view or filter",
    body: z.object({
      change: workChangeJson,
      ids: z.array(id).min(1).max(1000).exactOptional(),
      view: id.exactOptional(),
      filter: filterJson.exactOptional(),
    }),
    answer: bulkChangeJson,
  },
  getBulkChange: {
    method: "GET",
    path: "/api/v1/bulk-changes/:id",
    summary: "How far a change to many conversations is",
    params: byId,
    answer: bulkChangeJson,
  },
  undoBulkChange: {
    method: "POST",
    path: "/api/v1/bulk-changes/:id/undo",
    summary: "Take a change back where nothing of it has been changed since",
    params: byId,
    answer: bulkChangeJson,
  },
} as const satisfies Record<string, Route>;
