import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { TemplateTextJson } from "@galka/contract/json/templates/template-library";
import { until } from "../support/until.ts";
import { startWorld, type World } from "../support/world.ts";

const PLAIN: TemplateTextJson = {
  name: "plain",
  language: "en_US",
  category: "utility",
  parameterFormat: "positional",
  header: null,
  body: "Hello {{1}}, your order {{2}} is ready at our counter.",
  bodyExamples: { "1": "Luz", "2": "1184" },
  footer: null,
  buttons: [],
};

/** One pixel: what the reviewer's side wants is a picture, not a good one. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("templates", () => {
  let world: World;
  let channelId: string;
  let fileId: string;

  before(async () => {
    world = await startWorld();
    channelId = (await world.api("listChannels", {})).items[0]?.id ?? "";
    fileId = await uploadPicture();
  });
  after(() => world[Symbol.asyncDispose]());

  it("of every kind come back from the account as they were written", async () => {
    for (const text of everyKind()) {
      const templateId = await submit(text);
      await decide(templateId, { decision: "approve" });
      const known = await until(`${text.name} is approved here`, async () => {
        const { items } = await world.api("listTemplates", { params: { id: channelId } });
        return items.find((it) => it.name === text.name && it.status === "approved");
      });
      const { header, body, footer, buttons, cards, offer, code, bodyExamples } = known;
      const back = { header, body, footer, buttons, cards, offer, code, bodyExamples };
      assert.deepEqual(comparable(back), comparable(text), text.name);
    }
  });

  it("are rejected with the reviewer's words, mended and approved", async () => {
    const templateId = await submit({ ...PLAIN, name: "mended", footer: "Mended" });
    const explanation = "The second variable says nothing.";
    await decide(templateId, { decision: "reject", reason: "INVALID_FORMAT", explanation });
    await until("it is rejected here", async () => {
      const { template } = (await life(templateId)).view;
      return template.status === "rejected" && template.rejectedReason === explanation;
    });
    const body = "Hello {{1}}, your order with the number {{2}} is ready at our counter.";
    await submit({ ...PLAIN, name: "mended", footer: "Mended", body }, templateId);
    await decide(templateId, { decision: "approve" });
    await until("the mended words are approved", async () => {
      const { template } = (await life(templateId)).view;
      return template.status === "approved" && template.body === body;
    });
    const { versions } = await life(templateId);
    const causes = versions.map(({ cause }) => cause);
    assert.ok(causes.includes("submitted") && causes.includes("edited") && causes.includes("told"));
  });

  it("raise an alarm when Meta announces another category, and when it makes it", async () => {
    const templateId = await submit({ ...PLAIN, name: "moved", footer: "Corner bakery" });
    await decide(templateId, { decision: "approve" });
    await decide(templateId, { decision: "recategorize", category: "MARKETING", notice: "month" });
    await until("the notice is here", async () => {
      const { template, nextCategoryAt } = (await life(templateId)).view;
      return template.nextCategory === "marketing" && nextCategoryAt !== null;
    });
    await decide(templateId, { decision: "recategorize", category: "MARKETING", notice: "none" });
    await until("the change is here", async () => {
      const { template, categoryChangedAt } = (await life(templateId)).view;
      return template.category === "marketing" && categoryChangedAt !== null;
    });
  });

  it("are gone when they were deleted, and their name is kept", async () => {
    const templateId = await submit({ ...PLAIN, name: "deleted", footer: "Bakery at the corner" });
    await decide(templateId, { decision: "approve" });
    await until("it is approved", async () => {
      const { template } = (await life(templateId)).view;
      return template.status === "approved";
    });
    const params = { id: channelId };
    await world.api("deleteTemplate", { params, body: { templateId, languages: "one" } });
    const { blocked } = await world.api("getTemplateLibrary", { params });
    assert.ok(blocked.some(({ name }) => name === "deleted"));
    const text = { ...PLAIN, name: "deleted", footer: "Another one" };
    const { findings } = await world.api("lintTemplate", {
      params,
      body: { text, templateId: null },
    });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["name-blocked"],
    );
  });

  function everyKind(): readonly TemplateTextJson[] {
    const sample = { from: "file", fileId, name: "pixel.png" } as const;
    const url = {
      kind: "url",
      title: "Track",
      url: "https://bakery.example/{{1}}",
      example: "https://bakery.example/1184",
    } as const;
    const card = {
      header: { kind: "image", sample } as const,
      body: "Baked on {{1}} for you",
      bodyExamples: { "1": "Monday" },
      buttons: [{ kind: "reply", title: "Keep one" } as const, url],
    };
    const stop = { kind: "reply", title: "Stop offers" } as const;
    return [
      PLAIN,
      {
        ...PLAIN,
        name: "named",
        parameterFormat: "named",
        header: { kind: "text", text: "Order {{number}}", example: "1184" },
        body: "Hello {{first_name}}, your order is ready at our counter.",
        bodyExamples: { first_name: "Luz" },
        footer: "Corner bakery",
        buttons: [
          { kind: "reply", title: "Thanks" },
          url,
          { kind: "phone", title: "Call", phone: "+15550051310" },
        ],
      },
      { ...PLAIN, name: "pictured", header: { kind: "image", sample }, footer: "Look" },
      { ...PLAIN, name: "located", header: { kind: "location" }, footer: "Come here" },
      {
        ...PLAIN,
        name: "offered",
        category: "marketing",
        body: "Hello {{1}}, half a loaf is on us today, only for you.",
        bodyExamples: { "1": "Luz" },
        offer: { text: "Ends soon", ends: true },
        buttons: [{ kind: "copy-code", title: "Copy", example: "LOAF5" }, stop],
      },
      {
        ...PLAIN,
        name: "swiped",
        category: "marketing",
        body: "Hello {{1}}, this is what we baked for you this week.",
        bodyExamples: { "1": "Luz" },
        cards: [card, card],
      },
      {
        ...PLAIN,
        name: "called",
        body: "Your order {{1}} has a question for you, please call us.",
        bodyExamples: { "1": "1184" },
        buttons: [{ kind: "call", title: "Call us", ttlMinutes: 1440 }],
      },
      {
        ...PLAIN,
        name: "shown",
        category: "marketing",
        body: "Have a look at the bread that we bake. Write stop to stop.",
        bodyExamples: {},
        buttons: [{ kind: "catalog", title: "View catalog" }],
      },
      {
        ...PLAIN,
        name: "coded",
        category: "authentication",
        body: "*{{1}}* is your verification code. For your security, do not share this code.",
        footer: "This code expires in 10 minutes.",
        code: { advises: true, expiresMinutes: 10 },
        buttons: [{ kind: "code", title: "Copy code", how: "copy-code" }],
      },
    ];
  }

  async function submit(text: TemplateTextJson, templateId: string | null = null): Promise<string> {
    const id = randomUUID();
    await world.api("saveTemplateDraft", { params: { id }, body: { channelId, templateId, text } });
    const submitted = await world.api("submitTemplateDraft", { params: { id }, body: {} });
    return submitted.templateId;
  }

  async function decide(
    templateId: string,
    decision: Parameters<World["emulator"]["decideTemplate"]>[1],
  ): Promise<void> {
    await world.emulator.decideTemplate(templateId, decision);
  }

  function life(templateId: string) {
    return world.api("getTemplateLife", { params: { id: channelId }, query: { templateId } });
  }

  async function uploadPicture(): Promise<string> {
    const form = new FormData();
    form.set("file", new Blob([PIXEL], { type: "image/png" }), "pixel.png");
    const answer = await fetch(`${world.url}/api/v1/files`, {
      method: "POST",
      headers: { cookie: world.cookie, origin: world.url },
      body: form,
    });
    const stored = (await answer.json()) as { readonly id: string };
    assert.equal(answer.status, 200);
    return stored.id;
  }
});

/** Without what only one side has: samples, and what an account adds to a code's example. */
function comparable(text: object): unknown {
  const { code, bodyExamples, ...rest } = text as Partial<TemplateTextJson>;
  const examples = code || Object.keys(bodyExamples ?? {}).length === 0 ? undefined : bodyExamples;
  const { header, body, footer, buttons, cards, offer } = rest;
  const compared = { header, body, footer, buttons, cards, offer, code, examples };
  return JSON.parse(
    JSON.stringify(compared, (key, value: unknown) => (key === "sample" ? undefined : value)),
  );
}
