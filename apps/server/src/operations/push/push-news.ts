import { createHash } from "node:crypto";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { previewOf } from "@galka/core/messages/preview";
import { may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { listMembers } from "@galka/postgres/stores/members";
import {
  type PushSubscription,
  deleteSubscriptions,
  listSubscriptions,
  listWorkspacesToPush,
  lockPushCursor,
  movePushCursor,
} from "@galka/postgres/stores/push";
import {
  type ConversationView,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import { listEventsSince } from "@galka/postgres/stores/views/event-list";
import { type MessageView, loadMessageViews } from "@galka/postgres/stores/views/message-list";
import type { App } from "../../app.ts";
import type { PushKeys, PushNote, PushService } from "../../push/push-service.ts";
import { loadPushKeys } from "./push-keys.ts";

const EVENTS_AT_ONCE = 400;
/** What lay longer than this (an outage, an import) is no news. */
const NEWS_MS = 10 * 60 * 1000;

type News = { readonly conversation: ConversationView; readonly message: MessageView };
type Told = { readonly news: readonly News[]; readonly subscriptions: readonly PushSubscription[] };

/**
 * Tells the browsers of members what came in since the last time.
 *
 * The place is moved before anything is pushed, so that a crash loses a
 * notification and never repeats one: the message itself waits in the inbox.
 * Of several processes one is at a workspace at a time.
 */
export async function pushNews(app: App, service: PushService): Promise<void> {
  const workspaces = await listWorkspacesToPush(app.db);
  if (workspaces.length === 0) return;
  const keys = await loadPushKeys(app, service);
  for (const workspaceId of workspaces) await pushOne(app, service, keys, workspaceId);
}

async function pushOne(
  app: App,
  service: PushService,
  keys: PushKeys,
  workspaceId: WorkspaceId,
): Promise<void> {
  const told = await readNews(app, workspaceId);
  const calls = told.news.flatMap((news) =>
    told.subscriptions
      .filter((it) => isFor(it, news.conversation))
      .map(async (target) => {
        const pushed = await service.push(keys, target, noteOf(news));
        app.metrics.count("pushes", { outcome: pushed });
        return pushed === "gone" ? [target.endpoint] : [];
      }),
  );
  const gone = (await Promise.all(calls)).flat();
  if (gone.length === 0) return;
  await inWorkspace(app.db, workspaceId, (tx) => deleteSubscriptions(tx, workspaceId, gone));
}

function readNews(app: App, workspaceId: WorkspaceId): Promise<Told> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const nothing: Told = { news: [], subscriptions: [] };
    const since = await lockPushCursor(tx, workspaceId);
    if (since === null) return nothing;
    const events = await listEventsSince(tx, workspaceId, since, EVENTS_AT_ONCE);
    const last = events.at(-1);
    if (!last) return nothing;

    await movePushCursor(tx, workspaceId, last.seq);
    const added = events.filter((event) => event.kind === "message-added");
    const messageIds = added.flatMap((event) => event.messageId ?? []);
    const messages = await loadMessageViews(tx, workspaceId, messageIds);
    const fresh = messages
      .filter((message) => isNews(app.clock.now(), message))
      .toSorted((one, other) => messageIds.indexOf(one.id) - messageIds.indexOf(other.id));
    if (fresh.length === 0) return nothing;
    const conversationIds = [...new Set(fresh.map((message) => message.conversationId))];
    const conversations = await loadConversationViews(tx, workspaceId, conversationIds);
    return {
      news: conversations.flatMap((conversation) => newsOf(conversation, fresh)),
      subscriptions: await listReaders(tx, workspaceId),
    };
  });
}

/** The browsers of those who may read it. */
async function listReaders(tx: Tx, workspaceId: WorkspaceId): Promise<PushSubscription[]> {
  const members = await listMembers(tx, workspaceId);
  const readers = new Set<string>(
    members.filter((it) => may(it, "conversations.read")).map((it) => it.id),
  );
  const subscriptions = await listSubscriptions(tx, workspaceId);
  return subscriptions.filter(({ memberId }) => readers.has(memberId));
}

function isNews(now: Date, message: MessageView): boolean {
  const { direction, source, at, content } = message;
  // A rating asks nobody for anything.
  const asks = direction === "in" && source === "live" && content.kind !== "rating";
  return asks && now.getTime() - at.getTime() < NEWS_MS;
}

/** One note for a conversation, whatever was written meanwhile: the last of `messages`. */
function newsOf(conversation: ConversationView, messages: readonly MessageView[]): News[] {
  const message = messages.findLast((it) => it.conversationId === conversation.id);
  return message ? [{ conversation, message }] : [];
}

/** Whoever is responsible hears of it; while nobody is, everybody does. */
function isFor({ memberId }: PushSubscription, { assigneeId }: ConversationView): boolean {
  return assigneeId === null || assigneeId === memberId;
}

function noteOf({ conversation, message }: News): PushNote {
  const { contact, id } = conversation;
  const { kind, text } = previewOf(message.content);
  const identity = contact.identities[0]?.value ?? null;
  const title = contact.name ?? contact.profileName ?? identity;
  const topic = createHash("sha256").update(id).digest("base64url").slice(0, 32);
  return { topic, payload: JSON.stringify({ conversationId: id, title, kind, text }) };
}
