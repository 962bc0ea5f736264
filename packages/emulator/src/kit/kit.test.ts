import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectsAt, textAt } from "../json.ts";
import { type Emulator, startEmulator } from "../start-emulator.ts";
import { startReceiver } from "../testing/receiver.ts";
import { toMs } from "./duration.ts";
import { WaitError } from "./wait.ts";

const PROMPT = { sentDelayMs: 0, arrivalDelayMs: 0, batchDelayMs: 0, reviewDelayMs: 0 };

describe("the test kit", () => {
  it("plays a conversation in a few lines", async () => {
    await using receiver = await startReceiver();
    await using meta = await startEmulator({ settings: PROMPT });
    await meta.webhooks.goTo(receiver.url);

    await meta.phone("Ana").sends("Do you have a table?");
    await meta.webhooks.delivered({ field: "messages", text: "a table" });

    await answer(meta, await meta.phone("Ana").number(), "Yes, at eight. 😀");
    const arrived = await meta.phone("Ana").receives(/at eight/);
    assert.equal(arrived.direction, "in");

    await meta.phone("Ana").reads();
    await meta.webhooks.delivered({ status: "read" });
    await meta.webhooks.settled();
    assert.equal(receiver.statuses().at(-1)?.["status"], "read");
  });

  it("has what a client is configured with", async () => {
    await using meta = await startEmulator();
    assert.deepEqual(meta.ids, {
      appId: DEMO.appId,
      appSecret: DEMO.appSecret,
      wabaId: DEMO.wabaId,
      phoneNumberId: DEMO.phoneNumberId,
      phone: DEMO.phone,
      accessToken: DEMO.accessToken,
    });
    const { status, body } = await meta.graph("GET", `/${meta.ids.phoneNumberId}`);
    assert.deepEqual([status, body["id"]], [200, meta.ids.phoneNumberId]);
  });

  it("hands out each message once, in order", async () => {
    await using meta = await startEmulator({ settings: PROMPT });
    const ana = meta.phone("+1 201 555 0100");
    await ana.sends("hi");
    for (const text of ["one", "two", "two"]) await answer(meta, "12015550100", text);
    await ana.receives("two");
    await ana.receives("one");
    await ana.receives("two");
    await assert.rejects(ana.receives("two", { withinMs: 20 }), (error: unknown) => {
      assert.ok(error instanceof WaitError);
      assert.match(
        error.message,
        /not received a message with two\. What has arrived: "one", "two"/,
      );
      return true;
    });
    assert.equal((await ana.received()).length, 3);
  });

  it("taps, reacts, blocks and goes offline", async () => {
    await using meta = await startEmulator({ settings: PROMPT });
    const ana = meta.phone("Ana");
    await ana.sends("hi");
    await answer(meta, await ana.number(), {
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "Come in?" },
        action: { buttons: [{ type: "reply", reply: { id: "y", title: "Yes" } }] },
      },
    });
    await ana.receives("Come in?");
    assert.equal((await ana.taps("Yes")).content.kind, "choice");
    await ana.reacts("👍");
    await assert.rejects(ana.taps("Maybe"), /Ana sees no button "Maybe"\. What has arrived/);
    await ana.goesOffline();
    await answer(meta, await ana.number(), "later");
    await meta.clock.advance("1 h");
    await assert.rejects(ana.receives("later", { withinMs: 20 }), WaitError);
    await ana.comesOnline();
    await ana.receives("later");
    await ana.blocks();
    await answer(meta, await ana.number(), "too late");
    await meta.clock.advance("1 h");
    const [sent] = (await meta.control.ledger()).data.toReversed();
    assert.equal(sent?.errorCode, 131026);
    await ana.unblocks();
  });

  it("says that the clock stands when nothing can happen", async () => {
    await using meta = await startEmulator();
    await meta.clock.freeze();
    await assert.rejects(
      meta.phone("Ana").receives("x", { withinMs: 20 }),
      /Nothing has arrived\. The clock stands still: let time pass with meta\.clock\.advance\(\)\./,
    );
    const before = await meta.clock.now();
    await meta.clock.advance("90 s");
    assert.equal((await meta.clock.now()).getTime() - before.getTime(), 90_000);
    await meta.clock.set("2027-01-01T00:00:00Z");
    assert.equal((await meta.clock.now()).toISOString(), "2027-01-01T00:00:00.000Z");
  });

  it("starts each test from one snapshot, and hands out its messages again", async () => {
    await using meta = await startEmulator({ settings: PROMPT });
    await meta.phone("Ana").sends("hi");
    await answer(meta, await meta.phone("Ana").number(), "welcome");
    await meta.phone("Ana").receives("welcome");
    const start = await meta.snapshot();
    for (const text of ["first", "second"]) {
      await meta.restore(start);
      await answer(meta, await meta.phone("Ana").number(), text);
      await meta.phone("Ana").receives("welcome");
      await meta.phone("Ana").receives(text);
      assert.equal((await meta.phone("Ana").received()).length, 2);
    }
  });

  it("chats with another number of the business", async () => {
    await using meta = await startEmulator({
      settings: PROMPT,
      world: {
        wabas: [
          {
            name: "Two",
            numbers: [
              { id: "10650001", phone: "+1 555 010 0001", verifiedName: "One" },
              { id: "10650002", phone: "+1 555 010 0002", verifiedName: "Two" },
            ],
          },
        ],
      },
    });
    const ana = meta.phone("Ana").with("10650002");
    await ana.sends("hi");
    const to = await ana.number();
    await meta.graph("POST", "/10650002/messages", {
      messaging_product: "whatsapp",
      to,
      text: { body: "from two" },
    });
    await ana.receives("from two");
    assert.deepEqual(await meta.phone("Ana").received(), []);
  });
});

describe("toMs", () => {
  it("reads durations", () => {
    assert.deepEqual(
      [toMs(5), toMs("90 s"), toMs("1.5h"), toMs("7 d")],
      [5, 90_000, 5_400_000, 604_800_000],
    );
    // A caller without types.
    const words: string = "soon";
    assert.throws(() => Reflect.apply(toMs, null, [words]), /"soon" is no duration/);
  });
});

async function answer(meta: Emulator, to: string, what: string | object): Promise<string> {
  const content = typeof what === "string" ? { type: "text", text: { body: what } } : what;
  const { status, body } = await meta.graph("POST", `/${meta.ids.phoneNumberId}/messages`, {
    messaging_product: "whatsapp",
    to,
    ...content,
  });
  assert.equal(status, 200, JSON.stringify(body));
  return textAt(objectsAt(body, "messages")[0] ?? {}, "id") ?? "";
}
