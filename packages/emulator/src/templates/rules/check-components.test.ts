import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphError } from "../../graph/error.ts";
import { Params } from "../../graph/params.ts";
import { checkComponents, checkName } from "./check-components.ts";

const body = (text: string, ...values: string[]) => ({
  type: "body",
  text,
  ...(values.length === 0 ? {} : { example: { body_text: [values] } }),
});
const buttons = (...all: object[]) => ({ type: "BUTTONS", buttons: all });
const quick = (text: string) => ({ type: "quick_reply", text });
const link = (url: string, example?: string[]) => ({ type: "URL", text: "Open", url, example });

describe("checkComponents accepts", () => {
  accepts("a text and spells types in capitals", [body("Your order is on its way.")]);
  accepts("variables with examples", [body("Hello {{1}}, order {{2}} is ready.", "Ana", "12")]);
  accepts("quick replies beside a link", [
    body("Shall we come tomorrow?"),
    buttons(
      quick("Yes"),
      quick("No"),
      link("https://example.com/{{1}}", ["https://example.com/a"]),
    ),
  ]);
});

describe("checkComponents refuses", () => {
  refuses("a template without body", [{ type: "FOOTER", text: "x" }], 2388043);
  refuses("variables without examples", [body("Hello {{1}}, welcome to us.")], 2388043);
  refuses("a variable at the start", [body("{{1}} is your table today.", "A")], 2388299);
  refuses("a variable at the end", [body("Your table today is {{1}}", "A")], 2388299);
  refuses(
    "more variables than words carry",
    [body("a {{1}} b {{2}} c {{3}} d", "1", "2", "3")],
    2388293,
  );
  refuses(
    "variables that skip a number",
    [body("Hello {{1}}, your {{3}} is here now.", "a", "b")],
    2388072,
  );
  refuses("a body of 1025 characters", [body("x".repeat(1025))], 2388040);
  refuses(
    "a footer with a variable",
    [body("Hello."), { type: "FOOTER", text: "by {{1}} us" }],
    2388073,
  );
  refuses(
    "a header of two lines",
    [{ type: "HEADER", format: "TEXT", text: "a\nb" }, body("Hello.")],
    2388047,
  );
  refuses(
    "an image without a sample",
    [{ type: "HEADER", format: "IMAGE" }, body("Hello.")],
    2388043,
  );
  refuses(
    "eleven buttons",
    [body("Hello."), buttons(...Array.from({ length: 11 }, (_, i) => quick(`b${i}`)))],
    2388060,
  );
  refuses(
    "quick replies around a link",
    [body("Hello."), buttons(quick("a"), link("https://a.example"), quick("b"))],
    2388060,
  );
  refuses(
    "three links",
    [
      body("Hello."),
      buttons(link("https://a.example"), link("https://b.example"), link("https://c.example")),
    ],
    2388060,
  );
  refuses(
    "a link with its variable in the middle",
    [body("Hello."), buttons(link("https://a.example/{{1}}/b", ["x"]))],
    2388060,
  );
});

it("wants the code button of an authentication template", () => {
  assert.throws(
    () => checkComponents("AUTHENTICATION", false, [new Params({ type: "BODY" })]),
    hasSubcode(2388043),
  );
});

it("takes lower-case names only", () => {
  checkName("order_ready_2");
  assert.throws(() => checkName("Order Ready"), hasSubcode(2388046));
});

function check(components: readonly object[]) {
  return checkComponents(
    "MARKETING",
    false,
    components.map((it) => new Params({ ...it })),
  );
}

function accepts(name: string, components: readonly object[]) {
  it(name, () => {
    const types = check(components).map((it) => it["type"]);
    assert.deepEqual(
      types,
      types.map((it) => String(it).toUpperCase()),
    );
  });
}

function refuses(name: string, components: readonly object[], subcode: number) {
  it(name, () => assert.throws(() => check(components), hasSubcode(subcode)));
}

function hasSubcode(subcode: number) {
  return (error: unknown) => {
    assert.ok(error instanceof GraphError);
    assert.equal(error.problem.subcode, subcode, error.problem.userMessage);
    return true;
  };
}
