import assert from "node:assert/strict";
import { it } from "node:test";
import { template } from "../testing/templates.ts";
import { renderTemplate } from "./render-template.ts";

it("fills in parameters, links and payloads", () => {
  const card = renderTemplate(
    template({
      components: [
        { type: "HEADER", format: "TEXT", text: "Order {{1}}" },
        { type: "BODY", text: "It costs {{1}} until {{2}}." },
        { type: "FOOTER", text: "Thank you" },
        {
          type: "BUTTONS",
          buttons: [
            { type: "QUICK_REPLY", text: "Later" },
            { type: "URL", text: "Track", url: "https://a.example/{{1}}" },
          ],
        },
      ],
    }),
    {
      components: [
        { type: "header", parameters: [{ type: "text", text: "12" }] },
        {
          type: "body",
          parameters: [
            { type: "currency", currency: { fallback_value: "$5" } },
            { type: "date_time", date_time: { fallback_value: "Monday" } },
          ],
        },
        {
          type: "button",
          sub_type: "quick_reply",
          index: 0,
          parameters: [{ type: "payload", payload: "LATER" }],
        },
        {
          type: "button",
          sub_type: "url",
          index: "1",
          parameters: [{ type: "text", text: "xyz" }],
        },
      ],
    },
    () => null,
  );
  assert.deepEqual(card.header, { kind: "text", text: "Order 12" });
  assert.equal(card.body, "It costs $5 until Monday.");
  assert.deepEqual(
    card.actions.map((it) => [it.kind, it.title, it.value, it.answers]),
    [
      ["reply", "Later", "LATER", true],
      ["url", "Track", "https://a.example/xyz", false],
    ],
  );
});

it("says the fixed words of a code and the code itself", () => {
  const card = renderTemplate(
    template({
      category: "AUTHENTICATION",
      components: [
        { type: "BODY", add_security_recommendation: true },
        { type: "FOOTER", code_expiration_minutes: 10 },
        { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy code" }] },
      ],
    }),
    {
      components: [
        { type: "body", parameters: [{ type: "text", text: "123456" }] },
        {
          type: "button",
          sub_type: "url",
          index: "0",
          parameters: [{ type: "text", text: "123456" }],
        },
      ],
    },
    () => null,
  );
  assert.match(card.body, /^\*123456\* is your verification code\./);
  assert.equal(card.actions[0]?.value, "123456");
});
