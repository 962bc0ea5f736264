import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withMaskedPhones } from "./mask.ts";

describe("withMaskedPhones", () => {
  it("masks identities wherever they are, and leaves the rest", () => {
    const told = {
      items: [
        {
          contact: {
            name: "Luz",
            identities: [
              { id: "1", kind: "phone", value: "5491155550101" },
              { id: "2", kind: "username", value: "luz" },
            ],
          },
          lastMessage: { content: { kind: "text", text: "Call 5491155550101" } },
          createdAt: null,
        },
      ],
      messages: [{ contactName: "5491155550101" }, { contactName: "Luz" }],
    };
    assert.deepEqual(withMaskedPhones(told), {
      items: [
        {
          contact: {
            name: "Luz",
            identities: [
              { id: "1", kind: "phone", value: "••••0101" },
              { id: "2", kind: "username", value: "luz" },
            ],
          },
          lastMessage: { content: { kind: "text", text: "Call 5491155550101" } },
          createdAt: null,
        },
      ],
      messages: [{ contactName: "••••0101" }, { contactName: "Luz" }],
    });
  });

  it("masks what is a number in a contact's fields, and no other field", () => {
    const fields = { "Second phone": "+49 151 1234567", City: "Riga", Size: "12345678" };
    assert.deepEqual(withMaskedPhones({ fields }).fields, {
      ...fields,
      "Second phone": "••••4567",
    });
  });
});
