import assert from "node:assert/strict";
import { createServer as createTcpServer } from "node:net";
import { describe, it } from "node:test";
import { CloudApiError } from "../errors/cloud-api-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import type { OutboundMessage } from "../wire/send-message.ts";
import { cloudApi } from "./cloud-api.ts";
import type { CloudApiOptions } from "./options.ts";
import { fakeGraph } from "./testing/fake-graph.ts";
import type { Answer } from "./testing/fake-graph.ts";

const HELLO: OutboundMessage = { to: "15550100101", type: "text", text: { body: "Hello" } };
const ACCEPTED = {
  json: {
    messaging_product: "whatsapp",
    contacts: [{ input: "+1 555 010 0101", wa_id: "15550100101" }],
    messages: [{ id: "wamid.1", message_status: "accepted" }],
  },
};

describe("messages.send", () => {
  it("gives the id, the person and the state Meta answered with", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    assert.deepEqual(await graph.api().messages.send("2", HELLO), {
      id: "wamid.1",
      waId: "15550100101",
      userId: null,
      groupId: null,
      status: "accepted",
    });
  });

  it("sends the message as it was given, with the product", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    const message: OutboundMessage = { ...HELLO, biz_opaque_callback_data: "v1.fake" };
    await graph.api().messages.send("2", message);
    assert.deepEqual(graph.arrived[0]?.json, { messaging_product: "whatsapp", ...message });
    assert.equal(graph.arrived[0]?.path, "/v26.0/2/messages");
  });

  it("sends to a user id", async () => {
    const contacts = [{ input: "US.1", user_id: "US.1" }];
    await using graph = await fakeGraph({ json: { ...ACCEPTED.json, contacts } });
    const sent = await graph.api().messages.send("2", { recipient: "US.1", text: { body: "Hi" } });
    assert.equal(sent.userId, "US.1");
    assert.equal(sent.waId, null);
  });

  it("uses another version, or none", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    await graph.api({ version: "v24.0" }).messages.send("2", HELLO);
    await graph.api({ version: "" }).messages.send("2", HELLO);
    assert.deepEqual(
      graph.arrived.map((one) => one.path),
      ["/v24.0/2/messages", "/2/messages"],
    );
  });

  it("proves that it knows the app secret", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    await graph.api({ appSecret: "fake-app-secret" }).messages.send("2", HELLO);
    const proof = graph.arrived[0]?.query["appsecret_proof"];
    assert.match(proof ?? "", /^[0-9a-f]{64}$/);
  });

  for (const id of ["", ".", ".."]) {
    it(`refuses ${JSON.stringify(id)} for an id`, async () => {
      await using graph = await fakeGraph(ACCEPTED);
      await assert.rejects(graph.api().messages.send(id, HELLO), TypeError);
      assert.equal(graph.arrived.length, 0);
    });
  }

  it("keeps an id inside its part of the path", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    await graph.api().messages.send("2/../3?x=1", HELLO);
    assert.equal(graph.arrived[0]?.path, "/v26.0/2/../3?x=1/messages");
    assert.deepEqual(graph.arrived[0]?.query, {});
  });
});

describe("a send Meta refused", () => {
  refused("is not accepted after a 4xx with an error", 400, { code: 131009 }, "no");
  refused("is not accepted after a 429", 429, { code: 130429 }, "no");
  refused("is not accepted with an invalid token", 401, { code: 190, error_subcode: 463 }, "no");
  refused("may be accepted after code 1", 400, { code: 1 }, "unknown");
  refused("may be accepted after code 2", 503, { code: 2 }, "unknown");
  refused("may be accepted after code 131000", 400, { code: 131000 }, "unknown");
  refused("may be accepted after code 131016", 400, { code: 131016 }, "unknown");
  refused("may be accepted after any 5xx", 502, { code: 131009 }, "unknown");

  function refused(name: string, status: number, error: object, accepted: "no" | "unknown") {
    it(name, async () => {
      await using graph = await fakeGraph({ status, json: { error: { message: "no", ...error } } });
      const failure = await failureOf(graph.api().messages.send("2", HELLO));
      assert.ok(failure instanceof CloudApiError);
      assert.equal(failure.accepted, accepted);
      assert.equal(failure.httpStatus, status);
    });
  }

  it("carries everything Meta said", async () => {
    const error = {
      message: "(#131009) Parameter value is not valid",
      type: "OAuthException",
      code: 131009,
      error_subcode: 2494010,
      error_data: { messaging_product: "whatsapp", details: "The phone number is malformed" },
      error_user_title: "Wrong number",
      error_user_msg: "Check it.",
      fbtrace_id: "AFakeTrace",
      something_new: true,
    };
    await using graph = await fakeGraph({ status: 400, json: { error } });
    const failure = await failureOf(graph.api().messages.send("2", HELLO));
    assert.ok(failure instanceof CloudApiError);
    assert.equal(failure.code, 131009);
    assert.equal(failure.subcode, 2494010);
    assert.equal(failure.details, "The phone number is malformed");
    assert.equal(failure.userTitle, "Wrong number");
    assert.equal(failure.userMessage, "Check it.");
    assert.equal(failure.fbtraceId, "AFakeTrace");
    assert.deepEqual(failure.remedy, { kind: "fix-request" });
    assert.deepEqual(failure.raw, error);
    assert.match(failure.message, /malformed/);
  });
});

describe("a send without an answer", () => {
  maybe("a page of HTML", { status: 502, text: "<html>Bad gateway</html>" }, 502);
  maybe("a page of HTML with status 200", { text: "<html>login</html>" }, 200);
  maybe("truncated JSON", { text: '{"messages":[{"id":"wam' }, 200);
  maybe("an empty body", { text: "" }, 200);
  maybe("JSON without an id", { json: { messaging_product: "whatsapp", messages: [] } }, 200);
  maybe("a 404 without a Graph error", { status: 404, json: { nothing: true } }, 404);
  maybe("a connection closed before the answer", (response) => response.destroy(), null);
  maybe(
    "a connection closed in the middle of the answer",
    (response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"messages":');
      setImmediate(() => response.destroy());
    },
    null,
  );
  maybe(
    "a redirect",
    (response) => response.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
    null,
  );
  maybe("silence until the time is over", () => undefined, null, { timeoutMs: 100 });
  maybe(
    "half an answer until the time is over",
    (response) => {
      response.writeHead(200);
      response.write("{");
    },
    null,
    { timeoutMs: 100 },
  );

  it("was not sent when nobody listens", async () => {
    const baseUrl = await closedAddress();
    const failure = await failureOf(client(baseUrl).messages.send("2", HELLO));
    assertSent(failure, "no");
    assert.match(String(failure), /ECONNREFUSED/);
  });

  it("was not sent when the name does not exist", async () => {
    const baseUrl = "http://galka-does-not-exist.invalid";
    assertSent(await failureOf(client(baseUrl).messages.send("2", HELLO)), "no");
  });

  it("was not sent when the other side does not speak TLS", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    const baseUrl = graph.baseUrl.replace("http:", "https:");
    assertSent(await failureOf(client(baseUrl).messages.send("2", HELLO)), "no");
    assert.equal(graph.arrived.length, 0);
  });

  it("was not sent when it was given up before it began", async () => {
    await using graph = await fakeGraph(ACCEPTED);
    const signal = AbortSignal.abort();
    assertSent(await failureOf(graph.api().messages.send("2", HELLO, { signal })), "no");
    assert.equal(graph.arrived.length, 0);
  });

  it("may have been sent when it was given up on the way", async () => {
    const controller = new AbortController();
    await using graph = await fakeGraph(() => controller.abort());
    const { signal } = controller;
    assertSent(await failureOf(graph.api().messages.send("2", HELLO, { signal })), "maybe");
  });

  it("tells no secret in its message", async () => {
    await using graph = await fakeGraph((response) => response.destroy());
    const api = graph.api({ appSecret: "fake-app-secret" });
    const failure = await failureOf(api.accounts.debugToken("another-fake-token"));
    assert.doesNotMatch(String(failure), /fake/);
  });

  function maybe(
    name: string,
    answer: Answer,
    httpStatus: number | null,
    options: Partial<CloudApiOptions> = {},
  ) {
    it(`may have been sent after ${name}`, async () => {
      await using graph = await fakeGraph(answer);
      const failure = await failureOf(graph.api(options).messages.send("2", HELLO));
      assertSent(failure, "maybe");
      assert.equal(graph.arrived.length, 1);
      assert.equal(failure instanceof TransportError && failure.httpStatus, httpStatus);
    });
  }
});

describe("cloudApi", () => {
  for (const token of ["", " ", "fake token", "fake\ntoken"]) {
    it(`refuses the token ${JSON.stringify(token)}`, () => {
      assert.throws(() => cloudApi({ token }), TypeError);
    });
  }

  it("refuses a base URL that is none", () => {
    assert.throws(
      () => cloudApi({ token: "fake-token", baseUrl: "graph.facebook.com" }),
      TypeError,
    );
  });

  it("refuses an empty app secret", () => {
    assert.throws(() => cloudApi({ token: "fake-token", appSecret: "" }), TypeError);
  });

  it("asks Meta itself in v26.0 unless told otherwise", async () => {
    const asked: unknown[] = [];
    const api = cloudApi({
      token: "fake-token",
      fetch: async (input) => {
        asked.push(input instanceof URL ? input.href : input);
        return Response.json(ACCEPTED.json);
      },
    });
    await api.messages.send("2", HELLO);
    assert.deepEqual(asked, ["https://graph.facebook.com/v26.0/2/messages"]);
  });
});

function client(baseUrl: string) {
  return cloudApi({ token: "fake-token", baseUrl });
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => assert.fail("It did not fail."),
    (error: unknown) => error,
  );
}

function assertSent(failure: unknown, sent: "no" | "maybe"): void {
  assert.ok(failure instanceof TransportError, String(failure));
  assert.equal(failure.sent, sent, String(failure));
}

/** An address at which something listened a moment ago and nothing does. */
async function closedAddress(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 1}`;
}
