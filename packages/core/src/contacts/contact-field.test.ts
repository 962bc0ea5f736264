import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type FieldKind, fieldValue, fieldValues } from "./contact-field.ts";

describe("fieldValue", () => {
  check("text", "  VIP ", "VIP");
  check("number", "1 234,50", "1234.5");
  check("number", "-7", "-7");
  check("number", "1.234.567", null);
  check("number", "twelve", null);
  check("date", "2026-02-28", "2026-02-28");
  check("date", "1.3.2024", "2024-03-01");
  check("date", "31.02.2026", null);
  check("date", "03/04/2026", null);
  check("choice", "gold", "Gold");
  check("choice", "Bronze", null);
  check("phone", "+49 (30) 901-820", "+4930901820");
  check("phone", "12", null);
  check("phone", "call me", null);
  check("link", "example.org/x", "https://example.org/x");
  check("link", "javascript:alert(1)", null);
  check("link", "ftp://example.org", null);

  it("accepts again what it gave", () => {
    const field = { name: "f", kind: "number", choices: [] } as const;
    assert.deepEqual(fieldValue(field, "1234.5"), { value: "1234.5" });
  });

  function check(kind: FieldKind, written: string, value: string | null) {
    it(`takes ${JSON.stringify(written)} as a ${kind} for ${JSON.stringify(value)}`, () => {
      const result = fieldValue({ name: "f", kind, choices: ["Silver", "Gold"] }, written);
      assert.equal("refused" in result ? null : result.value, value);
    });
  }
});

describe("fieldValues", () => {
  const size = { name: "Size", kind: "number", choices: [] } as const;

  it("leaves fields that nobody defined as they are", () => {
    assert.deepEqual(fieldValues([size], { City: "Riga", Size: "2,5", Old: null }), {
      values: { City: "Riga", Size: "2.5", Old: null },
    });
  });

  it("says which field it is that does not fit", () => {
    assert.deepEqual(fieldValues([size], { Size: "big" }), {
      refused: "field-value-invalid",
      field: "Size",
      because: "not-a-number",
    });
  });
});
