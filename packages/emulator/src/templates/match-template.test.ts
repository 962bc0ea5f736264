import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphError } from "../graph/error.ts";
import { Params } from "../graph/params.ts";
import { template } from "../testing/templates.ts";
import { matchTemplate } from "./match-template.ts";

const text = (value: string) => ({ type: "text", text: value });
const body = (...values: string[]) => ({ type: "body", parameters: values.map(text) });
const image = { type: "HEADER", format: "IMAGE" };
const plain = { type: "BODY", text: "Your order {{1}} is ready." };
const withLink = {
  type: "BUTTONS",
  buttons: [{ type: "URL", text: "Open", url: "https://a.example/{{1}}" }],
};

describe("matchTemplate", () => {
  it("takes what the template asks for", () => {
    const header = {
      type: "header",
      parameters: [{ type: "image", image: { link: "https://a.example/b" } }],
    };
    const button = { type: "button", sub_type: "url", index: "0", parameters: [text("x")] };
    match([image, plain, withLink], [header, body("12"), button]);
  });

  refuses(
    "a missing parameter",
    [plain],
    [],
    132000,
    "body: number of localizable_params (0) does not match the expected number of params (1)",
  );
  refuses("one parameter too many", [plain], [body("1", "2")], 132000, "localizable_params (2)");
  refuses(
    "a missing header",
    [image, plain],
    [body("1")],
    132012,
    "header: Format mismatch, expected IMAGE, received UNKNOWN",
  );
  refuses(
    "a document for an image",
    [image, plain],
    [
      {
        type: "header",
        parameters: [{ type: "document", document: { link: "https://a.example/b" } }],
      },
      body("1"),
    ],
    132012,
    "expected IMAGE, received DOCUMENT",
  );
  refuses(
    "a link without its end",
    [plain, withLink],
    [body("1")],
    131008,
    "buttons: Button at index 0 of type Url requires a parameter",
  );
  refuses(
    "a button that is not there",
    [plain],
    [body("1"), { type: "button", sub_type: "url", index: 0, parameters: [text("x")] }],
    132012,
    "index 0 does not exist",
  );
});

function match(components: readonly Record<string, unknown>[], sent: readonly object[]) {
  matchTemplate(template({ components: [...components] }), new Params({ components: sent }));
}

function refuses(
  name: string,
  components: readonly Record<string, unknown>[],
  sent: readonly object[],
  ...[code, words]: [number, string]
) {
  it(`refuses ${name}`, () => {
    assert.throws(
      () => match(components, sent),
      (error: unknown) => {
        assert.ok(error instanceof GraphError);
        assert.equal(error.problem.code, code);
        assert.ok(error.problem.details?.includes(words), error.problem.details);
        return true;
      },
    );
  });
}
