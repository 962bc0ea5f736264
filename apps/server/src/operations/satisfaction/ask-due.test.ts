import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { usualTexts } from "@galka/core/satisfaction/usual";
import type { Template } from "@galka/core/templates/template";
import { inWorkspace } from "@galka/postgres/database";
import { replaceTemplates } from "@galka/postgres/stores/templates";
import { body, echo, says } from "../../testing/meta-bodies.ts";
import { PHONE_NUMBER_ID } from "../../testing/test-app.ts";
import { rowsOf, threadLines } from "../../testing/thread-lines.ts";
import { startBulkChange, runBulkChange } from "../bulk/bulk-change.ts";
import { changeContact } from "../contacts/change-contact.ts";
import { askDue } from "./ask-due.ts";
import { type SatisfiedShop, satisfiedShop } from "./testing/satisfied-shop.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const STATE = "select state || coalesce(' ' || skipped_because, '') from satisfaction_requests";

describe("a contact whose conversation was closed", () => {
  it("is asked once, however many processes ask", async () => {
    await using shop = await satisfiedShop();
    await shop.set(await shop.talk("1"), "closed");
    await Promise.all(Array.from({ length: 6 }, () => askDue(shop.app)));
    await shop.ask();
    assert.deepEqual(
      (await threadLines(shop)).map(({ said }) => said),
      ["When do you open?", "At nine", "How did we do? Your answer helps us to get better."],
    );
    assert.deepEqual(
      await rowsOf(
        shop,
        `select author_member_id, author_rule_id, author_system, content -> 'buttons' -> 0 ->> 'title' as best
           from messages where author_system is not null`,
      ),
      [
        {
          author_member_id: null,
          author_rule_id: null,
          author_system: "satisfaction",
          best: "😊 Good",
        },
      ],
    );
    assert.deepEqual(
      await shop.cells("select lane from sends where kind = 'message' order by id"),
      ["reply", "utility"],
    );
    assert.deepEqual(await shop.cells(STATE), ["asked"]);
  });

  it("is asked by the next process when the first dies in the middle", async () => {
    await using shop = await satisfiedShop();
    await shop.set(await shop.talk("1"), "closed");
    let made = 0;
    const dying = {
      next: () => {
        made += 1;
        // The message's id is made; the send's is not, and neither is anything written.
        if (made > 2) throw new Error("Killed.");
        return shop.app.ids.next<never>();
      },
    };
    await askDue({ ...shop.app, ids: dying });
    assert.equal(made, 3);
    assert.deepEqual(await shop.cells(STATE), ["waiting"]);
    assert.deepEqual(
      await shop.cells("select id from messages where author_system is not null"),
      [],
    );
    await shop.ask();
    await shop.ask();
    assert.equal(
      (await shop.cells("select id from messages where author_system is not null")).length,
      1,
    );
  });

  it("stays answered, closed and waited for by nobody", async () => {
    await using shop = await satisfiedShop();
    const conversationId = await shop.talk("1");
    await shop.set(conversationId, "closed");
    const work = `select status, waiting_since, answered_at, answered_by_id, unread_count, status_at from conversations`;
    const waits = "select asked_at, answered_at, is_first from waits";
    const before = [await rowsOf(shop, work), await rowsOf(shop, waits)];
    shop.clock.advance(1_000);
    await shop.ask();
    assert.equal(
      (await shop.cells("select id from messages where author_system is not null")).length,
      1,
    );
    assert.deepEqual([await rowsOf(shop, work), await rowsOf(shop, waits)], before);
  });

  it("is not asked before the wait is over, nor when they write meanwhile", async () => {
    await using shop = await satisfiedShop({ waitMinutes: 10 });
    const conversationId = await shop.talk("1");
    await shop.set(conversationId, "closed");
    shop.clock.advance(10 * MINUTE_MS - 1);
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["waiting"]);
    await shop.receive(says("2", "One more thing", 300));
    shop.clock.advance(DAY_MS / 24);
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), []);

    await shop.answer(conversationId);
    await shop.set(conversationId, "closed");
    shop.clock.advance(10 * MINUTE_MS);
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["asked"]);
  });

  it("is not asked when it is opened by hand meanwhile", async () => {
    await using shop = await satisfiedShop({ waitMinutes: 10 });
    const conversationId = await shop.talk("1");
    await shop.set(conversationId, "closed");
    await shop.set(conversationId, "open");
    shop.clock.advance(DAY_MS / 24);
    await shop.ask();
    assert.deepEqual(
      await shop.cells("select id from messages where author_system is not null"),
      [],
    );
  });

  it("is not asked when nobody answered them", async () => {
    await using shop = await satisfiedShop();
    await shop.receive(says("1", "Hello"));
    const [id] = await shop.cells("select id from conversations");
    await shop.set(idOf<"conversation">(String(id)), "closed");
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["skipped not-answered"]);
  });

  it("is asked when the answer was written on the phone", async () => {
    await using shop = await satisfiedShop();
    await shop.receive(says("1", "Hello"), echo("2", "Hi", 1));
    const [id] = await shop.cells("select id from conversations");
    await shop.set(idOf<"conversation">(String(id)), "closed");
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["asked"]);
  });

  it("is not asked again within the days of rest, and again after them", async () => {
    await using shop = await satisfiedShop({ restDays: 7 });
    const conversationId = await shop.talk("1");
    await shop.set(conversationId, "closed");
    await shop.ask();
    for (const [id, day] of [
      ["2", 6],
      ["3", 8],
    ] as const) {
      shop.clock.set(new Date("2026-11-22T12:00:00Z"));
      shop.clock.advance(day * DAY_MS);
      const at = (shop.clock.now().getTime() - 1_795_348_800_000) / 1000;
      await shop.talk(id, at);
      await shop.set(conversationId, "closed");
      await shop.ask();
    }
    assert.deepEqual(await shop.cells(`${STATE} order by closed_at`), [
      "asked",
      "skipped asked-lately",
      "asked",
    ]);
  });

  it("is not asked while the number does not hear them", async () => {
    await using shop = await satisfiedShop();
    const conversationId = await shop.talk("1");
    await inWorkspace(shop.app.db, shop.workspaceId, async (tx) => {
      const at = shop.clock.now();
      const { contact_id } = await tx
        .selectFrom("conversations")
        .select("contact_id")
        .executeTakeFirstOrThrow();
      const ids = { workspace_id: shop.workspaceId, channel_id: shop.channelId, contact_id };
      await tx
        .insertInto("contact_blocks")
        .values({ ...ids, at })
        .execute();
    });
    await shop.set(conversationId, "closed");
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["skipped blocked"]);
  });

  it("is not asked when they have said that they want no such messages, and is when they do again", async () => {
    await using shop = await satisfiedShop({ restDays: 0 });
    const conversationId = await shop.talk("1");
    await shop.receive(preference("stop", 1));
    await shop.set(conversationId, "closed");
    await shop.ask();
    await shop.receive(preference("resume", 2), says("2", "Hello", 3));
    await shop.answer(conversationId);
    await shop.set(conversationId, "closed");
    await shop.ask();
    assert.deepEqual(await shop.cells(`${STATE} order by state`), ["asked", "skipped opted-out"]);
  });

  it("is asked on the numbers that were chosen alone", async () => {
    await using shop = await satisfiedShop({
      channelIds: ["00000000-0000-4000-8000-00000000dead"],
    });
    await shop.set(await shop.talk("1"), "closed");
    assert.deepEqual(await shop.cells(STATE), []);
  });

  it("is not asked when it is switched off while they wait", async () => {
    await using shop = await satisfiedShop();
    await shop.set(await shop.talk("1"), "closed");
    await shop.change({ isOn: false });
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["skipped off"]);
  });

  it("is asked on whichever road it is closed: in bulk too", async () => {
    await using shop = await satisfiedShop();
    const id = await shop.talk("1");
    const started = await startBulkChange(shop.app, shop.member, {
      ids: [id],
      change: { status: "closed" },
    });
    assert.ok("id" in started, JSON.stringify(started));
    await runBulkChange(shop.app, shop.workspaceId, started.id, new AbortController().signal);
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["asked"]);
  });

  it("is asked in their language, with a list where there are five answers", async () => {
    const texts = [usualTexts("en", 5), usualTexts("ru", 5)];
    await using shop = await satisfiedShop({ scale: 5, texts });
    const id = await shop.talk("1");
    const [contactId] = await shop.cells("select id from contacts");
    const fields = { language: "Russian" };
    await changeContact(shop.app, shop.member, idOf(String(contactId)), { fields });
    await shop.set(id, "closed");
    await shop.ask();
    const question = "from messages where author_system is not null";
    assert.deepEqual(await shop.cells(`select content ->> 'buttonTitle' ${question}`), [
      "Поставить оценку",
    ]);
    assert.deepEqual(
      await shop.cells(`select jsonb_array_length(content #> '{sections,0,rows}') ${question}`),
      [5],
    );
  });
});

describe("outside the window", () => {
  it("nobody is asked without a template", async () => {
    await using shop = await satisfiedShop();
    const id = await shop.talk("1");
    shop.clock.advance(2 * DAY_MS);
    await shop.set(id, "closed");
    await shop.ask();
    assert.deepEqual(await shop.cells(STATE), ["skipped window-closed"]);
  });

  it("the template asks, each of its buttons with an answer of its own", async () => {
    await using shop = await satisfiedShop({ template: CHOSEN });
    await addTemplates(shop, [template()]);
    const id = await shop.talk("1");
    shop.clock.advance(2 * DAY_MS);
    await shop.set(id, "closed");
    await shop.ask();
    assert.deepEqual(await shop.cells("select asked_by from satisfaction_requests"), ["template"]);
    const token = await shop.token();
    assert.deepEqual(
      await shop.cells(
        "select content #> '{values,replies}' from messages where author_system is not null",
      ),
      [{ "0": `galka-rating:${token}:3/3`, "1": `galka-rating:${token}:1/3` }],
    );
    assert.deepEqual(await shop.cells("select purpose from sends where lane = 'utility'"), [
      "utility",
    ]);
  });

  for (const [what, some] of [
    ["is marketing", { category: "marketing" }],
    ["is not approved", { status: "paused" }],
    ["has other buttons than those chosen", { buttons: [{ kind: "reply", title: "Good" }] }],
    ["has to be filled in", { body: "Hello {{1}}" }],
  ] as const) {
    it(`nobody is asked by a template that ${what}`, async () => {
      await using shop = await satisfiedShop({ template: CHOSEN });
      await addTemplates(shop, [template(some)]);
      const id = await shop.talk("1");
      shop.clock.advance(2 * DAY_MS);
      await shop.set(id, "closed");
      await shop.ask();
      assert.deepEqual(await shop.cells(STATE), ["skipped template-unusable"]);
    });
  }
});

const CHOSEN = { name: "how_was_it", language: "en", scores: [3, 1] };

function template(some: Partial<Template> = {}): Template {
  return {
    channelId: idOf<"channel">("set below"),
    id: "t1",
    name: "how_was_it",
    language: "en",
    category: "utility",
    status: "approved",
    rejectedReason: null,
    quality: "green",
    header: null,
    body: "How was it?",
    footer: null,
    buttons: [
      { kind: "reply", title: "Good" },
      { kind: "reply", title: "Bad" },
    ],
    ...some,
  };
}

async function addTemplates(shop: SatisfiedShop, templates: readonly Template[]): Promise<void> {
  const { app, workspaceId, channelId, clock } = shop;
  const own = templates.map((it) => ({ ...it, channelId }));
  await inWorkspace(app.db, workspaceId, (tx) =>
    replaceTemplates(tx, workspaceId, channelId, { templates: own, now: clock.now() }),
  );
}

function preference(value: "stop" | "resume", at: number): object {
  return body("user_preferences", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    contacts: [{ profile: { name: "Luz" }, wa_id: "5491155550101" }],
    user_preferences: [
      {
        wa_id: "5491155550101",
        detail: "No offers, please",
        category: "marketing_messages",
        value,
        timestamp: 1_795_348_800 + at,
      },
    ],
  });
}
