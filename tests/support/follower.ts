import type { ServerMessage } from "@galka/contract/events";
import { idOf } from "@galka/core/kernel/ids";
import { presentActivity } from "../../apps/server/src/http/present/activity.ts";
import { presentChannel, presentMember } from "../../apps/server/src/http/present/channel.ts";
import { presentConversation } from "../../apps/server/src/http/present/conversation.ts";
import { presentMessage } from "../../apps/server/src/http/present/message.ts";
import { readThread } from "../../apps/server/src/operations/messages/read-thread.ts";
import { takeSnapshot } from "../../apps/server/src/operations/workspace/take-snapshot.ts";
import type { Connection } from "../../apps/server/src/realtime/connection.ts";
import { startRealtime } from "../../apps/server/src/realtime/realtime.ts";
import type { TestApp } from "../../apps/server/src/testing/test-app.ts";
import { applyEvents } from "../../apps/web/src/sync/apply-event.ts";
import { mergeMessages } from "../../apps/web/src/sync/merge-page.ts";
import { type WorkspaceState, startFrom } from "../../apps/web/src/sync/workspace-state.ts";
import { until } from "./until.ts";

/** A client without a browser: it fetched once, and follows what it is told from then on. */
export type Follower = AsyncDisposable & {
  /** What it holds once it is as new as `seq`. */
  caughtUp(seq: number): Promise<WorkspaceState>;
};

const webhookUrl = (id: string) => `https://galka.test/webhooks/${id}`;
const MOST = 200;
/** The session is made up: nobody asks whether it stands. */
const OPTIONS = { version: "test", webhookUrl, pollMs: 50, sessionCheckMs: 2_000_000_000 };

export async function follow(test: TestApp): Promise<Follower> {
  let state = await freshState(test);
  const problems: string[] = [];
  const realtime = startRealtime(test.app, OPTIONS);
  const connection: Connection = {
    member: test.member,
    sessionId: test.app.ids.next(),
    waitingBytes: () => 0,
    close: (reason) => void (reason === "stopping" || problems.push(`closed: ${reason}`)),
    send(message: ServerMessage) {
      if (message.type === "resync") problems.push("sent back to the snapshot");
      if (message.type !== "events") return;
      const told = applyEvents(state, message.events);
      if (told.missing) problems.push(`a hole after ${told.state.seq}`);
      state = told.state;
    },
  };
  await realtime.hear(connection, { type: "hello", since: state.seq });
  return {
    async caughtUp(seq) {
      await until("the client is as new as the server", () => {
        if (problems.length > 0) throw new Error(problems.join("; "));
        return state.seq >= seq;
      });
      return withFetched(test, state);
    },
    [Symbol.asyncDispose]: () => realtime[Symbol.asyncDispose](),
  };
}

/** What somebody sees who opens the workspace and every conversation in it at this moment. */
export async function freshState(test: TestApp): Promise<WorkspaceState> {
  const snapshot = await takeSnapshot(test.app, test.member, MOST);
  const state = startFrom({
    seq: snapshot.seq,
    members: snapshot.members.map(presentMember),
    channels: snapshot.channels.map((it) => presentChannel(it, webhookUrl(it.id))),
    conversations: snapshot.conversations.items.map(presentConversation),
    nextConversations: null,
    unreadConversations: snapshot.unreadConversations,
  });
  let whole = state;
  for (const id of state.conversations.keys()) whole = await withThread(test, whole, id);
  return whole;
}

/** A conversation that was filled or begun anew is fetched when it is opened. */
async function withFetched(test: TestApp, state: WorkspaceState): Promise<WorkspaceState> {
  let whole = state;
  for (const id of state.conversations.keys()) {
    const thread = whole.threads.get(id);
    if (!thread || thread.stale) whole = await withThread(test, whole, id);
  }
  return whole;
}

async function withThread(test: TestApp, state: WorkspaceState, id: string) {
  const start = { kind: "newest" } as const;
  const piece = await readThread(test.app, test.member, {
    conversationId: idOf(id),
    limit: MOST,
    start,
  });
  if ("refused" in piece) throw new Error(`${id} cannot be read: ${piece.refused}`);
  const page = {
    seq: piece.seq,
    items: piece.items.map(presentMessage),
    next: null,
    newer: null,
    activity: piece.activity.map(presentActivity),
  };
  return mergeMessages(state, id, page, "instead") ?? state;
}

/** What a member sees of the state; how it was fetched is left out. */
export function shownOf(state: WorkspaceState) {
  return {
    seq: state.seq,
    members: state.members,
    channels: state.channels,
    conversations: state.conversations,
    unreadConversations: state.unreadConversations,
    threads: new Map(
      [...state.conversations.keys()].map((id) => {
        const thread = state.threads.get(id);
        return [id, { messages: thread?.messages, activity: thread?.activity }];
      }),
    ),
  };
}
