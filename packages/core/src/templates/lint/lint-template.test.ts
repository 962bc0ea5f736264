import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { idOf } from "../../kernel/ids.ts";
import type { TemplateButton } from "../button.ts";
import type { TemplateCard } from "../parts.ts";
import type { Template } from "../template.ts";
import type { LintContext, TemplateText } from "./finding.ts";
import {
  LINT_RULES,
  type LintRuleName,
  lintTemplate,
  lintWords,
  severityOf,
} from "./lint-template.ts";

const plain: TemplateText = {
  name: "order_ready",
  language: "en_US",
  category: "utility",
  parameterFormat: "positional",
  header: null,
  body: "Hello {{1}}, your order {{2}} is ready at our counter.",
  bodyExamples: { "1": "Luz", "2": "1184" },
  footer: null,
  buttons: [],
};
const sample = { from: "file", fileId: "f", name: "bun.jpg" } as const;
const card: TemplateCard = {
  header: { kind: "image", sample },
  body: "Rye bread, baked today",
  buttons: [{ kind: "reply", title: "Keep one" }],
};
const stored: Template = {
  ...plain,
  channelId: idOf<"channel">("channel"),
  id: "1",
  status: "approved",
  rejectedReason: null,
  quality: "green",
};
const alone: LintContext = {
  now: new Date("2026-11-22T12:00:00Z"),
  others: [],
  editedId: null,
  blocked: [],
};
const code: TemplateText = {
  ...plain,
  category: "authentication",
  body: "",
  code: { advises: true, expiresMinutes: 10 },
  buttons: [{ kind: "code", title: "Copy code", how: "copy-code" }],
};
const marketing = { category: "marketing", buttons: [{ kind: "reply", title: "Stop" }] } as const;

describe("lintTemplate has nothing to say of", () => {
  clean("a text with variables", {});
  clean("a text with a heading, a footer and buttons", {
    header: { kind: "text", text: "Order {{1}}", example: "1184" },
    footer: "Corner bakery",
    buttons: [
      { kind: "reply", title: "Thanks" },
      {
        kind: "url",
        title: "Track",
        url: "https://bakery.example/{{1}}",
        example: "https://bakery.example/a",
      },
      { kind: "phone", title: "Call", phone: "+1 555 005 1310" },
    ],
  });
  clean("variables with names", {
    parameterFormat: "named",
    body: "Hello {{first_name}}, your order {{number}} is ready at our counter.",
    bodyExamples: { first_name: "Luz", number: "1184" },
  });
  clean("a code in Meta's words", code);
  clean("a carousel", {
    category: "marketing",
    body: "Fresh from the oven this morning, {{1}}, only for you.",
    bodyExamples: { "1": "Luz" },
    cards: [card, card],
  });
  clean("an offer with its code first", {
    category: "marketing",
    offer: { text: "Ends soon", ends: true },
    buttons: [
      { kind: "copy-code", title: "", example: "BUN5" },
      { kind: "reply", title: "No more offers" },
    ],
  });
});

describe("lintTemplate", () => {
  const broken = new Set<string>();
  after(() => {
    const untried = Object.keys(LINT_RULES).filter((rule) => !broken.has(rule));
    assert.deepEqual(untried, [], "every rule has a text that breaks it");
  });

  breaks("name-format", { name: "Order Ready" });
  breaks("name-of-sample", { name: "hello_world" });
  breaks("name-taken", {}, { others: [stored] });
  breaks(
    "name-blocked",
    {},
    {
      blocked: [
        { name: "order_ready", language: "en_US", until: new Date("2026-12-20T00:00:00Z") },
      ],
    },
  );
  breaks("language-unknown", { language: "en_FR" });
  breaks("language-of-text", { body: "Здравствуйте, ваш заказ уже готов и ждёт вас у стойки." });
  breaks("language-of-text", { language: "ru" });
  breaks("category-of-name", { language: "de", category: "marketing" }, { others: [stored] });
  breaks("category-of-approved", { category: "marketing" }, { others: [stored], editedId: "1" });
  breaks("category-unlikely", { body: "Hello there, take 20% off your next order this week." });
  breaks("category-unlikely", {
    language: "ru",
    body: "Здравствуйте! Дарим скидку на следующий заказ до конца недели.",
  });
  breaks("ttl-range", { ttlSeconds: 10 });

  breaks("text-missing", { body: " " });
  breaks("text-missing", { footer: "" });
  breaks("text-too-long", { body: "x".repeat(1025) });
  breaks("text-too-long", { footer: "x".repeat(61) });
  breaks("text-too-long", { header: { kind: "text", text: "x".repeat(61) } });
  breaks("text-too-long", { ...marketing, cards: [card, { ...card, body: "x".repeat(161) }] });
  breaks("text-too-long", { offer: { text: "x".repeat(17), ends: false } });
  breaks("header-not-plain", { header: { kind: "text", text: "Order *ready*" } });
  breaks("header-variables", { header: { kind: "text", text: "Of {{1}} and {{2}} here" } });
  breaks("footer-not-plain", { footer: "Yours, {{1}}" });
  breaks("variable-braces", { body: "Hello {{1}, your order is ready." });
  breaks("variable-signs", { body: "Hello {{first#name}}, your order is ready." });
  breaks("variable-name", {
    parameterFormat: "named",
    body: "Hello {{Name}}, your order is ready.",
  });
  breaks("variable-order", { body: "Hello {{1}}, your order {{3}} is ready." });
  breaks("variable-at-edge", { body: "{{1}} is the number of your order." });
  breaks("variable-at-edge", { body: "The number of your order is {{1}} " });
  breaks("variables-adjacent", { body: "Hello {{1}} {{2}}, your order is ready for you." });
  breaks("variables-dense", { body: "Dear {{1}}, {{2}} of {{3}}, yes." });
  breaks("example-missing", { bodyExamples: { "1": "Luz" } });
  breaks("example-private", { bodyExamples: { "1": "Luz", "2": "4111 1111 1111 1111" } });
  breaks("sample-missing", { header: { kind: "image" } });
  breaks("sample-missing", {
    header: { kind: "image", sample: { from: "meta", url: "https://scontent.example/x" } },
  });
  breaks("header-unknown", { header: { kind: "other", what: "GIF" } });
  breaks("words-of-another", { name: "order_ready_2" }, { others: [stored] });
  breaks("asks-for-secrets", { body: "Please send us your card number to confirm the order." });
  breaks("asks-for-secrets", {
    language: "ru",
    body: "Пришлите, пожалуйста, номер карты для заказа.",
  });
  breaks("threatens", { body: "Pay your order or expect legal action against you." });

  breaks("buttons-too-many", { buttons: many(11) });
  breaks("buttons-of-kind", { buttons: [link("a"), link("b"), link("c")] });
  breaks("replies-apart", { buttons: [reply("a"), link("b"), reply("c")] });
  breaks("button-alone", {
    ...marketing,
    buttons: [{ kind: "catalog", title: "" }, reply("Stop")],
  });
  breaks("button-text-missing", { buttons: [reply("")] });
  breaks("button-text-too-long", { buttons: [reply("x".repeat(26))] });
  breaks("button-text-plain", { buttons: [reply("Hi {{1}}")] });
  breaks("button-texts-equal", { buttons: [reply("Yes"), reply("Yes")] });
  breaks("link-format", { buttons: [{ kind: "url", title: "Track", url: "bakery.example" }] });
  breaks("link-variable", {
    buttons: [
      {
        kind: "url",
        title: "Track",
        url: "https://bakery.example/{{1}}/a",
        example: "https://bakery.example/1/a",
      },
    ],
  });
  breaks("link-example", {
    buttons: [{ kind: "url", title: "Track", url: "https://bakery.example/{{1}}" }],
  });
  breaks("link-hidden", { buttons: [{ kind: "url", title: "Track", url: "https://bit.ly/abc" }] });
  breaks("phone-format", { buttons: [{ kind: "phone", title: "Call", phone: "12" }] });
  breaks("coupon-example", { ...marketing, buttons: [{ kind: "copy-code", title: "" }] });
  breaks("flow-missing", {
    buttons: [{ kind: "flow", title: "Book", flowId: "", action: "data-exchange" }],
  });
  breaks("flow-screen", {
    buttons: [{ kind: "flow", title: "Book", flowId: "1", action: "navigate" }],
  });
  breaks("call-time", { buttons: [{ kind: "call", title: "Call", ttlMinutes: 5 }] });
  breaks("button-unknown", { buttons: [{ kind: "other", title: "Pay", what: "ORDER_DETAILS" }] });
  breaks("code-elsewhere", { buttons: [{ kind: "code", title: "Copy", how: "copy-code" }] });
  breaks("code-app", { ...code, buttons: [{ kind: "code", title: "Fill in", how: "one-tap" }] });
  breaks("code-terms", {
    ...code,
    buttons: [
      {
        kind: "code",
        title: "Fill in",
        how: "zero-tap",
        apps: [{ packageName: "com.example.bakery", signatureHash: "K8a/AINcGX7" }],
      },
    ],
  });

  const offer = { text: "Ends soon", ends: true };
  breaks("offer-footer", { ...marketing, offer, footer: "Corner bakery" });
  breaks("offer-header", { ...marketing, offer, header: { kind: "location" } });
  breaks("offer-code-first", {
    ...marketing,
    offer,
    buttons: [reply("Stop"), { kind: "copy-code", title: "", example: "BUN5" }],
  });
  breaks("offer-marketing", { offer });
  breaks("cards-count", { category: "marketing", cards: [card] });
  breaks("cards-alike", { category: "marketing", cards: [card, { ...card, body: null }] });
  breaks("card-header", {
    category: "marketing",
    cards: [card, { ...card, header: { kind: "location" } }],
  });
  breaks("card-buttons", { category: "marketing", cards: [card, { ...card, buttons: [] }] });
  breaks("cards-frame", { category: "marketing", cards: [card, card], footer: "Corner bakery" });
  breaks("code-shape", { ...code, header: { kind: "text", text: "Bakery" } });
  breaks("code-category", { category: "authentication" });
  breaks("code-minutes", { ...code, code: { advises: true, expiresMinutes: 91 } });
  breaks("product-header", { ...marketing, header: { kind: "product" } });
  breaks("no-way-out", { category: "marketing" });

  it("says where the words are that it is about", () => {
    const [found] = lintTemplate(
      { ...plain, body: "Hello {{1}} {{2}}, your order is ready for you." },
      alone,
    );
    assert.deepEqual(found, {
      rule: "variables-adjacent",
      at: { part: "body" },
      span: { from: 6, to: 17 },
    });
  });

  it("leaves the name of a template alone that is edited", () => {
    const rules = lintTemplate(plain, { ...alone, others: [stored], editedId: "1" });
    assert.deepEqual(rules, []);
  });

  it("speaks both languages", () => {
    const finding = {
      rule: "text-too-long",
      at: { part: "body" },
      facts: { length: 9, max: 5 },
    } as const;
    assert.equal(lintWords(finding, "en"), "9 characters, at most 5.");
    assert.equal(lintWords(finding, "ru"), "Символов: 9, а можно не больше 5.");
    const order = { rule: "variable-order", at: { part: "body" }, facts: { expected: 2 } } as const;
    assert.match(lintWords(order, "en"), /\{\{1\}\}.*\{\{2\}\}/u);
  });

  it("names the page of every rule", () => {
    for (const rule of Object.values(LINT_RULES)) assert.match(rule.source, /^docs\//u);
  });

  function breaks(
    rule: LintRuleName,
    some: Partial<TemplateText>,
    context: Partial<LintContext> = {},
  ) {
    broken.add(rule);
    const how = JSON.stringify({ ...some, ...context }).slice(0, 60);
    it(`finds ${rule} in ${how}`, () => {
      const found = lintTemplate({ ...plain, ...some }, { ...alone, ...context });
      assert.ok(
        found.some((it) => it.rule === rule),
        `found ${found.map((it) => it.rule).join(", ") || "nothing"}`,
      );
    });
  }
});

function clean(name: string, some: Partial<TemplateText>) {
  it(name, () => {
    const found = lintTemplate({ ...plain, ...some }, alone);
    const errors = found.filter((it) => severityOf(it) === "error");
    assert.deepEqual([errors, found], [[], []]);
  });
}

function reply(title: string): TemplateButton {
  return { kind: "reply", title };
}

function link(title: string): TemplateButton {
  return { kind: "url", title, url: `https://${title}.example/` };
}

function many(count: number): TemplateButton[] {
  return Array.from({ length: count }, (_, index) => reply(`b${index}`));
}
