import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { RoleHeld } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { insertMember } from "@galka/postgres/stores/members";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import type { FastifyInstance } from "fastify";
import type { App } from "../../app.ts";
import { aesSealer } from "../../secrets/aes-sealer.ts";
import { parseKeyRing } from "../../secrets/key-ring.ts";
import { uuidIds } from "../../ids.ts";
import { localWake } from "../../local-wake.ts";
import type { Letter, Mail } from "../../mail/mail.ts";
import { type Realtime, startRealtime } from "../../realtime/realtime.ts";
import { rememberAttempts } from "../../sign-in/attempts.ts";
import { betterAuthSignIn } from "../../sign-in/better-auth-sign-in.ts";
import type { SignIn } from "../../sign-in/sign-in.ts";
import { pinoLog } from "../../telemetry/pino-log.ts";
import { prometheusMetrics } from "../../telemetry/prometheus-metrics.ts";
import { fakeMeta } from "../../testing/fake-meta.ts";
import { buildHttp } from "../build-http.ts";
import type { HttpSettings } from "../desk.ts";
import { fakeAccounts } from "./fake-accounts.ts";
import { fakePush } from "../../push/testing/fake-push.ts";
import { fakeProfiles } from "./fake-profiles.ts";
import { memoryFiles } from "./memory-files.ts";

export const PASSWORD = "correct horse 1";

/** Somebody of a workspace of their own, signed in. */
export type Somebody = {
  readonly workspaceId: WorkspaceId;
  readonly memberId: string;
  readonly email: string;
  readonly cookie: string;
};

export type World = AsyncDisposable & {
  readonly app: App;
  readonly server: FastifyInstance;
  readonly signIn: SignIn;
  readonly realtime: Realtime;
  readonly accounts: ReturnType<typeof fakeAccounts>;
  /** Everything that was logged. */
  readonly logged: string[];
  /** Every letter that was sent. */
  readonly letters: Letter[];
  /** The owner of a new workspace, or another member of one that is there; with their cookie. */
  somebody(name?: string, place?: Place): Promise<Somebody>;
};

/** Where somebody is a member, and as what. */
export type Place = { readonly workspaceId: WorkspaceId; readonly held: RoleHeld };

export type WorldOptions = {
  readonly settings?: Partial<HttpSettings>;
  readonly now?: () => Date;
};

/** A whole HTTP side over a database of its own, without a port. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const fresh = await freshDatabase();
  const logged: string[] = [];
  const now = options.now ?? (() => new Date());
  const clock = { now };
  const metrics = prometheusMetrics();
  const ids = uuidIds();
  const meta = fakeMeta(ids);
  const app: App = {
    db: fresh.db,
    clock,
    ids,
    wake: localWake(),
    files: memoryFiles(),
    sealer: aesSealer(parseKeyRing(Buffer.alloc(32, 7).toString("base64"))),
    gateways: () => meta,
    log: pinoLog("debug", { write: (line) => void logged.push(line) }),
    metrics,
  };
  const settings: HttpSettings = {
    publicUrl: "https://galka.test",
    trustProxy: false,
    version: "0.1.0-test",
    graphUrl: "https://graph.facebook.com",
    graphVersion: "v26.0",
    phonesUrl: "http://localhost:4001/",
    pageDirectory: join(import.meta.dirname, "page"),
    metricsToken: null,
    ...options.settings,
  };
  const accounts = fakeAccounts();
  const signIn = betterAuthSignIn(app.db, {
    publicUrl: settings.publicUrl,
    secret: "fake-secret-for-tests-of-at-least-32-characters",
    secureCookies: false,
  });
  const realtime = startRealtime(app, {
    version: settings.version,
    webhookUrl: accounts.webhookUrl,
    pollMs: 50,
    sessionCheckMs: 50,
  });
  const attempts = rememberAttempts(clock);
  const letters: Letter[] = [];
  const mail: Mail = {
    async send(letter) {
      letters.push(letter);
      return "sent";
    },
  };
  const profiles = fakeProfiles();
  const push = fakePush();
  const desk = { app, signIn, attempts, realtime, mail, accounts, profiles, push, settings };
  const health = { problems: async () => [], metrics: () => metrics.read() };
  const server = await buildHttp({ desk, health, webhooks: null });
  await server.ready();
  return {
    app,
    server,
    signIn,
    realtime,
    accounts,
    logged,
    letters,
    somebody: makeSomebody,
    async [Symbol.asyncDispose]() {
      await realtime[Symbol.asyncDispose]();
      await server.close();
      await fresh[Symbol.asyncDispose]();
    },
  };

  async function makeSomebody(name = "Ana", place?: Place): Promise<Somebody> {
    const workspaceId = place?.workspaceId ?? (await fresh.workspace(`${name}'s`));
    const held: RoleHeld = place?.held ?? { role: "owner" };
    const email = `${randomUUID()}@example.org`;
    const userId = await signIn.ensureAccount({ email, name, password: PASSWORD });
    const memberId = app.ids.next<"member">();
    await inWorkspace(app.db, workspaceId, (tx) =>
      insertMember(tx, { workspaceId, id: memberId, userId, name, ...held }, now()),
    );
    const signedIn = await signIn.withPassword(email, PASSWORD, new Headers());
    const cookie = (signedIn?.cookies ?? []).map((it) => it.split(";")[0]).join("; ");
    return { workspaceId, memberId, email, cookie };
  }
}
