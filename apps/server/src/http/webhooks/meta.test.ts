import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "node:test";
import { signBody } from "@galka/cloud-api";
import { inWorkspace } from "@galka/postgres/database";
import Fastify, { type FastifyInstance } from "fastify";
import { sql } from "kysely";
import { sealChannelSecrets } from "../../secrets/channel-secrets.ts";
import { says } from "../../testing/meta-bodies.ts";
import { APP_SECRET, type TestApp, VERIFY_TOKEN, startTestApp } from "../../testing/test-app.ts";
import { threadLines } from "../../testing/thread-lines.ts";
import { webhookRoutes } from "./meta.ts";

const BODY = Buffer.from(
  JSON.stringify(says("1", "¿Tienen turnos?")).replace("¿", "\\u00bf").replaceAll("/", "\\/"),
);
const GOOD = signBody(BODY, APP_SECRET);

describe("the handshake", () => {
  it("answers the challenge to whoever knows the channel's verify token, and nobody else", async () => {
    await using site = await startSite();
    const ask = (token: string, path = site.path) =>
      site.server.inject({
        url: `${path}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
      });
    const known = await ask(VERIFY_TOKEN);
    assert.deepEqual([known.statusCode, known.body], [200, "1158201444"]);
    assert.equal((await ask("guessed")).statusCode, 403);
    assert.equal((await ask("")).statusCode, 403);
    const elsewhere = "/webhooks/whatsapp/00000000-0000-7000-8000-000000000000";
    assert.equal((await ask(VERIFY_TOKEN, elsewhere)).statusCode, 403);
  });
});

describe("a delivery", () => {
  it("is on disk when it is answered, and applied from there", async () => {
    await using site = await startSite();
    assert.equal(await site.post(BODY, GOOD), 200);
    assert.equal(await site.stored(), 1);
    await site.test.applyAll();
    assert.equal((await threadLines(site.test))[0]?.said, "¿Tienen turnos?");
  });

  refused("with a wrong signature", signBody(BODY, "another secret"));
  refused("without a signature", undefined);
  refused("signed in upper case", `sha256=${GOOD.slice(7).toUpperCase()}`);
  refused("signed with the old algorithm's name", GOOD.replace("sha256", "sha1"));
  refused("with a signature that is too short", GOOD.slice(0, -2));
  refused("signed with an empty secret", signBodyWithNothing());

  it("is refused when it was parsed and written again on the way", async () => {
    await using site = await startSite();
    const again = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
    assert.equal(await site.post(again, GOOD), 401);
    assert.equal(await site.stored(), 0);
  });

  it("is refused above four megabytes", async () => {
    await using site = await startSite();
    const large = Buffer.alloc(4 * 1024 * 1024 + 1, " ");
    assert.equal(await site.post(large, signBody(large, APP_SECRET)), 413);
  });

  it("is checked with the secret of this moment, right after it was changed", async () => {
    await using site = await startSite();
    assert.equal(await site.post(BODY, GOOD), 200);
    await site.changeSecret("fake-fresh-secret");
    site.passMs(1_000);
    assert.equal(await site.post(BODY, signBody(BODY, "fake-fresh-secret")), 200);
    assert.equal(await site.post(BODY, GOOD), 401);
  });

  it("is asked for again when the channel has no secret", async () => {
    await using site = await startSite();
    await site.changeSecret("");
    assert.equal(await site.post(BODY, GOOD), 503);
    assert.equal(await site.stored(), 0);
  });

  it("is asked for again when it cannot be stored", async () => {
    await using site = await startSite();
    assert.equal(await site.post(BODY, GOOD), 200);
    await site.test.app.db.destroy();
    assert.equal(await site.post(BODY, GOOD), 503);
  });

  it("of many at once is each answered for itself and stored once", async () => {
    await using site = await startSite();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => {
        const body = Buffer.from(JSON.stringify(says(`${n}`, `text ${n}`)));
        return site.post(body, n % 10 === 0 ? "sha256=bad" : signBody(body, APP_SECRET));
      }),
    );
    assert.equal(answers.filter((it) => it === 200).length, 180);
    assert.equal(answers.filter((it) => it === 401).length, 20);
    assert.equal(await site.stored(), 180);
  });

  it("to an address of nobody is not found", async () => {
    await using site = await startSite();
    const url = "/webhooks/whatsapp/not-a-channel";
    const answer = await site.server.inject({ method: "POST", url, payload: BODY });
    assert.equal(answer.statusCode, 404);
  });

  function refused(how: string, signature: string | undefined) {
    it(`is refused ${how}, and nothing is stored`, async () => {
      await using site = await startSite();
      assert.equal(await site.post(BODY, signature), 401);
      assert.equal(await site.stored(), 0);
    });
  }
});

type Site = AsyncDisposable & {
  readonly test: TestApp;
  readonly server: FastifyInstance;
  readonly path: string;
  post(body: Buffer, signature: string | undefined): Promise<number>;
  stored(): Promise<number>;
  changeSecret(appSecret: string): Promise<void>;
  passMs(ms: number): void;
};

async function startSite(): Promise<Site> {
  const test = await startTestApp();
  const server = Fastify();
  let nowMs = 0;
  await server.register(webhookRoutes(test.app, () => nowMs));
  const path = `/webhooks/whatsapp/${test.channelId}`;
  return {
    test,
    server,
    path,
    async post(payload, signature) {
      const headers = {
        "content-type": "application/json",
        ...(signature !== undefined && { "x-hub-signature-256": signature }),
      };
      const answer = await server.inject({ method: "POST", url: path, headers, payload });
      return answer.statusCode;
    },
    async stored() {
      const { rows } = await sql<{ n: number }>`select count(*) as n from webhook_log`.execute(
        test.app.db,
      );
      return rows[0]?.n ?? 0;
    },
    async changeSecret(appSecret) {
      const { app, channelId, workspaceId } = test;
      const secrets = { accessToken: "fake-token", appSecret, verifyToken: VERIFY_TOKEN };
      const sealed = Buffer.from(sealChannelSecrets(app.sealer, channelId, secrets));
      await inWorkspace(app.db, workspaceId, (tx) =>
        sql`update channels set secrets = ${sealed}`.execute(tx),
      );
    },
    passMs: (ms) => void (nowMs += ms),
    async [Symbol.asyncDispose]() {
      await server.close();
      await test[Symbol.asyncDispose]();
    },
  };
}

/** What anyone can compute who guesses that the secret was never set. */
function signBodyWithNothing(): string {
  return `sha256=${createHmac("sha256", "").update(BODY).digest("hex")}`;
}
