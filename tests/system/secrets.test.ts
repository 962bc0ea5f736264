import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { signBody } from "@galka/cloud-api";
import { idOf } from "@galka/core/kernel/ids";
import { DEMO } from "@galka/emulator";
import { inWorkspace } from "@galka/postgres/database";
import { findSealedSecrets } from "@galka/postgres/stores/channel-connections";
import { type FreshDatabase, freshDatabase } from "@galka/postgres/testing/fresh-database";
import { pathsIn } from "@galka/server/config";
import { aesSealer } from "@galka/server/secrets/aes-sealer";
import { openChannelSecrets } from "@galka/server/secrets/channel-secrets";
import { loadKeyFile } from "@galka/server/secrets/key-ring";
import { type RecordedCalls, recordedCalls } from "../support/recorded-calls.ts";
import { OWNER, type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

const WRONG_PASSWORD = "not-the-password-of-anybody-17";
const REFUSED_TOKEN = "EAAfakeTokenThatIsRefused00000000000001";
const OTHER_APP_SECRET = "fake-app-secret-of-another-number-02";
const PIN = "907351";
const THEIR_WORDS = "My safe opens with forty-two, do not tell";
const OUR_WORDS = "Your parcel lies behind the third oak";
const LOST_WORDS = "This sentence is never answered";
const THEIR_PHONE = "491550007788";

/** A life in a few seconds: everything that handles a secret, well and badly, with the log wide open. */
describe("secrets and what people say", () => {
  let database: FreshDatabase;
  let galka: SignedInGalka;
  let calls: RecordedCalls;
  let token: string;
  let ownChannelId: string;
  let pages: string[];
  let secrets: Readonly<Record<string, string>>;

  before(async () => {
    database = await freshDatabase();
    galka = await signedInGalka({
      keepPages: true,
      environment: { GALKA_LOG: "debug", DATABASE_URL: database.url },
    });
    calls = recordedCalls(galka.url, galka.cookie);
    token = (await galka.emulator.addToken({})).token;
    ownChannelId = await connectAnother();
    await talk();
    await fail();
    await readEverything();
    secrets = await secretsNow();
    await breakDown();
  });
  after(() => galka[Symbol.asyncDispose]());

  it("are in no line of the log", () => {
    const log = galka.output();
    for (const said of ["was parked", "could not be stored", "A request failed"]) {
      assert.ok(log.includes(said), said);
    }
    assert.deepEqual(found(log, { ...secrets, ...PRIVATE }), []);
  });

  it("are in no answer of the API, as far as they are secrets", () => {
    assert.ok(calls.answers.length > 25);
    assert.deepEqual(found(calls.answers.join("\n"), secrets), []);
    // What is no secret is there: the search would have found the others.
    assert.equal(found(calls.answers.join("\n"), { "what a person wrote": THEIR_WORDS }).length, 1);
  });

  it("are in nothing that is shown without signing in", () => {
    assert.deepEqual(found(pages.join("\n"), { ...secrets, ...PRIVATE }), []);
  });

  async function connectAnother(): Promise<string> {
    const { id } = await galka.emulator.addNumber({
      phone: "+1 555 010 0177",
      verifiedName: "Another",
      wabaId: galka.number.wabaId,
    });
    const baseUrl = galka.emulatorUrl.replace("localhost", "127.0.0.1");
    const values = { appSecret: OTHER_APP_SECRET, wabaId: DEMO.wabaId, phoneNumberId: id, baseUrl };
    const { refused, api } = calls;
    await refused("probeNumbers", { body: { ...values, accessToken: REFUSED_TOKEN } });
    await refused("connectChannel", { body: { ...values, accessToken: REFUSED_TOKEN } });
    await api("probeNumbers", { body: { ...values, accessToken: token } });
    const channel = await api("connectChannel", { body: { ...values, accessToken: token } });
    const params = { id: channel.id };
    await refused("updateChannel", { params, body: { accessToken: REFUSED_TOKEN } });
    await api("updateChannel", { params, body: { accessToken: token } });
    await api("examineChannel", { params });
    await api("repairChannel", { params, body: { repair: "set-callback" } });
    await refused("repairChannel", { params, body: { repair: "register", pin: PIN } });
    return channel.id;
  }

  async function talk(): Promise<void> {
    const { id } = await galka.emulator.addPerson({ name: "Vera", phone: `+${THEIR_PHONE}` });
    await galka.emulator.write(id, galka.number.phoneNumberId, {
      kind: "text",
      body: THEIR_WORDS,
    });
    const conversation = await until("the words are there", async () => {
      const { items } = await calls.api("listConversations", { query: { limit: 100 } });
      return items.find((it) => JSON.stringify(it.lastMessage).includes(THEIR_WORDS));
    });
    await send(conversation.id, OUR_WORDS);
    await until("our words arrived", async () => {
      const { items } = await calls.api("listMessages", { params: { id: conversation.id } });
      return items[0]?.status === "delivered" || items[0]?.status === "read";
    });
    // An answer that repeats what was asked, and says nothing of what became of it.
    await galka.emulator.addFault({
      on: "request",
      match: { path: "/messages" },
      when: { kind: "next", count: 1 },
      action: { kind: "http", status: 502, body: LOST_WORDS },
    });
    await send(conversation.id, LOST_WORDS);
    await until("nobody knows what became of it", async () => {
      const { items } = await calls.api("listMessages", { params: { id: conversation.id } });
      return items.some(({ status }) => status === "unknown" || status === "failed");
    });
  }

  function send(id: string, text: string) {
    const draft = { kind: "text", text } as const;
    return calls.api("sendMessage", { params: { id }, body: { clientId: randomUUID(), draft } });
  }

  async function fail(): Promise<void> {
    await calls.refused("signIn", { body: { email: OWNER.email, password: WRONG_PASSWORD } });
    await calls.api("signIn", { body: OWNER });
    const poison = JSON.stringify(poisonOf(galka));
    const post = (body: string, secret: string) =>
      fetch(galka.webhookUrl, {
        method: "POST",
        headers: { "x-hub-signature-256": signBody(Buffer.from(body), secret) },
        body,
      });
    assert.equal((await post(poison, "fake-wrong-secret")).status, 401);
    assert.equal((await post(poison, galka.number.secret)).status, 200);
    assert.equal((await post(`{"said":"${THEIR_WORDS}`, galka.number.secret)).status, 200);
    await until("what is not understood is parked", async () => {
      const { items } = await calls.api("listParked", {});
      return items.some(({ reason }) => reason === "not-json");
    });
    // Cut off in the middle of the password.
    await fetch(`${galka.url}/api/v1/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: galka.url },
      body: `{"email": "${OWNER.email}", "password": "${OWNER.password}`,
    });
  }

  async function readEverything(): Promise<void> {
    const { api } = calls;
    await api("getMe", {});
    await api("getSnapshot", {});
    await api("listContacts", {});
    await api("listImports", {});
    await api("listUnknownSends", {});
    await api("search", { query: { q: "safe" } });
    for (const id of [galka.channelId, ownChannelId]) {
      await api("examineChannel", { params: { id } });
      await api("syncTemplates", { params: { id } });
      await api("listReceipts", { params: { id } });
    }
    await api("listChannels", {});
    const open = ["/", "/api/openapi.json", "/api/docs", "/healthz", "/readyz", "/metrics"];
    pages = await Promise.all(
      open.map(async (path) => (await fetch(`${galka.url}${path}`)).text()),
    );
  }

  /** The database goes away under a busy server. */
  async function breakDown(): Promise<void> {
    await database[Symbol.asyncDispose]();
    const body = JSON.stringify({ said: THEIR_WORDS });
    const headers = { "x-hub-signature-256": signBody(Buffer.from(body), galka.number.secret) };
    await until("a webhook cannot be stored", async () => {
      const answer = await fetch(galka.webhookUrl, { method: "POST", headers, body });
      return answer.status === 503;
    });
    await assert.rejects(calls.api("search", { query: { q: THEIR_WORDS } }));
    await assert.rejects(calls.api("signIn", { body: OWNER }));
  }

  async function secretsNow(): Promise<Record<string, string>> {
    return {
      "the demo's access token": DEMO.accessToken,
      "the demo's app secret": DEMO.appSecret,
      "the other number's access token": token,
      "the other number's app secret": OTHER_APP_SECRET,
      "a token that was refused": REFUSED_TOKEN,
      "the demo's verify token": await verifyTokenOf(galka.channelId),
      "the other number's verify token": await verifyTokenOf(ownChannelId),
      "the owner's password": OWNER.password,
      "a wrong password": WRONG_PASSWORD,
      "the PIN": PIN,
      "the session": decodeURIComponent(galka.cookie.split("=")[1] ?? "").split(".")[0] ?? "",
    };
  }

  async function verifyTokenOf(channelId: string): Promise<string> {
    const { workspace } = await galka.api("getMe", {});
    const workspaceId = idOf<"workspace">(workspace.id);
    const id = idOf<"channel">(channelId);
    const sealed = await inWorkspace(database.db, workspaceId, (tx) =>
      findSealedSecrets(tx, workspaceId, id),
    );
    assert.ok(sealed);
    const sealer = aesSealer(loadKeyFile(pathsIn(galka.data).secretKey));
    return openChannelSecrets(sealer, id, sealed).verifyToken;
  }
});

/** Not secret to the team, and nothing for a log. */
const PRIVATE = {
  "what a person wrote": THEIR_WORDS,
  "what the team wrote": OUR_WORDS,
  "what was lost": LOST_WORDS,
  "a person's number": THEIR_PHONE,
  "part of a person's number": THEIR_PHONE.slice(2),
};

function found(text: string, wanted: Readonly<Record<string, string>>): string[] {
  return Object.entries(wanted)
    .filter(([, value]) => {
      assert.ok(value.length >= 6);
      return text.includes(value);
    })
    .map(([name, value]) => `${name}: ${lineWith(text, value)}`);
}

function lineWith(text: string, value: string): string {
  return (text.split("\n").find((line) => line.includes(value)) ?? "").slice(0, 400);
}

/** A message whose id no index can hold: it is parked with what PostgreSQL said of it. */
function poisonOf({ number }: SignedInGalka): object {
  const id = Array.from({ length: 900 }, (_, n) => (n * n * 7919 + 13).toString(36)).join("");
  const said = { from: THEIR_PHONE, id, timestamp: "1795341600", type: "text" };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: DEMO.phone, phone_number_id: number.phoneNumberId },
    contacts: [{ profile: { name: "Vera" }, wa_id: THEIR_PHONE }],
    messages: [{ ...said, text: { body: THEIR_WORDS } }],
  };
  const changes = [{ field: "messages", value }];
  return { object: "whatsapp_business_account", entry: [{ id: number.wabaId, changes }] };
}
