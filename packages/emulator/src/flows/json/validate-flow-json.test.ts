import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FlowValidationError } from "../../store/kinds/flows.ts";
import { validateFlowJson } from "./validate-flow-json.ts";

const done = (payload: object = {}) => ({
  type: "Footer",
  label: "Done",
  "on-click-action": { name: "complete", payload },
});
const go = (name: string, payload: object = {}) => ({
  type: "Footer",
  label: "Go on",
  "on-click-action": { name: "navigate", next: { type: "screen", name }, payload },
});
const input = (name: string, more: object = {}) => ({
  type: "TextInput",
  name,
  label: "Name",
  ...more,
});
const screen = (id: string, children: readonly object[], more: object = {}) => ({
  id,
  title: id,
  layout: { type: "SingleColumnLayout", children },
  ...more,
});
const END = { terminal: true, success: true };
const flow = (screens: readonly object[], more: object = {}) => ({
  version: "7.1",
  screens,
  ...more,
});
const one = (...children: object[]) => flow([screen("FIRST", children, END)]);
const BRANCHES = ["then", "else"];
const when = (condition: string, ...branches: object[][]) => ({
  type: "If",
  condition,
  ...Object.fromEntries(branches.map((it, index) => [BRANCHES[index], it])),
});
const exchange = { data_api_version: "3.0" };
const sent = { ...done(), "on-click-action": { name: "data_exchange", payload: {} } };
const heading = { type: "TextHeading", text: "Hello" };

describe("a Flow JSON", () => {
  accepts("of one screen", one(heading, done()));
  accepts(
    "whose screens hand over what the next one expects",
    flow([
      screen("FIRST", [input("who"), go("SECOND", { who: "${form.who}" })]),
      screen("SECOND", [{ type: "TextBody", text: "${data.who}" }, done({ who: "${data.who}" })], {
        ...END,
        data: { who: { type: "string", __example__: "Ana" } },
      }),
    ]),
  );
  accepts(
    "with an endpoint and its routes",
    flow([screen("FIRST", [sent]), screen("LAST", [done()], END)], {
      ...exchange,
      routing_model: { FIRST: ["LAST"], LAST: [] },
    }),
  );
  accepts(
    "with branches that each have a footer",
    one(when("${form.agree} == true", [done()], [done()])),
  );
});

describe("what is wrong with a Flow JSON is told:", () => {
  finds("no JSON", "{,}", "INVALID_FLOW_JSON");
  finds("no version", { screens: [] }, "MISSING_FLOW_JSON_VERSION");
  finds("a version that nobody knows", flow([], { version: "99.0" }), "INVALID_FLOW_JSON_VERSION");
  finds("an old version", flow([], { version: "1.0" }), "UNSUPPORTED_FLOW_JSON_VERSION");
  finds("no screens", flow([]), "MIN_ITEMS_REQUIRED");
  finds("an unknown property", one({ ...heading, size: 3 }, done()), "INVALID_PROPERTY_KEY");
  finds("an unknown component", one({ type: "Button" }, done()), "INVALID_PROPERTY_VALUE");
  finds("a missing property", one({ type: "TextBody" }, done()), "MISSING_REQUIRED_TYPE_PROPERTY");
  finds("a blank text", one({ ...heading, text: " " }, done()), "PATTERN_MISMATCH");
  finds(
    "a word for a number",
    one(input("a", { "max-chars": "Hundred" }), done()),
    "PATTERN_MISMATCH",
  );
  finds("a word for a flag", one(input("a", { required: "yes" }), done()), "INVALID_PROPERTY_TYPE");
  finds(
    "an unknown kind of input",
    one(input("a", { "input-type": "date" }), done()),
    "INVALID_ENUM_VALUE",
  );
  finds("a screen id with a number", flow([screen("A1", [done()], END)]), "PATTERN_MISMATCH");
  finds(
    "a screen twice",
    flow([screen("A", [done()], END), screen("A", [done()], END)]),
    "DUPLICATE_SCREEN_IDS",
  );
  finds(
    "a screen named success",
    flow([screen("SUCCESS", [done()], END)]),
    "SCREEN_ID_IS_RESERVED_KEYWORD",
  );
  finds("no end", flow([screen("A", [heading])]), "MISSING_TERMINAL_SCREEN");
  finds("an end without a footer", one(heading), "MISSING_FOOTER_ON_TERMINAL_SCREEN");
  finds(
    "success before the end",
    flow([screen("A", [go("B")], { success: true }), screen("B", [done()], END)]),
    "NOT_KEYWORD_SCHEMA_VALIDATION_FAILED",
  );
  finds("two footers", one(done(), done()), "MAX_FOOTER_PER_SCREEN");
  finds(
    "three links",
    one(
      ...["a", "b", "c"].map((text) => ({
        type: "EmbeddedLink",
        text,
        "on-click-action": { name: "open_url", url: "https://a.example" },
      })),
      done(),
    ),
    "MAX_EMBEDDED_LINK_PER_SCREEN",
  );
  finds("half a pair of captions", one({ ...done(), "left-caption": "a" }), "INVALID_DEPENDENCIES");
  finds(
    "an input outside of the form",
    one({ type: "Form", name: "f", children: [input("a")] }, input("b"), done()),
    "COMPONENTS_OUTSIDE_FORM",
  );
  finds(
    "an input without a form in an old version",
    { ...one(input("a"), done()), version: "3.1" },
    "KEYWORD_ONE_OF",
  );
  finds("a name twice", one(input("a"), input("a"), done()), "DUPLICATE_FORM_COMPONENT_NAMES");
  finds(
    "bounds the wrong way round",
    one(input("a", { "min-chars": 5, "max-chars": 2 }), done()),
    "MIN_VALUE_GREATER_THAN_MAX",
  );
  finds(
    "more photos than thirty",
    one({ type: "PhotoPicker", name: "p", label: "P", "max-uploaded-photos": 40 }, done()),
    "MAXIMUM_VALUE_REQUIRED",
  );
  finds(
    "a branch without a footer",
    one(when("${data.a}", [done()])),
    "MISSING_FOOTER_IN_IF_ELSE_BRANCHES",
  );
  finds("an empty condition", one(when(" ", [heading]), done()), "PATTERN_MISMATCH");
  finds(
    "a condition that never changes",
    one(when("573 == 376", [heading]), done()),
    "INVALID_PROPERTY_VALUE",
  );
  finds(
    "data that is not there",
    one({ ...heading, text: "${data.title}" }, done()),
    "INVALID_SCREEN_DYNAMIC_DATA",
  );
  finds(
    "data of another type",
    flow([
      screen("A", [{ ...heading, text: "${data.t}" }, done()], {
        ...END,
        data: { t: { type: "boolean", __example__: true } },
      }),
    ]),
    "INVALID_SCREEN_DYNAMIC_DATA",
  );
  finds(
    "an example of another type",
    flow([screen("A", [done()], { ...END, data: { t: { type: "number", __example__: "1" } } })]),
    "INVALID_SCREEN_DATA",
  );
  finds(
    "a list without its items",
    flow([screen("A", [done()], { ...END, data: { t: { type: "array", __example__: [] } } })]),
    "INVALID_SCREEN_DATA",
  );
  finds(
    "a field that is not there",
    one(done({ a: "${form.nobody}" })),
    "INVALID_ON_CLICK_ACTION_PAYLOAD",
  );
  finds(
    "photos for another screen",
    flow([
      screen("A", [{ type: "PhotoPicker", name: "p", label: "P" }, go("B", { p: "${form.p}" })]),
      screen("B", [done()], { ...END, data: { p: { type: "array", items: { type: "string" } } } }),
    ]),
    "INVALID_ON_CLICK_ACTION_PAYLOAD",
  );
  finds(
    "an end that is none",
    flow([screen("A", [done()]), screen("B", [done()], END)]),
    "INVALID_COMPLETE_ACTION",
  );
  finds(
    "a way to nowhere",
    flow([screen("A", [go("X")]), screen("B", [done()], END)]),
    "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME",
  );
  finds(
    "a way to where one is",
    flow([screen("A", [go("A")]), screen("B", [done()], END)]),
    "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME",
  );
  finds(
    "something that nobody expects",
    flow([screen("A", [go("B", { a: 1 })]), screen("B", [done()], END)]),
    "INVALID_NAVIGATE_ACTION_PAYLOAD",
  );
  finds("an exchange without an endpoint", one(sent), "MISSING_REQUIRED_PROPERTY");
  finds(
    "an endpoint without routes",
    flow([screen("A", [sent], END)], exchange),
    "MISSING_REQUIRED_PROPERTY",
  );
  finds(
    "a screen that no way leads to",
    flow([screen("A", [done()], END), screen("B", [done()], END)]),
    "INVALID_ROUTING_MODEL",
  );
  finds(
    "a way back",
    flow([screen("A", [go("B")]), screen("B", [go("A")]), screen("C", [done()], END)]),
    "INVALID_ROUTING_MODEL",
  );
  finds(
    "a screen that is not routed",
    flow([screen("A", [sent]), screen("B", [done()], END)], {
      ...exchange,
      routing_model: { A: [] },
    }),
    "INVALID_ROUTING_MODEL",
  );

  it("with line and column, the first of both being 1", () => {
    const text = '{\n  "version": "7.1",\n  "screens": [],\n  "colour": "red"\n}';
    const [error] = validateFlowJson(text).filter((it) => it.error === "INVALID_PROPERTY_KEY");
    const { pointers, ...rest } = error ?? assert.fail("not found");
    assert.deepEqual(rest, {
      error: "INVALID_PROPERTY_KEY",
      error_type: "FLOW_JSON_ERROR",
      message: 'Property "colour" cannot be specified at "$root".',
      line_start: 4,
      line_end: 4,
      column_start: 3,
      column_end: 10,
    });
    assert.equal(pointers[0]?.path, "colour");
  });

  it("with the way to the value", () => {
    const errors = check(one(heading, { ...done(), label: 3 }));
    assert.equal(errors[0]?.pointers[0]?.path, "screens[0].layout.children[1].label");
  });
});

function check(json: unknown): readonly FlowValidationError[] {
  return validateFlowJson(typeof json === "string" ? json : JSON.stringify(json, null, 2));
}

function accepts(name: string, json: object) {
  it(`is accepted ${name}`, () => assert.deepEqual(check(json), []));
}

function finds(name: string, json: unknown, error: string) {
  it(name, () => {
    const found = check(json).map((it) => it.error);
    assert.ok(found.includes(error), `found ${found.join(", ")}`);
  });
}
