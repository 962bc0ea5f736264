import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChannelId,
  type ConversationId,
  type WorkspaceId,
  idOf,
} from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { type Database, type Tx, inWorkspace } from "@galka/postgres/database";
import { beatReception } from "@galka/postgres/stores/receiving/reception";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import { seedMember, seedWorkspace } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import type { App } from "../../../app.ts";
import { memoryFiles } from "../../../http/testing/memory-files.ts";
import { uuidIds } from "../../../ids.ts";
import { localWake } from "../../../local-wake.ts";
import type { DraftWish } from "../../../operations/messages/find-draft.ts";
import { sendMessage } from "../../../operations/messages/send-message.ts";
import { aesSealer } from "../../../secrets/aes-sealer.ts";
import { sealChannelSecrets } from "../../../secrets/channel-secrets.ts";
import { parseKeyRing } from "../../../secrets/key-ring.ts";
import { silentLog } from "../../../testing/silent-log.ts";
import { type Sender, type SenderOptions, startSender } from "../sender.ts";
import type { SenderSettings } from "../settings.ts";
import { type FakeGateway, fakeGateway } from "./fake-gateway.ts";

/** A team with one number and one contact whose window is open, and a channel that remembers. */
export type SendingWorld = AsyncDisposable & {
  readonly app: App;
  readonly url: string;
  readonly gateway: FakeGateway;
  readonly member: Member;
  readonly workspaceId: WorkspaceId;
  readonly channelId: ChannelId;
  readonly conversationId: ConversationId;
  readonly messageId: string;
  /** Moves the business's clock. */
  advance(ms: number): void;
  /** Has the receiver live through so many beats of its heart; `gap` says what came before the first. */
  beat(times: number, gap?: "silence" | "clock"): Promise<void>;
  /** Another conversation on the same number. */
  conversation(): Promise<ConversationId>;
  /** Has a member send a text; answers the message's id. */
  say(text: string, to?: ConversationId): Promise<string>;
  draft(draft: DraftWish): Promise<string>;
  /** Another sender, as in another process; the world ends it. */
  start(settings?: Partial<SenderSettings>, options?: SenderOptions): Sender;
  in<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  message(id: string): Promise<{ status: string; wamid: string | null; failure: unknown }>;
  sends(): Promise<SendRow[]>;
  until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void>;
};

export type SendRow = {
  readonly id: string;
  readonly message_id: string | null;
  readonly state: string;
  readonly attempt_id: string | null;
  readonly attempt_count: number;
  readonly wamid: string | null;
  readonly payload: unknown;
  readonly kind: string;
};

/** Short times, so that nothing is waited for longer than it has to be. */
const QUICK: Partial<SenderSettings> = {
  leaseMs: 800,
  renewMs: 200,
  marginMs: 50,
  handOverMs: 20,
  pollMs: 25,
  judgeMs: 40,
  patienceMs: 1_000,
};

export async function sendingWorld(): Promise<SendingWorld> {
  const fresh = await freshDatabase();
  const gateway = fakeGateway();
  const senders: Sender[] = [];
  let nowMs = Date.parse("2026-11-22T12:30:00Z");
  const app = makeApp(fresh.db, gateway, () => new Date(nowMs));
  const workspaceId = await fresh.workspace();
  const seeded = await seedWorkspace(fresh.db, workspaceId);
  const channelId = idOf<"channel">(seeded.channelId);
  const member: Member = {
    workspaceId,
    id: app.ids.next<"member">(),
    name: "Mia",
    email: "mia@example.org",
    role: "owner",
  };
  await seedMember(fresh.db, workspaceId, member);
  const secrets = { accessToken: "fake-token", appSecret: "fake-secret", verifyToken: "fake" };
  const sealed = sealChannelSecrets(app.sealer, channelId, secrets);
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(fresh.db, workspaceId, work);
  await run((tx) =>
    tx
      .updateTable("channels")
      .set({ secrets: Buffer.from(sealed) })
      .execute(),
  );
  const world: SendingWorld = {
    app,
    url: fresh.url,
    gateway,
    member,
    workspaceId,
    channelId,
    conversationId: idOf(seeded.conversationId),
    messageId: seeded.messageId,
    advance: (ms) => void (nowMs += ms),
    beat: (times, gap) => beat(fresh.db, times, gap),
    conversation: () => addConversation(world, new Date(nowMs)),
    say: (text, to) => ask(world, { kind: "text", text }, to),
    draft: (draft) => ask(world, draft),
    start(settings, options) {
      const own = makeApp(fresh.db, gateway, () => new Date(nowMs));
      const shared = { ...own, wake: app.wake, files: app.files };
      const sender = startSender(shared, { ...options, settings: { ...QUICK, ...settings } });
      senders.push(sender);
      return sender;
    },
    in: run,
    message: (id) =>
      run((tx) =>
        tx
          .selectFrom("messages")
          .select(["status", "wamid", "failure"])
          .where("id", "=", id)
          .executeTakeFirstOrThrow(),
      ),
    sends: () => run((tx) => tx.selectFrom("sends").selectAll().orderBy("id").execute()),
    until,
    async [Symbol.asyncDispose]() {
      await Promise.all(senders.map((it) => it[Symbol.asyncDispose]()));
      await fresh[Symbol.asyncDispose]();
    },
  };
  return world;
}

/** An app over this database; a second one stands for a second process. */
export function makeApp(db: Database, gateway: FakeGateway, now: () => Date): App {
  return {
    db,
    clock: { now },
    ids: uuidIds(),
    wake: localWake(),
    files: memoryFiles(),
    sealer: aesSealer(parseKeyRing(Buffer.alloc(32, 7).toString("base64"))),
    gateways: () => gateway,
    log: silentLog,
    metrics: { count() {}, time() {} },
  };
}

async function ask(
  world: SendingWorld,
  draft: DraftWish,
  conversationId = world.conversationId,
): Promise<string> {
  const wish = { conversationId, clientId: randomUUID(), draft };
  const sent = await sendMessage(world.app, world.member, wish);
  if ("refused" in sent) throw new Error(JSON.stringify(sent));
  return sent.messageId;
}

async function beat(db: Database, times: number, gap?: "silence" | "clock"): Promise<void> {
  for (let n = 0; n < times; n++) {
    // A second pulse within a beat's time counts only when something was amiss: so the time is moved.
    await sql`update reception set beat_at = clock_timestamp() - interval '5 seconds'`.execute(db);
    const isFirst = n === 0;
    await beatReception(db, {
      isInterrupted: isFirst && gap === "silence",
      isClockMoved: isFirst && gap === "clock",
    });
  }
}

async function addConversation(world: SendingWorld, at: Date): Promise<ConversationId> {
  const { workspaceId, channelId, app } = world;
  const id = app.ids.next<"conversation">();
  const contactId = app.ids.next<"contact">();
  const value = `4917${Math.floor(Math.random() * 1e9)}`;
  await world.in(async (tx) => {
    const own = { workspace_id: workspaceId, created_at: at };
    await tx
      .insertInto("contacts")
      .values({ ...own, id: contactId, updated_at: at })
      .execute();
    await tx
      .insertInto("contact_identities")
      .values({
        ...own,
        id: app.ids.next<"identity">(),
        contact_id: contactId,
        kind: "phone",
        value,
      })
      .execute();
    await tx
      .insertInto("conversations")
      .values({
        ...own,
        id,
        channel_id: channelId,
        contact_id: contactId,
        status: "open",
        last_inbound_at: at,
        last_message_at: at,
      })
      .execute();
  });
  return id;
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It did not come to be that ${what}.`);
    await sleep(5);
  }
}
