import type { EventJson } from "@galka/contract/events";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { App } from "../app.ts";
import { presentActivity } from "../http/present/activity.ts";
import { presentChannel, presentMember } from "../http/present/channel.ts";
import { presentChatImport } from "../http/present/chat-import.ts";
import { presentContact, presentConversation } from "../http/present/conversation.ts";
import { presentMessage } from "../http/present/message.ts";
import { readEvents } from "../operations/events/read-events.ts";
import { hydrate } from "./hydrate.ts";

/** Reads the events after `since` and makes of them what clients get. */
export async function tellEvents(
  app: App,
  workspaceId: WorkspaceId,
  since: number,
  webhookUrl: (channelId: string) => string,
): Promise<EventJson[]> {
  const batch = await readEvents(app, workspaceId, since);
  return hydrate(batch.records, {
    messages: byId(batch.messages, presentMessage),
    conversations: byId(batch.conversations, presentConversation),
    contacts: byId(batch.contacts, presentContact),
    channels: byId(batch.channels, (it) => presentChannel(it, webhookUrl(it.id))),
    members: byId(batch.members, presentMember),
    imports: byId(batch.imports, presentChatImport),
    activities: byId(batch.activities, presentActivity),
  });
}

function byId<View extends { readonly id: string }, Json>(
  views: readonly View[],
  present: (view: View) => Json,
): ReadonlyMap<string, Json> {
  return new Map(views.map((view) => [view.id, present(view)]));
}
