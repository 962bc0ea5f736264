import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { type Database, inWorkspace } from "@galka/postgres/database";
import type { ChatImport, ImportChoices } from "@galka/postgres/stores/chat-imports";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import type { App } from "../../../app.ts";
import { diskFiles } from "../../../files/disk-files.ts";
import { uuidIds } from "../../../ids.ts";
import { localWake } from "../../../local-wake.ts";
import { aesSealer } from "../../../secrets/aes-sealer.ts";
import { parseKeyRing } from "../../../secrets/key-ring.ts";
import { silentLog } from "../../../testing/silent-log.ts";
import { readImport } from "../read-imports.ts";
import { receiveExport } from "../receive-export.ts";
import { type RunEnd, runChatImport } from "../run-chat-import.ts";
import { startImport } from "../start-import.ts";

/** One team with one channel, and what a test does with imports. */
export type ImportWorld = AsyncDisposable & {
  readonly app: App;
  readonly url: string;
  /** Where the files are. */
  readonly directory: string;
  readonly member: Member;
  readonly channelId: string;
  /** Somebody of another workspace. */
  stranger(): Promise<Member>;
  choices(changes?: Partial<ImportChoices>): ImportChoices;
  /** Uploads a file that is understood. */
  upload(name: string, bytes: Buffer | string): Promise<ChatImport>;
  start(chatImport: ChatImport, changes?: Partial<ImportChoices>): Promise<ChatImport>;
  /** Uploads, starts and carries out. */
  imported(bytes: Buffer | string, changes?: Partial<ImportChoices>): Promise<ChatImport>;
  run(chatImport: ChatImport, signal?: AbortSignal): Promise<RunEnd>;
  load(chatImport: ChatImport): Promise<ChatImport>;
  messages(): Promise<StoredMessage[]>;
};

export type StoredMessage = Awaited<ReturnType<typeof loadMessages>>[number];

export async function importWorld(): Promise<ImportWorld> {
  const fresh = await freshDatabase();
  const directory = await mkdtemp(join(tmpdir(), "galka-imports-"));
  const app = makeApp(fresh.db, directory);
  const member = memberOf(app, await fresh.workspace());
  const channelId = await insertChannel(app, member.workspaceId);
  const world: ImportWorld = {
    app,
    url: fresh.url,
    directory,
    member,
    channelId,
    stranger: async () => memberOf(app, await fresh.workspace("Elsewhere")),
    choices: (changes = {}) => ({
      channelId,
      ownSender: "Salon",
      contactName: "Ana",
      contactPhone: null,
      timeZone: "Europe/Berlin",
      dateOrder: "day-month",
      ...changes,
    }),
    upload: async (name, bytes) =>
      accepted(await receiveExport(app, member, { name, bytes: pieces(Buffer.from(bytes)) })),
    start: async (chatImport, changes) =>
      accepted(await startImport(app, member, chatImport.id, world.choices(changes))),
    async imported(bytes, changes) {
      const started = await world.start(await world.upload("chat.txt", bytes), changes);
      await world.run(started);
      return world.load(started);
    },
    run: ({ id }, signal) =>
      runChatImport(app, { workspaceId: member.workspaceId, importId: id }, signal),
    load: async ({ id }) => accepted(await readImport(app, member, id)),
    messages: () => loadMessages(app.db, member.workspaceId),
    async [Symbol.asyncDispose]() {
      await fresh[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return world;
}

/** An app over this database and these files; a second one stands for a second process. */
export function makeApp(db: Database, directory: string): App {
  return {
    db,
    clock: { now: () => new Date("2026-03-01T12:00:00Z") },
    ids: uuidIds(),
    wake: localWake(),
    files: diskFiles(directory),
    sealer: aesSealer(parseKeyRing(Buffer.alloc(32, 7).toString("base64"))),
    gateways: () => {
      throw new Error("Nothing here sends.");
    },
    log: silentLog,
    metrics: { count() {}, time() {} },
  };
}

function memberOf(app: App, workspaceId: WorkspaceId): Member {
  const id = app.ids.next<"member">();
  return { workspaceId, id, name: "Mia", email: "mia@example.org", role: "owner" };
}

async function insertChannel(app: App, workspaceId: WorkspaceId): Promise<string> {
  const id = app.ids.next<"channel">();
  await inWorkspace(app.db, workspaceId, (tx) =>
    tx
      .insertInto("channels")
      .values({
        workspace_id: workspaceId,
        id,
        kind: "whatsapp",
        name: "Salon",
        status: "connected",
        base_url: "http://localhost",
        api_version: "v25.0",
        waba_id: "1",
        phone_number_id: "2",
        display_phone: "+49 30 901820",
        verified_name: "Salon",
        secrets: Buffer.alloc(0),
        created_at: app.clock.now(),
      })
      .execute(),
  );
  return id;
}

function loadMessages(db: Database, workspaceId: WorkspaceId) {
  return inWorkspace(db, workspaceId, (tx) =>
    tx.selectFrom("messages").selectAll().orderBy("at").orderBy("id").execute(),
  );
}

/** The result, or an error when it is a refusal. */
export function accepted<T extends object>(result: T): Exclude<T, { readonly refused: string }> {
  if ("refused" in result) throw new Error(JSON.stringify(result));
  // What has no `refused` is no refusal.
  return result as Exclude<T, { readonly refused: string }>;
}

/** Bytes as they come from a network: in pieces that end anywhere. */
export async function* pieces(bytes: Buffer, size = 7_001): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
