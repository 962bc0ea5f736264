import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type ChannelView, listChannelViews } from "@galka/postgres/stores/views/channel-list";
import { type ChatImport, loadChatImports } from "@galka/postgres/stores/chat-imports";
import { type ContactView, loadContactViews } from "@galka/postgres/stores/views/contact-list";
import {
  type ConversationView,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import {
  type EventRecord,
  forgetEvents,
  listEventsSince,
  listResumable,
  loadLastSeq,
} from "@galka/postgres/stores/views/event-list";
import { type ActivityView, loadActivities } from "@galka/postgres/stores/thread/activities";
import { type MemberView, listMembers } from "@galka/postgres/stores/members";
import { type MessageView, loadMessageViews } from "@galka/postgres/stores/views/message-list";
import { noteSeen } from "@galka/postgres/stores/work/desks";
import type { App } from "../../app.ts";

/** How many events are told at once. */
export const BATCH = 400;

/** A piece of the log with everything that it names, as it is now. */
export type EventBatch = {
  readonly records: readonly EventRecord[];
  readonly messages: readonly MessageView[];
  readonly conversations: readonly ConversationView[];
  readonly contacts: readonly ContactView[];
  readonly channels: readonly ChannelView[];
  readonly members: readonly MemberView[];
  readonly imports: readonly ChatImport[];
  readonly activities: readonly ActivityView[];
};

/** The events after `since`, at most BATCH of them. One query for each kind of thing they name. */
export function readEvents(app: App, workspaceId: WorkspaceId, since: number): Promise<EventBatch> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const records = await listEventsSince(tx, workspaceId, since, BATCH);
    return { records, ...(await loadNamed(tx, workspaceId, records)) };
  });
}

async function loadNamed(
  tx: Tx,
  workspaceId: WorkspaceId,
  records: readonly EventRecord[],
): Promise<Omit<EventBatch, "records">> {
  const ids = (part: "messageId" | "conversationId" | "contactId") => [
    ...new Set(records.flatMap((record) => record[part] ?? [])),
  ];
  const has = (kind: string) => records.some((record) => record.kind === kind);
  const importIds = records.flatMap((it) => (it.kind === "import-changed" && it.otherId) || []);
  const activityIds = records.flatMap((it) => (it.kind === "activity-added" && it.otherId) || []);
  return {
    messages: await loadMessageViews(tx, workspaceId, ids("messageId")),
    conversations: await loadConversationViews(tx, workspaceId, ids("conversationId")),
    contacts: await loadContactViews(tx, workspaceId, ids("contactId")),
    channels: has("channel-changed") ? await listChannelViews(tx, workspaceId) : [],
    members: has("member-changed") ? await listMembers(tx, workspaceId) : [],
    imports: await loadChatImports(tx, workspaceId, [...new Set(importIds)]),
    activities: await loadActivities(tx, workspaceId, activityIds),
  };
}

/** Where the log ends at this moment. */
export function readLastSeq(app: App, workspaceId: WorkspaceId): Promise<number> {
  return inWorkspace(app.db, workspaceId, (tx) => loadLastSeq(tx, workspaceId));
}

/** Where the log ends, and which of these a client can go on from that has applied everything up to there. */
export type LogEnds = { readonly last: number; readonly resumable: ReadonlySet<number> };

export type Arrivals = {
  readonly memberIds: readonly string[];
  /** The seqs up to which clients have applied everything. */
  readonly asked: readonly number[];
};

/** Notes that these members are here, and answers what their clients must know to go on. */
export function receiveArrivals(
  app: App,
  workspaceId: WorkspaceId,
  { memberIds, asked }: Arrivals,
): Promise<LogEnds> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    await noteSeen(tx, workspaceId, memberIds, app.clock.now());
    return {
      last: await loadLastSeq(tx, workspaceId),
      resumable: new Set(await listResumable(tx, workspaceId, asked)),
    };
  });
}

const KEPT_EVENTS = 100_000;
const KEPT_DAYS = 7;

/** Forgets what nobody will ask for; a client that is further behind starts from a snapshot. */
export function forgetOldEvents(app: App, workspaceId: WorkspaceId): Promise<number> {
  const olderThan = new Date(app.clock.now().getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  return inWorkspace(app.db, workspaceId, (tx) =>
    forgetEvents(tx, workspaceId, { count: KEPT_EVENTS, olderThan }),
  );
}
