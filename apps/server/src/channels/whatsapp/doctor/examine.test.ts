import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, it } from "node:test";
import type { CheckJson, CheckName, CheckWords } from "@galka/contract/json/connection";
import { DEMO, type Emulator, startEmulator } from "@galka/emulator";
import { openEgress } from "../../../egress/egress.ts";
import type { ChannelAccounts } from "../../accounts.ts";
import type { ChannelAccess } from "../../gateway.ts";
import { whatsAppAccounts } from "../whatsapp-accounts.ts";
import { WANTED_FIELDS } from "./webhook-checks.ts";

const VERIFY_TOKEN = "fake-verify-token";
/** Of the second channel: each has its own. */
const SECOND_WORD = "another-fake-verify-token";

describe("the connection doctor", () => {
  it("finds nothing wrong with a number that was connected as it has to be", async () => {
    await using clinic = await openClinic();
    await clinic.subscribe();
    const checks = await clinic.examine();
    const others = checks.filter((it) => it.verdict !== "good").map((it) => it.words);
    // Nobody has written yet.
    assert.deepEqual(others, ["never-heard"]);
  });

  says("token", "bad", "token-refused", "a token that Meta does not know", (it) => {
    it.access = { ...it.access, accessToken: "EAAnobody" };
  });
  says(
    "permissions",
    "skipped",
    "not-examined",
    "nothing but the token, while that is bad",
    (it) => {
      it.access = { ...it.access, accessToken: "EAAnobody" };
    },
  );
  says("token", "warning", "token-expires-soon", "a token of two days", async (it) => {
    const { token } = await it.meta.control.addToken({
      scopes: ["whatsapp_business_messaging", "whatsapp_business_management"],
      expiresInMs: 2 * 24 * 60 * 60 * 1000,
    });
    it.access = { ...it.access, accessToken: token };
  });
  says("token", "bad", "meta-unreachable", "that Meta does not answer", (it) => {
    it.access = { ...it.access, baseUrl: "https://127.0.0.1:1" };
  });
  says("permissions", "bad", "permissions-missing", "a token that may not send", async (it) => {
    const { token } = await it.meta.control.addToken({ scopes: ["whatsapp_business_management"] });
    it.access = { ...it.access, accessToken: token };
  });
  says("account", "bad", "account-unreachable", "an account that does not exist", (it) => {
    it.access = { ...it.access, wabaId: "999" };
  });
  says("account", "warning", "account-in-review", "an account in review", (it) =>
    it.meta.control.changeWaba(DEMO.wabaId, { accountReviewStatus: "PENDING" }),
  );
  says("account", "bad", "account-rejected", "a rejected account", (it) =>
    it.meta.control.changeWaba(DEMO.wabaId, { accountReviewStatus: "REJECTED" }),
  );
  says("number", "bad", "number-unreachable", "a number that does not exist", (it) => {
    it.access = { ...it.access, phoneNumberId: "999" };
  });
  says("registration", "skipped", "not-examined", "nothing of a number that is not there", (it) => {
    it.access = { ...it.access, phoneNumberId: "999" };
  });
  says("number", "bad", "number-of-another-account", "a number of another account", async (it) => {
    const waba = await it.meta.control.addWaba({ name: "Another shop" });
    it.access = { ...it.access, wabaId: waba.id };
  });
  says("registration", "bad", "number-not-registered", "a number that is not registered", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { status: "PENDING" }),
  );
  says("registration", "bad", "number-blocked", "a banned number", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { status: "BANNED" }),
  );
  says(
    "webhook-reachable",
    "bad",
    "webhook-answers-wrongly",
    "an address that knows another word",
    (it) => {
      it.verifyToken = "another word";
    },
  );
  says("webhook-reachable", "bad", "webhook-unreachable", "an address where nobody is", (it) => {
    it.webhookUrl = "http://127.0.0.1:1/webhooks/whatsapp/one";
  });
  says(
    "webhook-subscribed",
    "bad",
    "subscription-missing",
    "an account that no app listens to",
    (it) => it.meta.control.changeWaba(DEMO.wabaId, { subscribed: false }),
  );
  says(
    "webhook-subscribed",
    "bad",
    "subscription-elsewhere",
    "webhooks that go to somebody else",
    async (it) => {
      await it.subscribe();
      it.webhookUrl = `${it.webhookUrl}-moved`;
    },
  );
  says("webhook-fields", "unknown", "fields-unseen", "an app that is not known", (it) => {
    it.access = { ...it.access, appId: null };
  });
  says("webhook-fields", "bad", "fields-missing", "an app that was never subscribed", () => {});
  says("display-name", "warning", "name-in-review", "a name in review", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { nameStatus: "PENDING_REVIEW" }),
  );
  says("display-name", "bad", "name-declined", "a declined name", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { nameStatus: "DECLINED" }),
  );
  says("display-name", "unknown", "name-unseen", "a number without a name", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { nameStatus: "NONE" }),
  );
  says("quality", "warning", "quality-yellow", "a quality that falls", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { qualityRating: "YELLOW" }),
  );
  says("quality", "bad", "quality-red", "a quality that has fallen", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { qualityRating: "RED" }),
  );
  says("quality", "unknown", "quality-unseen", "a number that is too young for a quality", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { qualityRating: "UNKNOWN" }),
  );
  says("tier", "warning", "tier-known", "the lowest tier", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { messagingLimit: "TIER_250" }),
  );
  says("tier", "good", "tier-unlimited", "a number without a limit", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { messagingLimit: "TIER_UNLIMITED" }),
  );
  says("tier", "unknown", "tier-unseen", "a number without a tier", (it) =>
    it.meta.control.changeNumber(DEMO.phoneNumberId, { messagingLimit: "UNTIERED" }),
  );
  says("payment", "bad", "payment-missing", "an account that nobody pays for", (it) =>
    it.meta.control.changeWaba(DEMO.wabaId, { paymentMethod: false }),
  );
  says("receiving", "good", "heard-recently", "a number that was heard of", (it) => {
    it.lastHeardAt = new Date(Date.now() - 60_000);
  });
  says("receiving", "warning", "heard-long-ago", "a number that fell silent", (it) => {
    it.lastHeardAt = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
  });

  it("mends a subscription that is missing, and one that goes elsewhere", async () => {
    await using clinic = await openClinic();
    await clinic.meta.control.changeWaba(DEMO.wabaId, { subscribed: false });
    assert.equal(clinic.of(await clinic.examine(), "webhook-subscribed").repair, "subscribe");
    await clinic.subscribe();
    assert.equal(clinic.of(await clinic.examine(), "webhook-subscribed").verdict, "good");
  });

  it("connects a second number through an app that delivers to the first", async () => {
    await using clinic = await openClinic();
    await clinic.subscribe();
    const { id } = await clinic.meta.control.addNumber({
      phone: "+1 555 010 0199",
      verifiedName: "Second shop",
      wabaId: DEMO.wabaId,
    });
    clinic.access = { ...clinic.access, phoneNumberId: id };
    clinic.webhookUrl = clinic.accounts.webhookUrl("two");
    clinic.verifyToken = SECOND_WORD;
    await clinic.subscribe();
    assert.equal(clinic.of(await clinic.examine(), "webhook-subscribed").verdict, "good");
    assert.equal(clinic.of(await clinic.examine(), "webhook-fields").verdict, "good");
  });

  it("misses what people set in WhatsApp itself, and hears of it once that is mended", async () => {
    await using clinic = await openClinic();
    await clinic.subscribe();
    const others = WANTED_FIELDS.filter((it) => it !== "user_preferences");
    await subscribeApp(clinic, clinic.webhookUrl, others);
    const found = clinic.of(await clinic.examine(), "webhook-fields");
    assert.deepEqual([found.verdict, found.repair], ["warning", "subscribe"]);
    assert.equal(found.facts["missing"], "user_preferences");
    await clinic.subscribe();
    assert.equal(clinic.of(await clinic.examine(), "webhook-fields").verdict, "good");
  });

  it("leaves a stranger's address at the app, and says what has to be done by hand", async () => {
    await using clinic = await openClinic();
    await using stranger = await startReceiver();
    // Somebody else's program listens to the app, and only to messages.
    await subscribeApp(clinic, `${stranger.url}/elsewhere`, ["messages"]);
    await clinic.subscribe();
    const fields = clinic.of(await clinic.examine(), "webhook-fields");
    assert.deepEqual([fields.words, fields.repair], ["fields-missing", null]);
    assert.equal(clinic.of(await clinic.examine(), "webhook-subscribed").verdict, "good");
  });

  it("registers a number that is not", async () => {
    await using clinic = await openClinic();
    const number = await clinic.meta.control.addNumber({
      phone: "+1 555 010 0199",
      verifiedName: "Second shop",
      wabaId: DEMO.wabaId,
      connected: false,
    });
    await clinic.meta.control.changeNumber(number.id, { codeVerificationStatus: "VERIFIED" });
    clinic.access = { ...clinic.access, phoneNumberId: number.id };
    assert.equal(clinic.of(await clinic.examine(), "registration").repair, "register");
    assert.equal(await clinic.accounts.register(clinic.access, "123456"), null);
    assert.equal(clinic.of(await clinic.examine(), "registration").verdict, "good");
  });

  it("says nothing secret, whatever it finds", async () => {
    await using clinic = await openClinic();
    await clinic.subscribe();
    const said = JSON.stringify(await clinic.examine());
    for (const secret of [DEMO.accessToken, DEMO.appSecret, VERIFY_TOKEN]) {
      assert.equal(said.includes(secret), false);
    }
  });

  function says(
    name: CheckName,
    verdict: CheckJson["verdict"],
    words: CheckWords,
    ...[fact, make]: [string, (clinic: Clinic) => unknown]
  ) {
    it(`${name}: ${words} for ${fact}`, async () => {
      await using clinic = await openClinic();
      await make(clinic);
      const found = clinic.of(await clinic.examine(), name);
      assert.deepEqual([found.verdict, found.words], [verdict, words], JSON.stringify(found));
    });
  }
});

type Clinic = Awaited<ReturnType<typeof openClinic>>;

/** A Meta, a receiver that answers its question, and a doctor. */
async function openClinic() {
  const meta: Emulator = await startEmulator({});
  const receiver = await startReceiver();
  const egress = openEgress({
    trustedOrigins: [meta.url, receiver.url, "https://127.0.0.1:1", "http://127.0.0.1:1"],
  });
  const accounts: ChannelAccounts = whatsAppAccounts({
    fetch: egress.fetch,
    publicUrl: receiver.url,
    now: () => new Date(),
  });
  const access: ChannelAccess = {
    channelId: "one",
    baseUrl: meta.url,
    apiVersion: "v26.0",
    appId: DEMO.appId,
    wabaId: DEMO.wabaId,
    phoneNumberId: DEMO.phoneNumberId,
    accessToken: DEMO.accessToken,
    appSecret: DEMO.appSecret,
  };
  const clinic = {
    meta,
    accounts,
    access,
    verifyToken: VERIFY_TOKEN,
    webhookUrl: accounts.webhookUrl("one"),
    lastHeardAt: null as Date | null,
    webhook: () => ({ url: clinic.webhookUrl, verifyToken: clinic.verifyToken }),
    async subscribe() {
      assert.equal(await accounts.subscribe(clinic.access, clinic.webhook()), null);
    },
    examine: () =>
      accounts.examine({
        access: clinic.access,
        webhook: clinic.webhook(),
        lastHeardAt: clinic.lastHeardAt,
      }),
    of(checks: readonly CheckJson[], name: CheckName): CheckJson {
      const found = checks.find((it) => it.name === name);
      assert.ok(found, `${name} was not examined`);
      return found;
    },
    async [Symbol.asyncDispose]() {
      await egress[Symbol.asyncDispose]();
      await meta[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    },
  };
  return clinic;
}

/** What the app hears of is set by hand, at Meta's. */
async function subscribeApp(
  { meta }: Clinic,
  callbackUrl: string,
  fields: readonly string[],
): Promise<void> {
  const answer = await fetch(`${meta.url}/v26.0/${DEMO.appId}/subscriptions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${DEMO.appId}|${DEMO.appSecret}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      object: "whatsapp_business_account",
      callback_url: callbackUrl,
      verify_token: VERIFY_TOKEN,
      fields,
    }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

/** Answers Meta's question as http/webhooks does. */
async function startReceiver() {
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://receiver");
    const word = pathname.endsWith("/two") ? SECOND_WORD : VERIFY_TOKEN;
    const isOurs = query.get("hub.verify_token") === word;
    response.writeHead(isOurs ? 200 : 403).end(isOurs ? query.get("hub.challenge") : "no");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address);
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
