import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { JsonObject } from "../json.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";
import { createTemplate, sendTemplate } from "../testing/template-desk.ts";

const text = (value: string) => ({ type: "text", text: value });
const body = (...values: string[]) => ({ type: "body", parameters: values.map(text) });
const named = (value: string) => ({ type: "text", parameter_name: "first_name", text: value });
const notice = {
  components: [
    {
      type: "BODY",
      text: "Your order {{1}} is ready at our desk.",
      example: { body_text: [["7"]] },
    },
    { type: "FOOTER", text: "Lucky shrub" },
  ],
};

describe("a send of a template is refused", () => {
  it("for what its values are, with the code of each rule", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, notice);
    await refused(desk, 132000, undefined, "localizable_params (0)");
    await refused(desk, 132000, [body("1", "2")], "localizable_params (2)");
    await refused(desk, 132012, [{ type: "body", parameters: [image()] }], "received IMAGE");
    await refused(desk, 132018, [body("a\nb")], "new-line/tab");
    await refused(desk, 132018, [body("a     b")], "consecutive spaces");
    await refused(desk, 132007, [body("we threaten legal action against you")], "policy");
    await refused(desk, 132005, [body("x".repeat(1000))], "too long");
    assert.equal((await sendTemplate(desk, "order_ready", [body("x".repeat(900))])).status, 200);
  });

  it("for a name, a language or a status that cannot be sent", async () => {
    await using desk = await startDesk({ settings: { reviewer: false } });
    const id = await createTemplate(desk);
    await refused(desk, 132001, undefined, "does not exist in en_US");
    await desk.meta.control.decideTemplate(id, { decision: "approve" });
    assert.equal((await sendTemplate(desk, "order_ready")).status, 200);
    await desk.meta.control.decideTemplate(id, { decision: "pause" });
    await refused(desk, 132015, undefined, "is paused");
    await desk.meta.control.decideTemplate(id, { decision: "disable" });
    await refused(desk, 132016, undefined, "is disabled");
  });

  it("for a missing picture, link, code or end of an offer", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, {
      category: "MARKETING",
      components: [
        { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::aW1n"] } },
        {
          type: "limited_time_offer",
          limited_time_offer: { text: "Ends soon", has_expiration: true },
        },
        { type: "BODY", text: "Come and see us this week." },
        {
          type: "BUTTONS",
          buttons: [
            { type: "COPY_CODE", example: "SPRING25" },
            {
              type: "URL",
              text: "Shop",
              url: "https://shop.example/{{1}}",
              example: ["https://shop.example/a"],
            },
          ],
        },
      ],
    });
    const header = { type: "header", parameters: [image()] };
    const offer = {
      type: "limited_time_offer",
      parameters: [
        {
          type: "limited_time_offer",
          limited_time_offer: { expiration_time_ms: 1_800_000_000_000 },
        },
      ],
    };
    const code = button(0, "copy_code", { type: "coupon_code", coupon_code: "25OFF" });
    const link = button(1, "url", text("a"));
    await refused(desk, 132012, [offer, code, link], "expected IMAGE, received UNKNOWN");
    await refused(desk, 131008, [header, code, link], "expiration_time_ms");
    await refused(desk, 131008, [header, offer, link], "Button at index 0");
    await refused(desk, 131008, [header, offer, code], "index 1 of type Url requires");
    assert.equal(
      (await sendTemplate(desk, "order_ready", [header, offer, code, link])).status,
      200,
    );
  });

  it("for a value of another kind than the library has there", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, {
      components: undefined,
      library_template_name: "return_accepted_1",
    });
    await refused(desk, 132018, [body("3307", "much")], "must be of the type AMOUNT");
    assert.equal((await sendTemplate(desk, "order_ready", [body("3307", "$19.90")])).status, 200);
  });

  it("for a name of a variable that is not the template's", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, {
      parameter_format: "NAMED",
      components: [
        {
          type: "BODY",
          text: "Hello {{first_name}}, welcome to us.",
          example: {
            body_text_named_params: [{ param_name: "first_name", example: "Ana" }],
          },
        },
      ],
    });
    await refused(desk, 100, [body("Ana")], "first_name is missing");
    const right = [{ type: "body", parameters: [named("Ana")] }];
    assert.equal((await sendTemplate(desk, "order_ready", right)).status, 200);
  });
});

describe("a code", () => {
  it("has at most 15 characters", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, {
      category: "AUTHENTICATION",
      components: [
        { type: "BODY" },
        { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy" }] },
      ],
    });
    const sent = (value: string) => [body(value), button(0, "url", text(value))];
    await refused(desk, 132018, sent("1234567890123456"), "15 characters");
    assert.equal((await sendTemplate(desk, "order_ready", sent("J$FpnYnP"))).status, 200);
  });
});

function image(): JsonObject {
  return { type: "image", image: { link: "https://shop.example/a.png" } };
}

function button(index: number, subType: string, parameter: JsonObject): JsonObject {
  return { type: "button", sub_type: subType, index: String(index), parameters: [parameter] };
}

async function refused(
  desk: TestDesk,
  code: number,
  components: readonly object[] | undefined,
  words: string,
): Promise<void> {
  const answer = await sendTemplate(desk, "order_ready", components);
  const problem = problemOf(answer);
  assert.equal(problem.code, code, JSON.stringify(answer.body));
  assert.ok(problem.details.includes(words), problem.details);
}
