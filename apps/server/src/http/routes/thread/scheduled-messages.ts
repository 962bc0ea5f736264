import { idOf } from "@galka/core/kernel/ids";
import {
  cancelScheduled,
  changeScheduled,
  listScheduled,
  scheduleMessage,
} from "../../../operations/scheduled/schedule-message.ts";
import { handle } from "../../handle.ts";
import { presentScheduled } from "../../present/scheduled-message.ts";

export const scheduledRoutes = {
  scheduleMessage: handle("scheduleMessage", async ({ app, member, params, body }) => {
    const scheduled = await scheduleMessage(app, member, {
      conversationId: idOf(params.id),
      clientId: body.clientId,
      draft: body.draft,
      sendAt: new Date(body.sendAt),
      ...(body.replyTo ? { replyTo: idOf<"message">(body.replyTo) } : {}),
    });
    return "refused" in scheduled ? scheduled : presentScheduled(scheduled);
  }),
  listScheduled: handle("listScheduled", async ({ app, member, query }) => {
    const { conversationId } = query;
    const found = await listScheduled(app, member, conversationId ? idOf(conversationId) : null);
    return "refused" in found ? found : { items: found.items.map(presentScheduled) };
  }),
  updateScheduled: handle("updateScheduled", ({ app, member, params, body }) =>
    changeScheduled(app, member, idOf(params.id), {
      ...(body.draft && { draft: body.draft }),
      ...(body.sendAt && { sendAt: new Date(body.sendAt) }),
    }),
  ),
  cancelScheduled: handle("cancelScheduled", ({ app, member, params }) =>
    cancelScheduled(app, member, idOf(params.id)),
  ),
};
