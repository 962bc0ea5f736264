import { idOf } from "@galka/core/kernel/ids";
import {
  readBulkChange,
  startBulkChange,
  undoBulkChange,
} from "../../../operations/bulk/bulk-change.ts";
import {
  listOwnMacros,
  removeMacro,
  runMacro,
  saveOwnMacro,
} from "../../../operations/library/macros.ts";
import { listReplies, removeReply, saveReply } from "../../../operations/library/quick-replies.ts";
import { handle } from "../../handle.ts";
import { presentBulkChange, presentMacro, presentQuickReply } from "../../present/library.ts";

export const libraryRoutes = {
  listQuickReplies: handle("listQuickReplies", async ({ app, member }) => {
    const replies = await listReplies(app, member);
    return "refused" in replies ? replies : { items: replies.map(presentQuickReply) };
  }),

  createQuickReply: handle("createQuickReply", async ({ app, member, body }) => {
    const saved = await saveReply(app, member, null, body);
    return "refused" in saved ? saved : presentQuickReply(saved);
  }),

  updateQuickReply: handle("updateQuickReply", async ({ app, member, params, body }) => {
    const saved = await saveReply(app, member, params.id, body);
    return "refused" in saved ? saved : presentQuickReply(saved);
  }),

  removeQuickReply: handle("removeQuickReply", ({ app, member, params }) =>
    removeReply(app, member, params.id),
  ),

  listMacros: handle("listMacros", async ({ app, member }) => {
    const macros = await listOwnMacros(app, member);
    return "refused" in macros ? macros : { items: macros.map(presentMacro) };
  }),

  createMacro: handle("createMacro", async ({ app, member, body }) => {
    const saved = await saveOwnMacro(app, member, null, body);
    return "refused" in saved ? saved : presentMacro(saved);
  }),

  updateMacro: handle("updateMacro", async ({ app, member, params, body }) => {
    const saved = await saveOwnMacro(app, member, params.id, body);
    return "refused" in saved ? saved : presentMacro(saved);
  }),

  removeMacro: handle("removeMacro", ({ app, member, params }) =>
    removeMacro(app, member, params.id),
  ),

  runMacro: handle("runMacro", async ({ app, member, params, body }) => {
    const ran = await runMacro(app, member, {
      macroId: params.id,
      conversationId: idOf(body.conversationId),
      clientIds: body.clientIds,
    });
    return "refused" in ran ? ran : { ...ran, messageIds: [...ran.messageIds] };
  }),

  startBulkChange: handle("startBulkChange", async ({ app, member, body }) => {
    const bulk = await startBulkChange(app, member, body);
    return "refused" in bulk ? bulk : presentBulkChange(bulk);
  }),

  getBulkChange: handle("getBulkChange", async ({ app, member, params }) => {
    const bulk = await readBulkChange(app, member, params.id);
    return "refused" in bulk ? bulk : presentBulkChange(bulk);
  }),

  undoBulkChange: handle("undoBulkChange", async ({ app, member, params }) => {
    const bulk = await undoBulkChange(app, member, params.id);
    return "refused" in bulk ? bulk : presentBulkChange(bulk);
  }),
};
