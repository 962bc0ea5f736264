import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { type JsonObject, objectAt, textAt } from "../../json.ts";
import { problemOf, startDesk } from "../../testing/desk.ts";
import { newsOf, notice, TEMPLATES_PATH } from "../../testing/template-desk.ts";

const body = { type: "BODY", text: "Your order is ready at our desk." };
const buttons = (...all: object[]) => ({ type: "buttons", buttons: all });
const image = { type: "header", format: "image", example: { header_handle: ["4::aW1n"] } };
const offer = (text: string) => ({
  type: "limited_time_offer",
  limited_time_offer: { text, has_expiration: true },
});
const code = { type: "copy_code", example: "SPRING25" };
const shop = { type: "url", text: "Shop", url: "https://shop.example/" };
const card = (...more: object[]) => ({
  components: [image, { type: "body", text: "A blue elf." }, buttons(shop), ...more],
});
const otp = (given: JsonObject) => ({
  category: "AUTHENTICATION",
  components: [
    { type: "body", add_security_recommendation: true },
    { type: "footer", code_expiration_minutes: 10 },
    buttons({ type: "otp", otp_type: "copy_code", ...given }),
  ],
});
const app = { package_name: "com.example.app", signature_hash: "K8a/AINcGX7" };
const marketing = (...components: object[]) => ({ category: "marketing", components });

const KINDS: Readonly<Record<string, JsonObject>> = {
  "a header of text with a named variable": {
    parameter_format: "named",
    components: [
      {
        type: "header",
        format: "text",
        text: "Hello {{first_name}}",
        example: {
          header_text_named_params: [{ param_name: "first_name", example: "Ana" }],
        },
      },
      {
        type: "body",
        text: "Your code is {{code}} today.",
        example: { body_text_named_params: [{ param_name: "code", example: "25" }] },
      },
    ],
  },
  "a place": { components: [{ type: "header", format: "location" }, body] },
  "a product": marketing({ type: "header", format: "product" }, body, buttons({ type: "spm" })),
  "a GIF": marketing({ ...image, format: "gif" }, body),
  "every kind of button": {
    components: [
      body,
      { type: "footer", text: "Lucky shrub" },
      buttons(
        { type: "quick_reply", text: "Stop" },
        { ...shop, url: "https://shop.example/{{1}}", example: ["https://shop.example/a"] },
        { type: "phone_number", text: "Call", phone_number: "+15550051310" },
        { type: "voice_call", text: "Call here", ttl_minutes: 1440 },
        { type: "request_contact_info" },
        code,
      ),
    ],
  },
  "a catalog": marketing(body, buttons({ type: "catalog", text: "View catalog" })),
  "several products": marketing(
    { type: "header", format: "text", text: "Forgot something?" },
    body,
    buttons({ type: "mpm", text: "View items" }),
  ),
  "cards side by side": marketing(body, { type: "carousel", cards: [card(), card()] }),
  "an offer that ends": marketing(image, offer("Ends soon"), body, buttons(code, shop)),
  "a code to copy": otp({ text: "Copy code" }),
  "a code for one tap": otp({ otp_type: "one_tap", supported_apps: [app] }),
  "a code for no tap": otp({
    otp_type: "zero_tap",
    zero_tap_terms_accepted: true,
    ...app,
  }),
  "a question for permission to call": { components: [body, { type: "call_permission_request" }] },
  "a time to live": { message_send_ttl_seconds: 3600 },
};

describe("a template of every kind", () => {
  it("is taken, and answered with its types in capitals", async () => {
    await using desk = await startDesk({ settings: { graphLimits: false } });
    for (const [index, [kind, given]] of Object.entries(KINDS).entries()) {
      const name = `kind_${index}`;
      const answer = await desk.graph("POST", TEMPLATES_PATH, notice({ name, ...given }));
      assert.equal(answer.status, 200, `${kind}: ${JSON.stringify(answer.body)}`);
      const id = textAt(answer.body, "id") ?? "";
      const { body: read } = await desk.graph("GET", `/${id}?fields=components`);
      for (const type of JSON.stringify(read).matchAll(/"type":"([^"]+)"/g)) {
        assert.match(type[1] ?? "", /^[A-Z_]+$/, kind);
      }
    }
  });

  it("answers codes with the words that Meta has for them, approved at once", async () => {
    await using desk = await startDesk();
    const answer = await desk.graph("POST", TEMPLATES_PATH, notice({ name: "code", ...otp({}) }));
    assert.equal(answer.body["status"], "APPROVED");
    const { body: read } = await desk.graph("GET", `/${textAt(answer.body, "id") ?? ""}`);
    const text = JSON.stringify(read["components"]);
    assert.ok(text.includes("*{{1}}* is your verification code. For your security"), text);
    assert.ok(text.includes("This code expires in 10 minutes."), text);
    const again = await desk.graph("POST", `/${textAt(answer.body, "id") ?? ""}`, {
      components: read["components"],
    });
    assert.deepEqual(again.body, { success: true });
  });
});

describe("a template is refused", () => {
  const long = (count: number) => "x".repeat(count);
  const variable = (text: string, ...values: string[]) => ({
    components: [{ type: "BODY", text, example: { body_text: [values] } }],
  });
  const REFUSALS: readonly (readonly [string, number, JsonObject])[] = [
    ["for a name with capitals", 2388046, { name: "Order" }],
    ["for the name of a sample", 2388155, { name: "hello_world" }],
    ["without a body", 2388043, { components: [{ type: "FOOTER", text: "x" }] }],
    ["without the example of a variable", 2388043, variable("Order {{1}} is on its way.")],
    ["for a variable at the end", 2388299, variable("Your order has the number {{1}}", "1")],
    ["for too many variables", 2388293, variable("a {{1}} b {{2}} c", "1", "2")],
    ["for variables that skip a number", 2388072, variable("Order {{2}} is on its way.", "1", "2")],
    ["for a variable with a sign", 2388072, variable("Order {{a#}} is on its way.", "1")],
    ["for a body of 1,025 characters", 2388040, { components: [{ ...body, text: long(1025) }] }],
    ["for a footer of 61", 2388040, { components: [body, { type: "FOOTER", text: long(61) }] }],
    [
      "for an emoji in the header",
      2388047,
      { components: [{ type: "HEADER", format: "TEXT", text: "Sale 🎉" }, body] },
    ],
    [
      "for a variable in the footer",
      2388073,
      { components: [body, { type: "FOOTER", text: "by {{1}} us" }] },
    ],
    [
      "for quick replies around a link",
      2388060,
      {
        components: [
          body,
          buttons({ type: "quick_reply", text: "A" }, shop, { type: "quick_reply", text: "B" }),
        ],
      },
    ],
    ["for two codes to copy", 2388060, { components: [body, buttons(code, code)] }],
    [
      "for cards of two shapes",
      2388043,
      marketing(body, {
        type: "carousel",
        cards: [card(), { components: [image, buttons(shop)] }],
      }),
    ],
    [
      "for an offer with a footer",
      2388043,
      marketing(offer("Now"), body, { type: "FOOTER", text: "x" }, buttons(code, shop)),
    ],
    [
      "for an offer whose code is not first",
      2388043,
      marketing(offer("Now"), body, buttons(shop, code)),
    ],
    [
      "for words of its own around a code",
      2388072,
      {
        category: "AUTHENTICATION",
        components: [body, buttons({ type: "otp", otp_type: "copy_code" })],
      },
    ],
    [
      "for a code that lives two hours",
      2388073,
      {
        category: "AUTHENTICATION",
        components: [
          { type: "body" },
          { type: "footer", code_expiration_minutes: 120 },
          buttons({ type: "otp", otp_type: "copy_code" }),
        ],
      },
    ],
    [
      "for an app without its hash",
      2388043,
      otp({ otp_type: "one_tap", package_name: "com.example.app" }),
    ],
    ["for terms that nobody accepted", 2388060, otp({ otp_type: "zero_tap", ...app })],
  ];

  it("with the subcode of each rule that it breaks", async () => {
    await using desk = await startDesk({ settings: { graphLimits: false } });
    for (const [what, subcode, given] of REFUSALS) {
      const answer = await desk.graph("POST", TEMPLATES_PATH, notice({ name: "x", ...given }));
      assert.equal(answer.status, 400, what);
      assert.equal(problemOf(answer).subcode, subcode, `${what}: ${JSON.stringify(answer.body)}`);
      const error = objectAt(answer.body, "error") ?? {};
      assert.ok(textAt(error, "error_user_title") && textAt(error, "error_user_msg"), what);
    }
  });

  it("for a language, a category or a life that Meta does not know", async () => {
    await using desk = await startDesk();
    for (const given of [
      { language: "xx_XX" },
      { category: "NEWS" },
      { message_send_ttl_seconds: 20 },
      { components: [{ type: "HEADER", format: "PRODUCT" }, body] },
    ]) {
      const answer = await desk.graph("POST", TEMPLATES_PATH, notice({ name: "x", ...given }));
      assert.equal(problemOf(answer).code, 100, JSON.stringify(given));
    }
  });

  it("as the hundred and first of an hour, and not an hour later", async () => {
    await using desk = await startDesk({ settings: { reviewer: false, graphLimits: false } });
    for (let index = 0; index < 100; index += 1) {
      await desk.graph("POST", TEMPLATES_PATH, notice({ name: `a_${index}` }));
    }
    const refused = await desk.graph("POST", TEMPLATES_PATH, notice({ name: "one_more" }));
    assert.equal(problemOf(refused).code, 80008);
    await desk.pass(60 * 60 * 1000);
    const taken = await desk.graph("POST", TEMPLATES_PATH, notice({ name: "one_more" }));
    assert.equal(taken.status, 200);
  });

  it("as the 251st of a business that is not verified", async () => {
    await using desk = await startDesk({ settings: { reviewer: false, graphLimits: false } });
    await desk.meta.control.changeWaba(DEMO.wabaId, { businessVerificationStatus: "not_verified" });
    for (let index = 0; index < 249; index += 1) {
      if (index % 100 === 0) await desk.pass(60 * 60 * 1000);
      await desk.graph("POST", TEMPLATES_PATH, notice({ name: `a_${index}` }));
    }
    await desk.pass(60 * 60 * 1000);
    const refused = await desk.graph("POST", TEMPLATES_PATH, notice({ name: "one_more" }));
    assert.equal(problemOf(refused).subcode, 2388019);
  });

  it("in review when another has its words already", async () => {
    await using desk = await startDesk();
    await desk.graph("POST", TEMPLATES_PATH, notice({ name: "first" }));
    await desk.pass(3000);
    await desk.graph("POST", TEMPLATES_PATH, notice({ name: "second" }));
    await desk.pass(3000);
    const last = newsOf(desk, "message_template_status_update").at(-1) ?? {};
    assert.deepEqual([last["event"], last["reason"]], ["REJECTED", "INVALID_FORMAT"]);
    assert.ok(objectAt(last, "rejection_info"));
  });
});
