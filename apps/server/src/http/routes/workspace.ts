import { takeSnapshot } from "../../operations/workspace/take-snapshot.ts";
import { searchWorkspace } from "../../operations/search/search-workspace.ts";
import { presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
import { presentChannel, presentMember } from "../present/channel.ts";
import { presentConversation } from "../present/conversation.ts";
import { presentFound } from "../present/found.ts";

const FIRST_CONVERSATIONS = 50;
const USUAL_FINDS = 20;

export const workspaceRoutes = {
  getSnapshot: handle("getSnapshot", async ({ app, desk, member }) => {
    const snapshot = await takeSnapshot(app, member, FIRST_CONVERSATIONS);
    return {
      seq: snapshot.seq,
      members: snapshot.members.map(presentMember),
      channels: snapshot.channels.map((it) => presentChannel(it, desk.accounts.webhookUrl(it.id))),
      conversations: snapshot.conversations.items.map(presentConversation),
      nextConversations: presentTimeCursor(snapshot.conversations.next),
      unreadConversations: snapshot.unreadConversations,
    };
  }),

  search: handle("search", async ({ app, member, query }) => {
    const found = await searchWorkspace(app, member, query.q, query.limit ?? USUAL_FINDS);
    return "refused" in found ? found : presentFound(found);
  }),
};
