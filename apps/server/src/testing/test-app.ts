import { type ChannelId, type MemberId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { claimNumber, saveConnection } from "@galka/postgres/stores/channel-connections";
import { appendWebhooks } from "@galka/postgres/stores/receiving/webhook-log";
import { type FreshDatabase, freshDatabase } from "@galka/postgres/testing/fresh-database";
import { seedMember } from "@galka/postgres/testing/seed";
import type { App } from "../app.ts";
import { memoryFiles } from "../http/testing/memory-files.ts";
import { uuidIds } from "../ids.ts";
import { localWake } from "../local-wake.ts";
import { applyWebhooks, prepareToApply } from "../operations/webhooks/apply-webhooks.ts";
import { aesSealer } from "../secrets/aes-sealer.ts";
import { sealChannelSecrets } from "../secrets/channel-secrets.ts";
import { parseKeyRing } from "../secrets/key-ring.ts";
import { type FakeClock, fakeClock } from "./fake-clock.ts";
import { type FakeMeta, fakeMeta } from "./fake-meta.ts";
import { silentLog } from "./silent-log.ts";

export const APP_SECRET = "fake-app-secret";
export const VERIFY_TOKEN = "fake-verify-token";

/** An app over a database of its own, with one number connected and Meta played by a fake. */
export type TestApp = AsyncDisposable & {
  readonly app: App;
  readonly clock: FakeClock;
  readonly meta: FakeMeta;
  readonly database: FreshDatabase;
  readonly workspaceId: WorkspaceId;
  readonly channelId: ChannelId;
  readonly member: Member;
  /** Connects one more number, of the same workspace unless another is named. */
  connect(phoneNumberId: string, wabaId?: string, workspaceId?: WorkspaceId): Promise<ChannelId>;
  /** Stores bodies as if Meta had sent them to the first number, and applies them. */
  receive(...bodies: readonly unknown[]): Promise<void>;
  applyAll(): Promise<void>;
};

export const PHONE_NUMBER_ID = "106540352242922";
export const WABA_ID = "102290129340398";

export async function startTestApp(
  parts: Partial<Pick<App, "files" | "log">> = {},
): Promise<TestApp> {
  const database = await freshDatabase();
  const clock = fakeClock();
  const ids = uuidIds();
  const meta = fakeMeta(ids);
  const app: App = {
    db: database.db,
    clock,
    ids,
    wake: localWake(),
    files: memoryFiles(),
    sealer: aesSealer(parseKeyRing(Buffer.alloc(32, 7).toString("base64"))),
    gateways: () => meta,
    log: silentLog,
    metrics: { count() {}, time() {} },
    ...parts,
  };
  const workspaceId = await database.workspace();
  const member: Member = {
    workspaceId,
    id: idOf<"member">(ids.next<"member">()) satisfies MemberId,
    name: "Ana",
    email: "ana@example.org",
    role: "owner",
  };
  await seedMember(app.db, workspaceId, member);
  const connect: TestApp["connect"] = (phoneNumberId, wabaId = WABA_ID, into = workspaceId) =>
    connectNumber(app, { phoneNumberId, wabaId, workspaceId: into });
  const channelId = await connect(PHONE_NUMBER_ID);
  await prepareToApply(app);
  const applyAll = async () => {
    while ((await applyWebhooks(app)).webhooks !== 0) continue;
  };

  return {
    app,
    clock,
    meta,
    database,
    workspaceId,
    channelId,
    member,
    connect,
    applyAll,
    async receive(...bodies) {
      const raw = bodies.map((body) => ({ hint: channelId, body: bytesOf(body) }));
      await appendWebhooks(app.db, raw);
      await applyAll();
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

function bytesOf(body: unknown): Uint8Array {
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

type Number = {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly workspaceId: WorkspaceId;
};

async function connectNumber(app: App, { phoneNumberId, wabaId, workspaceId }: Number) {
  const id = app.ids.next<"channel">();
  const secrets = { accessToken: "fake-token", appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN };
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const connection = {
      id,
      name: "Salon",
      baseUrl: "https://graph.example",
      apiVersion: "v24.0",
      appId: null,
      wabaId,
      phoneNumberId,
      displayPhone: "+1 555 078 3881",
      verifiedName: "Salon",
      facts: {},
      throughputPerSecond: 80,
      secrets: sealChannelSecrets(app.sealer, id, secrets),
    };
    await saveConnection(tx, workspaceId, connection, app.clock.now());
    await claimNumber(tx, workspaceId, connection);
  });
  return id;
}
