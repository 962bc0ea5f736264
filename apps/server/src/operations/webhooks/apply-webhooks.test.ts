import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { appendWebhooks } from "@galka/postgres/stores/receiving/webhook-log";
import {
  LUZ,
  body,
  echo,
  messages,
  reaction,
  says,
  second,
  status,
  text,
} from "../../testing/meta-bodies.ts";
import { dumpWorkspace } from "../../testing/table-dump.ts";
import { PHONE_NUMBER_ID, type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf, threadLines } from "../../testing/thread-lines.ts";
import { applyWebhooks } from "./apply-webhooks.ts";

describe("applyWebhooks", () => {
  it("makes a thread of what a person says", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "Hola", 1), says("2", "¿Tienen turnos?", 2));

    assert.deepEqual(await threadLines(test), [
      { who: "Luz", said: "Hola", status: "received" },
      { who: "Luz", said: "¿Tienen turnos?", status: "received" },
    ]);
    assert.deepEqual(
      await rowsOf(
        test,
        `select c.unread_count, c.status, m.wamid, c.last_inbound_at = c.last_message_at as heard
           from conversations c join messages m on m.id = c.last_message_id`,
      ),
      [{ unread_count: 2, status: "open", wamid: "wamid.2", heard: true }],
    );
    assert.deepEqual(await rowsOf(test, "select seq, kind from events order by seq"), [
      { seq: 1, kind: "contact-changed" },
      { seq: 2, kind: "message-added" },
      { seq: 3, kind: "message-added" },
      // The number was heard, for the first time.
      { seq: 4, kind: "channel-changed" },
    ]);
  });

  it("changes nothing when it hears the same again", async () => {
    await using test = await startTestApp();
    const heard = [
      says("1", "Hola"),
      reaction("r", "1", "❤️"),
      echo("2", "Sí", 2),
      status("2", "read", 3),
    ];
    await test.receive(...heard);
    const before = await dumpWorkspace(test.app, test.workspaceId);
    const events = await rowsOf(test, "select count(*) from events");
    await test.receive(...heard, ...heard.toReversed());
    assert.deepEqual(await dumpWorkspace(test.app, test.workspaceId), before);
    assert.deepEqual(await rowsOf(test, "select count(*) from events"), events);
  });

  it("ends in the same state whatever the order, the repetition and the grouping", async () => {
    const story = [
      says("1", "Hola", 1),
      messages(LUZ, text("2", "this one", 2, { context: { from: "15550783881", id: "wamid.3" } })),
      echo("3", "Which one?", 1),
      status("3", "sent", 2),
      status("3", "delivered", 3),
      status("3", "failed", 3, { code: 131026 }),
      status("3", "read", 4),
      reaction("r1", "3", "👍", 5),
      reaction("r2", "3", null, 9),
      reaction("r3", "1", "❤️", 6),
      messages(LUZ, {
        id: "wamid.d",
        timestamp: second(7),
        type: "revoke",
        revoke: { original_message_id: "wamid.1" },
      }),
      messages(LUZ, {
        id: "wamid.e",
        timestamp: second(8),
        type: "edit",
        edit: {
          original_message_id: "wamid.2",
          message: { type: "text", text: { body: "that one" } },
        },
      }),
      messages({ ...LUZ, user_id: "AR.1", username: "luz" }, text("4", "bye", 10)),
    ];
    await using told = await startTestApp();
    await told.receive(...story);
    const expected = await dumpWorkspace(told.app, told.workspaceId);

    const shuffled = fc
      .tuple(
        fc.shuffledSubarray(story, { minLength: story.length }),
        fc.array(fc.nat(story.length - 1), { maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
      )
      .map(([order, again, size]) => ({ bodies: [...order, ...again.map((n) => story[n])], size }));
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ bodies, size }) => {
        await using test = await startTestApp();
        for (let at = 0; at < bodies.length; at += size) {
          await test.receive(...bodies.slice(at, at + size));
        }
        assert.deepEqual(await dumpWorkspace(test.app, test.workspaceId), expected);
      }),
      { numRuns: 12 },
    );
  });

  it("parks a member that cannot be applied, and applies its neighbors", async () => {
    await using test = await startTestApp();
    // Longer than an index row of PostgreSQL can be, and of nothing that compresses.
    const poison = Array.from({ length: 900 }, (_, n) => (n * n * 7919 + 13).toString(36)).join("");
    await test.receive(
      messages(LUZ, text("1", "before"), text(poison, "poison", 1), text("2", "after", 2)),
      says("3", "another delivery", 3),
    );
    const said = (await threadLines(test)).map((it) => it.said);
    assert.deepEqual(said, ["before", "after", "another delivery"]);
    assert.deepEqual(await rowsOf(test, "select reason, attempts from parked_webhooks"), [
      { reason: "failed", attempts: 1 },
    ]);
    assert.deepEqual(await rowsOf(test, "select accepted, applied, parked from receipt_counts"), [
      { accepted: 2, applied: 1, parked: 1 },
    ]);
  });

  it("parks a member that always takes too long, and applies its neighbors", async () => {
    await using test = await startTestApp();
    await takeTooLongOver(test, "wamid.slow");
    await test.receive(says("1", "before"), says("slow", "slow", 1), says("2", "after", 2));
    const said = (await threadLines(test)).map((it) => it.said);
    assert.deepEqual(said, ["before", "after"]);
    assert.deepEqual(await rowsOf(test, "select reason from parked_webhooks"), [
      { reason: "too-slow" },
    ]);
  });

  it("parks nothing when everything takes too long: then it is the database", async () => {
    await using test = await startTestApp();
    await takeTooLongOver(test, "wamid.%");
    await assert.rejects(
      test.receive(...["1", "2", "3", "4"].map((id) => says(id, "slow"))),
      /too long/,
    );
    assert.deepEqual(await rowsOf(test, "select reason from parked_webhooks"), []);
  });

  it("shows a kind that it does not know in the thread, and parks what is nobody's", async () => {
    await using test = await startTestApp();
    await test.receive(
      messages(LUZ, { id: "wamid.1", timestamp: second(1), type: "hologram", hologram: { x: 1 } }),
      body("a_field_of_tomorrow", { some: "value" }),
      "this is not JSON",
    );
    assert.deepEqual(await threadLines(test), [
      { who: "Luz", said: "hologram", status: "received" },
    ]);
    const parked = await rowsOf(test, "select reason from parked_webhooks order by reason");
    assert.deepEqual(parked, [{ reason: "not-json" }, { reason: "unknown-kind" }]);
  });

  it("keeps text that PostgreSQL cannot store, with a mark in its place", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "a\u0000b \ud83d c"));
    assert.equal((await threadLines(test))[0]?.said, "a\ufffdb \ufffd c");
  });

  it("believes nobody about numbers of another workspace", async () => {
    await using test = await startTestApp();
    const stranger = await test.database.workspace("Stranger");
    await test.connect("999", "888", stranger);
    const value = {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "1", phone_number_id: "999" },
      contacts: [{ profile: { name: "Luz" }, wa_id: "5491155550101" }],
      messages: [{ from: "5491155550101", ...text("1", "Let me in") }],
    };
    await test.receive(body("messages", value, "888"));
    assert.deepEqual(await threadLines({ ...test, workspaceId: stranger }), []);
    assert.deepEqual(await rowsOf(test, "select reason from parked_webhooks"), [
      { reason: "number-not-connected" },
    ]);
  });

  it("applies each webhook once when several processes receive and apply at the same time", async () => {
    await using test = await startTestApp();
    const raw = (n: number) => ({
      hint: test.channelId,
      body: Buffer.from(JSON.stringify(says(`${n % 60}`, `text ${n % 60}`, n % 60))),
    });
    const writing = { isOver: false };
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = 0; n < 40; n += 1) {
        await appendWebhooks(test.app.db, [raw(writer * 40 + n), raw(writer * 40 + n + 20)]);
      }
    });
    const appliers = [0, 1, 2].map(async () => {
      while (!writing.isOver) await applyWebhooks(test.app);
    });
    await Promise.all(writers);
    writing.isOver = true;
    await Promise.all(appliers);
    await test.applyAll();

    assert.equal((await threadLines(test)).length, 60);
    assert.deepEqual(await rowsOf(test, "select sum(accepted)::int as n from receipt_counts"), [
      { n: 240 },
    ]);
    const seqs = await rowsOf(test, "select count(*)::int = max(seq)::int as dense from events");
    assert.deepEqual(seqs, [{ dense: true }]);
  });

  /** Has the database give up every message of such an id, as if it took too long. */
  function takeTooLongOver({ database }: TestApp, wamids: string): Promise<void> {
    return database.asOwner(`
      create function take_too_long() returns trigger language plpgsql as $$
      begin
        raise exception 'it takes too long' using errcode = 'query_canceled';
      end $$;
      create trigger take_too_long before insert on messages
        for each row when (new.wamid like '${wamids}') execute function take_too_long()`);
  }
});

describe("people", () => {
  it("is one thread for a person who is known by user id first and by number later", async () => {
    await using test = await startTestApp();
    await test.receive(
      says("1", "no number", 1, { user_id: "AR.1", username: "@Luz", name: "Luz" }),
    );
    await test.receive(
      says("2", "with it", 2, { user_id: "AR.1", wa_id: "5491155550101", name: "Luz" }),
    );
    await test.receive(says("3", "number alone", 3, LUZ));
    assert.equal((await threadLines(test)).length, 3);
    assert.deepEqual(await identities(test), ["bsuid AR.1", "phone 5491155550101", "username luz"]);
    assert.deepEqual(await rowsOf(test, "select count(*)::int as n from conversations"), [
      { n: 1 },
    ]);
  });

  it("loses no message when two threads turn out to be one person's", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "as a number", 1, LUZ));
    await test.receive(says("2", "as a user id", 2, { user_id: "AR.1", name: "L." }));
    await test.receive(
      says("3", "as both", 3, { user_id: "AR.1", wa_id: "5491155550101", name: "Luz" }),
    );
    assert.deepEqual(
      (await threadLines(test)).map(({ said }) => said),
      ["as a number", "as a user id", "as both"],
    );
    const threads = "select unread_count from conversations";
    assert.deepEqual(await rowsOf(test, threads), [{ unread_count: 3 }]);
    const told = await rowsOf(test, "select kind from events where kind like 'conversation-%'");
    assert.deepEqual(told, [{ kind: "conversation-removed" }, { kind: "conversation-refilled" }]);
  });

  it("goes on in the same thread after a change of number, and says so there", async () => {
    await using test = await startTestApp();
    const change = {
      from: "5491155550101",
      id: "wamid.s",
      timestamp: second(2),
      type: "system",
      system: {
        type: "user_changed_number",
        body: "Luz changed her number",
        wa_id: "5491155550202",
      },
    };
    await test.receive(says("1", "old number", 1));
    await test.receive(body("messages", { ...frame(), messages: [change] }));
    await test.receive(says("2", "other number", 3, { wa_id: "5491155550202", name: "Luz" }));
    assert.deepEqual(
      (await threadLines(test)).map(({ who, said }) => `${who}: ${said}`),
      ["Luz: old number", "Luz: Luz changed her number", "Luz: other number"],
    );
  });

  it("knows a Brazilian number with and without its ninth digit", async () => {
    await using test = await startTestApp();
    await test.receive(says("1", "one", 1, { wa_id: "551187654321", name: "Rita" }));
    await test.receive(says("2", "two", 2, { wa_id: "5511987654321", name: "Rita" }));
    assert.deepEqual(await identities(test), ["phone 5511987654321"]);
  });

  async function identities(test: TestApp): Promise<string[]> {
    const rows = await rowsOf(
      test,
      "select json_agg(kind || ' ' || value order by kind, value) as all from contact_identities",
    );
    const [row] = rows;
    return row && "all" in row && Array.isArray(row.all) ? row.all : [];
  }

  function frame() {
    return {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    };
  }
});
