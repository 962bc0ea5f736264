import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt, objectsAt } from "../json.ts";
import { addressOf } from "../testing/address.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";

const PATH = `/v23.0/${DEMO.phoneNumberId}/messages`;
const HOUR = 60 * 60 * 1000;
const text = (body: string) => ({ type: "text", text: { body } });
const names = (desk: TestDesk) => desk.receiver.statuses().map((it) => it["status"]);
const lastError = (desk: TestDesk) =>
  objectsAt(desk.receiver.statuses().at(-1) ?? {}, "errors")[0] ?? {};

describe("a send", () => {
  it("is accepted with and without version, slash, type and plus", async () => {
    await using desk = await startDesk();
    for (const path of [
      PATH,
      `/v26.0/${DEMO.phoneNumberId}/messages/`,
      `/${DEMO.phoneNumberId}/messages`,
    ]) {
      for (const to of [desk.ana.waId, `+${desk.ana.waId}`, "+1 (201) 555-0100"]) {
        const answer = await desk.graph("POST", path, {
          messaging_product: "whatsapp",
          to,
          text: { body: "x" },
        });
        assert.equal(answer.status, 200);
        const contact = objectsAt(answer.body, "contacts")[0];
        assert.deepEqual(contact, { input: to, wa_id: desk.ana.waId });
      }
    }
  });

  it("becomes sent, delivered and read by what the phone does", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { online: false });
    const id = await desk.send({ ...text("hi"), biz_opaque_callback_data: "attempt-1" });
    await desk.pass();
    assert.deepEqual(names(desk), ["sent"]);

    await desk.meta.control.changePerson(desk.ana.id, { online: true });
    await desk.pass();
    assert.deepEqual(names(desk), ["sent", "delivered"]);

    await desk.meta.control.open(desk.ana.id, DEMO.phoneNumberId);
    await desk.pass();
    assert.deepEqual(names(desk), ["sent", "delivered", "read"]);
    for (const status of desk.receiver.statuses()) {
      assert.equal(status["id"], id);
      assert.equal(status["biz_opaque_callback_data"], "attempt-1");
      assert.equal(typeof status["timestamp"], "string");
    }
    assert.ok(desk.receiver.statuses()[0]?.["pricing"]);
    assert.equal(desk.receiver.statuses()[2]?.["pricing"], undefined);
  });

  it("is not reported as read by who has read receipts off", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { readReceipts: false });
    await desk.send(text("hi"));
    await desk.pass();
    await desk.meta.control.open(desk.ana.id, DEMO.phoneNumberId);
    await desk.pass();
    assert.deepEqual(names(desk), ["sent", "delivered"]);
  });

  it("fails by webhook with 131047 once 24 hours have passed", async () => {
    await using desk = await startDesk();
    await desk.pass(24 * HOUR);
    await desk.send(text("too late"));
    await desk.pass();
    assert.deepEqual(names(desk), ["failed"]);
    assert.equal(lastError(desk)["code"], 131047);
    assert.equal(lastError(desk)["title"], "Re-engagement message");

    const template = { name: "hello_world", language: { code: "en_US" } };
    await desk.send({ type: "template", template });
    await desk.pass();
    assert.deepEqual(names(desk), ["failed", "sent", "delivered"]);
  });

  it("fails by webhook with 131026 for who is not there or has blocked the business", async () => {
    await using desk = await startDesk();
    const body = { messaging_product: "whatsapp", to: "+12015550199", ...text("x") };
    assert.equal((await desk.graph("POST", PATH, body)).status, 200);
    await desk.pass();
    await desk.meta.control.block(desk.ana.id, DEMO.phoneNumberId);
    await desk.send(text("x"));
    await desk.pass();
    const codes = desk.receiver.statuses().map((it) => objectsAt(it, "errors")[0]?.["code"]);
    assert.deepEqual(codes, [131026, 131026]);
  });

  it("fails by webhook with 131042 when a template cannot be paid", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changeWaba(DEMO.wabaId, { paymentMethod: false });
    await desk.send({
      type: "template",
      template: { name: "hello_world", language: { code: "en_US" } },
    });
    await desk.pass();
    assert.equal(lastError(desk)["code"], 131042);
  });

  it("is charged when the month's free service messages are used up", async () => {
    await using desk = await startDesk({ settings: { freeServiceMessages: 1 } });
    await desk.send(text("free"));
    await desk.pass();
    await desk.send(text("paid"));
    await desk.pass();
    const types = desk.receiver.statuses().map((it) => objectAt(it, "pricing")?.["type"]);
    assert.deepEqual(types, [
      "free_customer_service",
      "free_customer_service",
      "regular",
      "regular",
    ]);
  });

  it("reaches who hides their number by BSUID, and no webhook says the number", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changePerson(desk.ana.id, { phoneHidden: true, username: "ana.b" });
    const body = { messaging_product: "whatsapp", recipient: desk.ana.bsuid, ...text("hi") };
    const answer = await desk.graph("POST", PATH, body);
    assert.deepEqual(objectsAt(answer.body, "contacts")[0], {
      input: desk.ana.bsuid,
      user_id: desk.ana.bsuid,
    });
    await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "me" });
    await desk.pass();
    assert.deepEqual(names(desk), ["sent", "delivered"]);
    assert.equal(desk.receiver.messages()[0]?.["from"], undefined);
    assert.equal(desk.receiver.messages()[0]?.["from_user_id"], desk.ana.bsuid);
    assert.ok(!desk.receiver.received.some((it) => it.body.includes(`"${desk.ana.waId}"`)));
  });

  it("reacts on the phone, and only `sent` is reported", async () => {
    await using desk = await startDesk();
    const { data } = await desk.meta.control.messages(desk.ana.id, DEMO.phoneNumberId);
    const target = data[0]?.id ?? "";
    await desk.send({ type: "reaction", reaction: { message_id: target, emoji: "👍" } });
    await desk.pass();
    assert.deepEqual(names(desk), ["sent"]);
    const after = await desk.meta.control.messages(desk.ana.id, DEMO.phoneNumberId);
    assert.deepEqual(after.data[0]?.reactions, [{ by: "peer", emoji: "👍" }]);
  });
});

describe("a send is refused at once", () => {
  it("with 131021 to the number itself", async () => {
    await refuses({ to: `+${DEMO.phone}`, ...text("x") }, 131021);
  });
  it("with 132001 for a template in another language", async () => {
    const template = { name: "hello_world", language: { code: "ru" } };
    await refuses(
      { type: "template", template },
      132001,
      "template name (hello_world) does not exist in ru",
    );
  });
  it("with 132000 for a parameter too many", async () => {
    const components = [{ type: "body", parameters: [{ type: "text", text: "x" }] }];
    await refuses(
      {
        type: "template",
        template: { name: "hello_world", language: { code: "en_US" }, components },
      },
      132000,
    );
  });
  it("with 100 for media of nobody", async () => {
    await refuses({ type: "image", image: { id: "123" } }, 100, "media attachment ID");
  });
  it("with 131009 for a malformed number", async () => {
    await refuses({ to: "call me", ...text("x") }, 131009, "malformed");
  });

  it("with 131030 from a test number to who is not on its list", async () => {
    await using desk = await startDesk();
    await desk.meta.control.changeNumber(DEMO.phoneNumberId, {
      testNumber: true,
      allowList: ["12015550177"],
    });
    const answer = await desk.graph("POST", PATH, {
      messaging_product: "whatsapp",
      to: desk.ana.waId,
      ...text("x"),
    });
    assert.equal(problemOf(answer).code, 131030);
  });

  it("with 131056 after 45 messages to one person, until six seconds have passed", async () => {
    await using desk = await startDesk();
    const body = { messaging_product: "whatsapp", to: desk.ana.waId, ...text("x") };
    const answers = [];
    for (let count = 0; count < 46; count += 1) answers.push(await desk.graph("POST", PATH, body));
    assert.deepEqual(
      answers.map((it) => it.status),
      [...Array.from({ length: 45 }, () => 200), 400],
    );
    assert.equal(problemOf(answers.at(-1)!).code, 131056);
    await desk.pass(6000);
    assert.equal((await desk.graph("POST", PATH, body)).status, 200);
  });

  it("with 130429 beyond 80 messages a second", async () => {
    await using desk = await startDesk({ settings: { pairRate: false } });
    const body = { messaging_product: "whatsapp", to: desk.ana.waId, ...text("x") };
    const codes = [];
    for (let count = 0; count < 81; count += 1)
      codes.push(problemOf(await desk.graph("POST", PATH, body)).code);
    assert.equal(codes.filter((it) => Number.isNaN(it)).length, 80);
    assert.equal(codes.at(-1), 130429);
  });

  it("with 133010 from a number that is not registered, 131031 from a locked account", async () => {
    await using desk = await startDesk();
    const body = { messaging_product: "whatsapp", to: desk.ana.waId, ...text("x") };
    await desk.meta.control.changeWaba(DEMO.wabaId, { restricted: true });
    assert.equal(problemOf(await desk.graph("POST", PATH, body)).code, 131031);
    await desk.graph("POST", `/${DEMO.phoneNumberId}/deregister`);
    assert.equal(problemOf(await desk.graph("POST", PATH, body)).code, 133010);
  });

  async function refuses(message: object, code: number, words = "") {
    await using desk = await startDesk();
    const body = { messaging_product: "whatsapp", to: desk.ana.waId, ...message };
    const problem = problemOf(await desk.graph("POST", PATH, body));
    assert.equal(problem.code, code);
    assert.ok(problem.details.includes(words), problem.details);
    assert.equal((await desk.meta.control.countLedger()).count, 0);
  }
});

describe("marking as read", () => {
  it("turns the person's ticks blue, shows typing, and takes PUT as well", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const [hello] = (await control.messages(desk.ana.id, DEMO.phoneNumberId)).data;
    assert.equal(hello?.ticks, "delivered");
    const body = {
      messaging_product: "whatsapp",
      status: "read",
      message_id: hello.id,
      typing_indicator: { type: "text" },
    };
    assert.deepEqual((await desk.graph("PUT", PATH, body)).body, { success: true });
    const [after] = (await control.messages(desk.ana.id, DEMO.phoneNumberId)).data;
    assert.equal(after?.ticks, "read");
    assert.notEqual((await control.chat(desk.ana.id, DEMO.phoneNumberId)).typingUntil, null);
    await desk.pass(25_000);
    assert.equal((await control.chat(desk.ana.id, DEMO.phoneNumberId)).typingUntil, null);
  });

  it("refuses a message that the number never received", async () => {
    await using desk = await startDesk();
    const body = { messaging_product: "whatsapp", status: "read", message_id: "wamid.none" };
    assert.equal(problemOf(await desk.graph("POST", PATH, body)).code, 131009);
  });
});

describe("a linked file", () => {
  const sendLinked = async (fetcher: typeof fetch) => {
    const desk = await startDesk({ fetch: fetcher });
    await desk.send({
      type: "image",
      image: { link: "https://files.example/a.png", caption: "look" },
    });
    await desk.pass();
    return desk;
  };
  const answering =
    (respond: () => Response): typeof fetch =>
    async (url, init) =>
      addressOf(url).startsWith("https://files.example/") ? respond() : fetch(url, init);

  it("is fetched and shown on the phone", async () => {
    const png = () =>
      new Response(new Uint8Array([1, 2, 3]), { headers: { "content-type": "image/png" } });
    await using desk = await sendLinked(answering(png));
    assert.deepEqual(names(desk), ["sent", "delivered"]);
    const content = (await desk.meta.control.messages(desk.ana.id, DEMO.phoneNumberId)).data.at(
      -1,
    )?.content;
    assert.ok(content?.kind === "image" && content.caption === "look");
    const bytes = await fetch(desk.meta.url + content.url);
    assert.deepEqual([...new Uint8Array(await bytes.arrayBuffer())], [1, 2, 3]);
  });

  it("fails by webhook with 131053 when it cannot be fetched", async () => {
    await using desk = await sendLinked(answering(() => new Response("no", { status: 404 })));
    assert.deepEqual(names(desk), ["failed"]);
    assert.equal(lastError(desk)["code"], 131053);
  });
});
