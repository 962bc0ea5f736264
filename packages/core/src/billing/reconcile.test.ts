import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unknownAccount } from "./charging/account.ts";
import { bookHistory } from "./charging/book-history.ts";
import type { Delivery } from "./charging/delivery.ts";
import { type ToldCharge, reconcile, totalsOf } from "./reconcile.ts";

const AT = Date.parse("2026-11-23T10:00:00Z");
const DAY = Date.parse("2026-11-23T00:00:00Z");

const ours = bookHistory("by-date", new Map([["a", unknownAccount("a")]]), [
  delivery("1", "marketing"),
  delivery("2", "marketing"),
  delivery("3", "service"),
]);
const OF_INDIA = { ...delivery("4", "marketing"), country: "IN" };
const told: readonly ToldCharge[] = [
  charge("marketing", "regular", 2, 273_000),
  charge("service", "free_customer_service", 1, 0),
];

describe("reconcile", () => {
  check("finds nothing where both are the same", told, []);
  check(
    "tells of messages that were not heard of here",
    [charge("marketing", "regular", 3, 409_500), ...told.slice(1)],
    ["marketing not-heard"],
  );
  check("tells of messages that Meta does not count", told.slice(1), ["marketing not-told"]);
  check(
    "tells of another price",
    [charge("marketing", "regular", 2, 200_000), ...told.slice(1)],
    ["marketing other-price"],
  );
  check(
    "tells of messages that Meta counts as something else",
    [charge("marketing", "regular", 3, 409_500)],
    ["marketing other-kind", "service other-kind"],
  );

  it("adds up what is in one currency", () => {
    assert.deepEqual(totalsOf(reconcile(ours, told, { currency: "USD", dayOf })), [
      {
        currency: "USD",
        ours: { messageCount: 3, amountMicros: 273_000, currency: "USD" },
        told: { messageCount: 3, amountMicros: 273_000, currency: "USD" },
      },
    ]);
  });

  it("compares no amounts of two currencies, and adds up neither", () => {
    const lines = reconcile(ours, told, { currency: "EUR", dayOf });
    assert.deepEqual(
      lines.map((line) => [line.ours.currency, line.told.currency, line.difference]),
      [
        ["USD", "EUR", "other-currency"],
        // Nothing is nothing in any currency.
        ["USD", "EUR", null],
      ],
    );
    assert.deepEqual(totalsOf(lines), []);
  });

  it("adds up neither rupees nor dollars where dollars stand beside rupees", () => {
    const rupees = [...ours, ...ours].map((line, index) =>
      index < ours.length ? line : { ...line, currency: "INR", delivery: OF_INDIA },
    );
    const lines = reconcile(rupees, told, { currency: "INR", dayOf });
    assert.ok(lines.some((line) => line.ours.currency === line.told.currency));
    assert.deepEqual(totalsOf(lines), []);
  });

  function check(name: string, charges: readonly ToldCharge[], expected: readonly string[]) {
    it(name, () => {
      const lines = reconcile(ours, charges, { currency: "USD", dayOf });
      const differing = lines.flatMap(({ category, difference }) =>
        difference === null ? [] : [`${category} ${difference}`],
      );
      assert.deepEqual(differing, expected);
    });
  }
});

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function charge(category: string, type: string, messageCount: number, amountMicros: number) {
  return { fromMs: DAY, country: "DE", category, type, messageCount, amountMicros };
}

function delivery(id: string, category: Delivery["category"]): Delivery {
  return {
    id,
    atMs: AT,
    acceptedAtMs: AT,
    category,
    country: "DE",
    numberId: "n",
    personId: id,
    accountId: "a",
    lastInboundAtMs: AT,
    entryAtMs: null,
  };
}
