import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { type Answer, problemOf, startDesk, type TestDesk } from "../../testing/desk.ts";

const say = (body: string) => ({ type: "text", text: { body } });

describe("a message's sample", () => {
  it("is told the category that the message would have", async () => {
    await using desk = await startDesk();
    const utility = { success: true, category: "UTILITY" };
    const marketing = { success: true, category: "MARKETING" };
    assert.deepEqual((await judge(desk, say("Your order is ready."))).body, utility);
    assert.deepEqual((await judge(desk, say("Buy now: 20% off of everything."))).body, marketing);
    const link = (title: string) => ({
      type: "interactive",
      interactive: {
        type: "cta_url",
        body: { text: "Your order is ready." },
        action: { name: "cta_url", parameters: { display_text: title, url: "https://a.example" } },
      },
    });
    assert.deepEqual((await judge(desk, link("Track it"))).body, utility);
    assert.deepEqual((await judge(desk, link("Shop now"))).body, marketing);
  });

  it("is a text, or has replies or a link, and is whole", async () => {
    await using desk = await startDesk();
    const list = { type: "list", body: { text: "x" }, action: {} };
    refused(await judge(desk, { type: "interactive", interactive: list }), /BUTTON, CTA_URL/);
    refused(await judge(desk, { type: "image", image: {} }), /TEXT, INTERACTIVE/);
    refused(await judge(desk, { type: "text", text: {} }), /text\['body'\] is required/);
  });
});

function judge(desk: TestDesk, body: object): Promise<Answer> {
  return desk.graph("POST", `/v26.0/${DEMO.wabaId}/message_samples`, body);
}

function refused(answer: Answer, words: RegExp): void {
  assert.deepEqual([answer.status, problemOf(answer).code], [400, 100]);
  assert.match(problemOf(answer).details, words);
}
