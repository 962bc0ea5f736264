import { idOf } from "@galka/core/kernel/ids";
import { blockContact } from "../../../operations/contacts/block-contact.ts";
import { readContactHistory } from "../../../operations/contacts/read-history.ts";
import { transferConversation } from "../../../operations/conversations/transfer-conversation.ts";
import { readDraft, saveDraft } from "../../../operations/thread/keep-draft.ts";
import { listPinned, pinMessage } from "../../../operations/thread/pin-message.ts";
import {
  changeThreadSettings,
  readThreadSettings,
} from "../../../operations/thread/thread-settings.ts";
import { parseTimeCursor, presentTimeCursor } from "../../cursor.ts";
import { handle } from "../../handle.ts";
import { presentMessage } from "../../present/message.ts";

const USUAL_LIMIT = 50;

export const threadRoutes = {
  pinMessage: handle("pinMessage", ({ app, member, params, body }) =>
    pinMessage(app, member, idOf(params.id), body.pinned),
  ),
  listPinned: handle("listPinned", async ({ app, member, params }) => {
    const found = await listPinned(app, member, idOf(params.id));
    return "refused" in found ? found : { items: found.items.map(presentMessage) };
  }),
  getDraft: handle("getDraft", async ({ app, member, params }) => {
    const found = await readDraft(app, member, idOf(params.id));
    if ("refused" in found) return found;
    const { draft } = found;
    return { text: draft?.text ?? "", updatedAt: draft?.updatedAt.toISOString() ?? null };
  }),
  saveDraft: handle("saveDraft", ({ app, member, params, body }) =>
    saveDraft(app, member, idOf(params.id), body.text),
  ),
  blockContact: handle("blockContact", ({ app, member, params, body }) =>
    blockContact(app, member, idOf(params.id), body.blocked),
  ),
  transferConversation: handle("transferConversation", ({ app, member, params, body }) =>
    transferConversation(app, member, {
      conversationId: idOf(params.id),
      channelId: idOf(body.channelId),
      clientId: body.clientId,
      ...(body.draft && { draft: body.draft }),
    }),
  ),
  listContactMessages: handle("listContactMessages", async ({ app, member, params, query }) => {
    const page = await readContactHistory(app, member, {
      contactId: idOf(params.id),
      limit: query.limit ?? USUAL_LIMIT,
      ...(query.cursor ? { before: parseTimeCursor(query.cursor) } : {}),
    });
    if ("refused" in page) return page;
    return {
      seq: page.seq,
      items: page.items.map(presentMessage),
      next: presentTimeCursor(page.next),
    };
  }),
  getThreadSettings: handle("getThreadSettings", ({ app, member }) =>
    readThreadSettings(app, member),
  ),
  updateThreadSettings: handle("updateThreadSettings", ({ app, member, body }) =>
    changeThreadSettings(app, member, body),
  ),
};
