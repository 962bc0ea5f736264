import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { partFields, partUnread } from "./part.ts";

describe("partFields", () => {
  const before = { city: "Riga" };
  const after = { city: "Riga", size: "M" };

  it("takes away what came from the other", () => {
    assert.deepEqual(partFields({ before, after, current: after }), before);
  });

  it("keeps what somebody has changed or added since", () => {
    const current = { city: "Oslo", size: "L", note: "VIP" };
    assert.deepEqual(partFields({ before, after, current }), current);
  });

  it("does not bring back what somebody has removed since", () => {
    assert.deepEqual(partFields({ before, after, current: { size: "M" } }), {});
  });
});

describe("partUnread", () => {
  it("gives back what each had while nobody has read it", () => {
    const since = { winner: 1, loser: 0 };
    assert.deepEqual(partUnread({ winner: 2, loser: 1 }, since, 4, [false, true, true, true]), {
      winner: 3,
      loser: 1,
    });
  });

  it("tells the last ones apart once somebody has read it", () => {
    const since = { winner: 1, loser: 1 };
    const unread = partUnread({ winner: 2, loser: 1 }, since, 1, [true, false]);
    assert.deepEqual(unread, { winner: 0, loser: 1 });
  });
});
