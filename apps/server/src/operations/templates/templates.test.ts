import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import type { Template } from "@galka/core/templates/template";
import { inWorkspace } from "@galka/postgres/database";
import { kindsOfUnit, ROUBLES_OF_2022 } from "@galka/core/billing/tariffs/own-tariff";
import { choosePrices, keepTariff } from "../prices/tariffs/change-tariffs.ts";
import { sql } from "kysely";
import { GatewayError } from "../../channels/gateway.ts";
import { says } from "../../testing/meta-bodies.ts";
import { type TestApp, WABA_ID, startTestApp } from "../../testing/test-app.ts";
import { deleteTemplate } from "./delete-template.ts";
import { noteCategory, putAway } from "./mark-template.ts";
import { readTemplates } from "./list-templates.ts";
import { lintText, readLibrary, readTemplateLife } from "./read-library.ts";
import { submitDraft } from "./submit-draft.ts";
import { refreshTemplates } from "./sync-templates.ts";
import { discardDraft, saveDraft } from "./template-drafts.ts";

const TEXT: TemplateText = {
  name: "order_ready",
  language: "en_US",
  category: "utility",
  parameterFormat: "positional",
  header: null,
  body: "Hello {{1}}, your order is ready at our counter.",
  bodyExamples: { "1": "Luz" },
  footer: null,
  buttons: [],
};
const DAY_MS = 24 * 60 * 60 * 1000;

describe("drafts of templates", () => {
  it("are submitted once, and are a template that waits from then on", async () => {
    await using test = await startTestApp();
    const id = await draft(test);
    const submitted = granted(await submitDraft(test.app, test.member, id));
    assert.deepEqual(submitted, { templateId: "template-1", status: "pending" });
    assert.deepEqual(refusalOf(await submitDraft(test.app, test.member, id)), "not-found");
    assert.equal(test.meta.submitted.length, 1);

    const library = granted(await readLibrary(test.app, test.member, test.channelId));
    assert.deepEqual(library.drafts, []);
    assert.deepEqual(
      library.views.map(({ template }) => `${template.name} ${template.status}`),
      ["order_ready pending"],
    );
    const { versions } = await lifeOf(test, "template-1");
    assert.deepEqual(
      versions.map(({ cause, memberId }) => [cause, memberId]),
      [["submitted", test.member.id]],
    );
  });

  it("saved twice under one id are one draft", async () => {
    await using test = await startTestApp();
    const id = await draft(test);
    await draft(test, { ...TEXT, body: "Your order is ready." }, { id });
    const { drafts } = granted(await readLibrary(test.app, test.member, test.channelId));
    assert.deepEqual(
      drafts.map((it) => it.text.body),
      ["Your order is ready."],
    );
    granted(await discardDraft(test.app, test.member, id));
    assert.equal(refusalOf(await discardDraft(test.app, test.member, id)), "not-found");
  });

  it("are not submitted with what Meta would refuse", async () => {
    await using test = await startTestApp();
    const id = await draft(test, { ...TEXT, body: "{{1}} is here for you" });
    const refused = await submitDraft(test.app, test.member, id);
    assert.ok("refused" in refused && refused.refused === "template-unfit");
    assert.deepEqual(
      refused.findings.map(({ rule }) => rule),
      ["variable-at-edge"],
    );
    assert.match(refused.findings[0]?.words.ru ?? "", /переменной/u);
    assert.deepEqual(test.meta.submitted, []);
  });

  it("keep what Meta said when it refused them", async () => {
    await using test = await startTestApp();
    const id = await draft(test);
    test.meta.refuses = metaSays("Too many templates.");
    assert.equal(refusalOf(await submitDraft(test.app, test.member, id)), "meta-refused");
    const { drafts } = granted(await readLibrary(test.app, test.member, test.channelId));
    assert.equal(drafts[0]?.refusal?.explanation.en, "Too many templates.");
    // Another word of it, and what was said is no longer about it.
    await draft(test, { ...TEXT, footer: "Corner bakery" }, { id });
    const again = granted(await readLibrary(test.app, test.member, test.channelId));
    assert.equal(again.drafts[0]?.refusal, null);
  });

  it("are for those who look after templates", async () => {
    await using test = await startTestApp();
    const reader = { ...test.member, role: "read-only" as const };
    const wish = { id: randomUUID(), channelId: test.channelId, templateId: null, text: TEXT };
    assert.equal(refusalOf(await saveDraft(test.app, reader, wish)), "forbidden");
    assert.equal(refusalOf(await submitDraft(test.app, reader, wish.id)), "forbidden");
    assert.equal(refusalOf(await readLibrary(test.app, reader, test.channelId)), "forbidden");
  });
});

describe("editing a template", () => {
  it("is possible once a day while it is approved, and keeps name and language", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    const edit = { ...TEXT, name: "other", language: "de", body: "Your order is ready for you." };
    const first = await draft(test, edit, { templateId: "1" });
    granted(await submitDraft(test.app, test.member, first));
    assert.deepEqual(
      test.meta.submitted.map(({ templateId, text, mayChangeCategory }) => [
        templateId,
        text.name,
        text.language,
        mayChangeCategory,
      ]),
      [["1", "order_ready", "en_US", false]],
    );

    await sync(test, [template({ body: edit.body })]);
    const second = await draft(test, { ...edit, body: "It is ready." }, { templateId: "1" });
    const refused = await submitDraft(test.app, test.member, second);
    assert.ok("refused" in refused && refused.refused === "template-not-editable");
    assert.equal(refused.because, "once-a-day");
    test.clock.advance(DAY_MS);
    granted(await submitDraft(test.app, test.member, second));
  });

  it("counts for the day though only an example is exchanged", async () => {
    await using test = await startTestApp();
    await sync(test, [template({ body: TEXT.body })]);
    const edit = { ...TEXT, bodyExamples: { "1": "Ana" } };
    const first = await draft(test, edit, { templateId: "1" });
    granted(await submitDraft(test.app, test.member, first));
    await sync(test, [template({ body: TEXT.body })]);
    const second = await draft(test, edit, { templateId: "1" });
    const refused = await submitDraft(test.app, test.member, second);
    assert.ok("refused" in refused && refused.refused === "template-not-editable");
    assert.equal(refused.because, "once-a-day");
  });

  it("counts what somebody changed elsewhere", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    await sync(test, [template({ body: "Hello {{1}}, come and get your order." })]);
    const { right, versions } = await lifeOf(test, "1");
    assert.deepEqual(right.may, false);
    assert.deepEqual(
      versions.map(({ cause, changed }) => [cause, changed.length > 3]),
      [
        ["told", false],
        ["seen", true],
      ],
    );
  });

  it("waits for the review", async () => {
    await using test = await startTestApp();
    await sync(test, [template({ status: "pending" })]);
    const id = await draft(test, TEXT, { templateId: "1" });
    const refused = await submitDraft(test.app, test.member, id);
    assert.ok("refused" in refused && refused.refused === "template-not-editable");
  });
});

describe("a template that is counted as another category", () => {
  it("is told with what a month like the last one costs more, by the workspace's own tariff", async () => {
    await using test = await startTestApp();
    await sync(test, [template({ category: "utility" })]);
    await booked(test, "AR", 1);
    await booked(test, "DE", 2);
    await booked(test, "DE", 3);
    await booked(test, "BR", 31);
    const before = granted(await readLibrary(test.app, test.member, test.channelId));
    assert.equal(before.changes.size, 0);
    await sync(test, [template({ category: "marketing" })]);
    const { app, member, channelId } = test;
    const inDollars = granted(await readLibrary(app, member, channelId)).changes.get("1");
    assert.deepEqual(
      [inDollars?.before, inDollars?.after, inDollars?.arrivedCount],
      ["utility", "marketing", 3],
    );
    assert.deepEqual(
      inDollars?.differences.map(({ currency }) => currency),
      ["USD"],
    );
    const kinds = kindsOfUnit("message");
    const prices = kinds.map((kind, n) => ({ market: "other", kind, micros: (9 - n) * 1_000_000 }));
    const own = { ...ROUBLES_OF_2022, name: "Ours", unit: "message", free: 0, prices } as const;
    const kept = granted(await keepTariff(app, member, null, own));
    const markup = { basisPoints: 0, fixedMicros: 0 };
    granted(await choosePrices(app, member, { tariff: kept.id, markup }));
    const inRoubles = granted(await readLibrary(app, member, channelId));
    assert.deepEqual(
      inRoubles.prices.prices.map(({ currency, micros }) => [currency, micros / 1_000_000]),
      [
        ["RUB", 9],
        ["RUB", 8],
        ["RUB", 7],
      ],
    );
    const { differences } = inRoubles.changes.get("1") ?? {};
    assert.deepEqual(differences, [{ currency: "RUB", micros: 3 * 1_000_000 }]);
  });

  /** One of its messages that arrived so many days ago. */
  async function booked(test: TestApp, country: string, daysAgo: number): Promise<void> {
    const { app, workspaceId, channelId } = test;
    const at = new Date(app.clock.now().getTime() - daysAgo * DAY_MS);
    const [id, nobody] = [app.ids.next(), app.ids.next()];
    const { name, language } = template();
    await inWorkspace(app.db, workspaceId, (tx) =>
      sql`
        insert into bookings (workspace_id, message_id, channel_id, waba_id, conversation_id, contact_id,
                              template_name, template_language, accepted_at, delivered_at, category, country,
                              day, tariff, card_from, currency, market, model, type, charged_as, billable,
                              reason, amount_micros, standing, opens)
        values (${workspaceId}, ${id}, ${channelId}, '1', ${nobody}, ${nobody}, ${name}, ${language}, ${at},
                ${at}, 'utility', ${country}, ${at}, 'by-date', ${at}, 'USD', ${country}, 'message',
                'regular', 'utility', true, 'message', 26000, 'published', false)`.execute(tx),
    );
  }
});

describe("deleting a template", () => {
  it("keeps the name of an approved one for 30 days", async () => {
    await using test = await startTestApp();
    await sync(test, [template(), template({ id: "2", language: "ru", status: "rejected" })]);
    const wish = { channelId: test.channelId, templateId: "1", languages: "all" } as const;
    granted(await deleteTemplate(test.app, test.member, wish));
    const library = granted(await readLibrary(test.app, test.member, test.channelId));
    assert.deepEqual(library.views, []);
    assert.deepEqual(
      library.blocked.map(({ language }) => language),
      ["en_US"],
    );
    const wanted = { channelId: test.channelId, editedId: null, text: TEXT };
    const { findings } = granted(await lintText(test.app, test.member, wanted));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["name-blocked"],
    );
    test.clock.advance(30 * DAY_MS);
    const later = granted(await lintText(test.app, test.member, wanted));
    assert.deepEqual(later.findings, []);
  });
});

describe("what Meta tells of a template", () => {
  it("is kept as versions, with why it is paused", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    await test.receive(
      told("message_template_status_update", {
        event: "PAUSED",
        reason: "NONE",
        other_info: { title: "FIRST_PAUSE", description: "Paused for 3 hours." },
      }),
      told("message_template_quality_update", {
        previous_quality_score: "GREEN",
        new_quality_score: "RED",
      }),
    );
    const { view, versions } = await lifeOf(test, "1");
    assert.deepEqual(
      [view.template.status, view.template.rejectedReason, view.template.quality],
      ["paused", "Paused for 3 hours.", "red"],
    );
    assert.deepEqual(versions.map(({ changed }) => changed.join()).slice(0, 2), [
      "quality",
      "status",
    ]);
    await sync(test, [template({ status: "paused", quality: "red" })]);
    assert.equal(
      (await lifeOf(test, "1")).versions.length,
      3,
      "reading it again says nothing else",
    );
  });

  it("keeps the reviewer's words when the list only has the word that stands for them", async () => {
    await using test = await startTestApp();
    await sync(test, [template({ status: "pending" })]);
    const words = "The second variable says nothing.";
    await test.receive(
      told("message_template_status_update", {
        event: "REJECTED",
        reason: "INVALID_FORMAT",
        rejection_info: { reason: words },
      }),
    );
    const rejected = template({ status: "rejected", rejectedReason: "INVALID_FORMAT" });
    await sync(test, [rejected]);
    assert.equal((await lifeOf(test, "1")).view.template.rejectedReason, words);
    await sync(test, [template({ status: "approved" })]);
    await sync(test, [rejected]);
    assert.equal((await lifeOf(test, "1")).view.template.rejectedReason, "INVALID_FORMAT");
  });

  it("raises an alarm about the category until somebody takes note", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    await test.receive(
      told("template_category_update", {
        new_category: "UTILITY",
        correct_category: "MARKETING",
        category_update_timestamp: 1_796_083_200,
      }),
    );
    const announced = (await lifeOf(test, "1")).view;
    assert.deepEqual(
      [announced.template.category, announced.template.nextCategory, announced.nextCategoryAt],
      ["utility", "marketing", new Date(1_796_083_200_000)],
    );
    const which = { channelId: test.channelId, templateId: "1" };
    granted(await noteCategory(test.app, test.member, which));
    assert.ok((await lifeOf(test, "1")).view.categorySeenAt);

    await test.receive(
      told("template_category_update", { previous_category: "UTILITY", new_category: "MARKETING" }),
    );
    const { template: moved, ...view } = (await lifeOf(test, "1")).view;
    assert.deepEqual([moved.category, moved.previousCategory], ["marketing", "utility"]);
    assert.equal(moved.nextCategory, undefined);
    assert.deepEqual([view.categorySeenAt, view.categoryChangedAt === null], [null, false]);
  });

  it("raises the alarm also when only the poll sees it", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    await sync(test, [template({ category: "marketing", previousCategory: "utility" })]);
    assert.ok((await lifeOf(test, "1")).view.categoryChangedAt);
  });
});

describe("a template that was put away", () => {
  it("is offered to nobody, and comes back", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    const which = { channelId: test.channelId, templateId: "1" };
    granted(await putAway(test.app, test.member, which, true));
    assert.deepEqual(await offered(test), []);
    await sync(test, [template()]);
    assert.deepEqual(await offered(test), []);
    granted(await putAway(test.app, test.member, which, false));
    assert.deepEqual(await offered(test), ["order_ready"]);
  });
});

describe("the use of a template", () => {
  it("is counted by days from our own messages and taps", async () => {
    await using test = await startTestApp();
    await sync(test, [template()]);
    const conversationId = await conversationOf(test);
    const days = [1, 10, 40, 100];
    for (const [index, ago] of days.entries()) {
      const at = new Date(test.app.clock.now().getTime() - ago * DAY_MS);
      const content = {
        kind: "template",
        name: "order_ready",
        language: "en_US",
        text: "",
        buttons: [],
        values: {},
      };
      const id = randomUUID();
      const sent = {
        id,
        conversationId,
        direction: "out",
        status: index === 0 ? "read" : "delivered",
        at,
      };
      await say(test, { ...sent, content });
      if (index !== 1) continue;
      const tap = { kind: "choice", from: "template-button", id: "Thanks", title: "Thanks" };
      const answer = {
        id: randomUUID(),
        conversationId,
        direction: "in",
        status: "received",
        at,
        replyToId: id,
      };
      await say(test, { ...answer, content: tap });
    }
    const { use } = await lifeOf(test, "1");
    assert.deepEqual(
      use.map((it) => [it.days, it.sentCount, it.deliveredCount, it.readCount, it.tappedCount]),
      [
        [7, 1, 1, 1, 0],
        [30, 2, 2, 1, 1],
        [90, 3, 3, 1, 1],
      ],
    );
  });
});

async function conversationOf(test: TestApp): Promise<string> {
  await test.receive(says("hello", "Hello"));
  const { rows } = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
    sql<{ id: string }>`select id from conversations`.execute(tx),
  );
  return rows[0]?.id ?? "";
}

type Said = {
  readonly id: string;
  readonly conversationId: string;
  readonly direction: string;
  readonly status: string;
  readonly at: Date;
  readonly content: object;
  readonly replyToId?: string;
};

async function say({ app, workspaceId, channelId }: TestApp, said: Said): Promise<void> {
  const { id, conversationId, direction, status, at, content, replyToId = null } = said;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status,
                            reply_to_id, at, status_at, created_at)
      values (${workspaceId}, ${id}, ${conversationId}, ${channelId}, ${direction},
              ${JSON.stringify(content)}::jsonb, ${status}, ${replyToId}, ${at}, ${at}, ${at})`.execute(
      tx,
    );
  });
}

async function draft(
  { app, member, channelId }: TestApp,
  text: TemplateText = TEXT,
  {
    id = randomUUID(),
    templateId = null,
  }: { readonly id?: string; readonly templateId?: string | null } = {},
): Promise<string> {
  granted(await saveDraft(app, member, { id, channelId, templateId, text }));
  return id;
}

function template(some: Partial<Template> = {}): Template {
  return {
    ...TEXT,
    channelId: idOf<"channel">("00000000-0000-4000-8000-000000000000"),
    id: "1",
    status: "approved",
    rejectedReason: null,
    quality: "green",
    ...some,
  };
}

async function sync(test: TestApp, templates: readonly Template[]): Promise<void> {
  test.meta.templates = templates.map((it) => ({ ...it, channelId: test.channelId }));
  assert.equal(await refreshTemplates(test.app, test.workspaceId, test.channelId), null);
}

async function lifeOf({ app, member, channelId }: TestApp, templateId: string) {
  return granted(await readTemplateLife(app, member, { channelId, templateId }));
}

async function offered({ app, member, channelId }: TestApp): Promise<string[]> {
  const { items } = granted(await readTemplates(app, member, channelId));
  return items.map(({ name }) => name);
}

/** As Meta says it a second after the templates were read. */
function told(field: string, about: object): object {
  const value = {
    message_template_id: 1,
    message_template_name: "order_ready",
    message_template_language: "en-US",
    ...about,
  };
  const entry = [{ id: WABA_ID, time: 1_795_348_801, changes: [{ field, value }] }];
  return { object: "whatsapp_business_account", entry };
}

function metaSays(words: string): GatewayError {
  const both = { en: words, ru: words };
  return new GatewayError(words, {
    code: 100,
    title: "Invalid parameter",
    detail: null,
    remedy: { kind: "give-up" },
    explanation: both,
    advice: both,
    raw: null,
  });
}

function granted<T extends object>(result: T): Exclude<T, Refused<string>> {
  assert.ok(!("refused" in result), JSON.stringify(result));
  // Whatever is refused has the key; TypeScript does not narrow a type parameter by it.
  return result as Exclude<T, Refused<string>>;
}

function refusalOf(result: object): string {
  return "refused" in result ? String(result.refused) : "nothing";
}
