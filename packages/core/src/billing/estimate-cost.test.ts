import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unknownAccount } from "./charging/account.ts";
import { type EstimateGroup, estimateCost } from "./estimate-cost.ts";
import { META_TARIFFS } from "./tariffs/meta-tariffs.ts";

const NOW = new Date("2026-11-23T10:00:00Z");

describe("estimateCost", () => {
  check(
    "charges marketing to each person by their country",
    [group("DE", "marketing", 1000), group("IN", "marketing", 500)],
    [136_500_000 + 5_900_000, 136_500_000 + 5_900_000, 0],
  );
  check(
    "takes what an advertisement brought as free, at most as charged",
    [{ ...group("DE", "marketing", 10), inFreeEntry: 4 }],
    [6 * 136_500, 10 * 136_500, 4],
  );
  check(
    "charges utility inside the window too since October 2026",
    [{ ...group("DE", "utility", 10), inWindow: 10 }],
    [550_000, 550_000, 0],
  );
  check(
    "gives what is left of a number's thousand answers away",
    [group("DE", "service", 1500)],
    [700 * 55_000, 700 * 55_000, 800],
    new Map([["answers number 2026-11", 200]]),
  );
  check(
    "goes over to the second tier in the middle of a plan",
    [group("BR", "utility", 30)],
    [20 * 6_800 + 10 * 6_500, 20 * 6_800 + 10 * 6_500, 0],
    new Map([["tier account BR utility 2026-11", 249_980]]),
  );

  it("leaves out of the least what will not arrive", () => {
    const { totals } = estimateCost(NOW, wish([group("DE", "marketing", 1000)], 0.9));
    assert.deepEqual(totals, [
      { currency: "USD", leastMinor: 12_285, mostMinor: 13_650, count: 1000, freeCount: 0 },
    ]);
  });

  it("lets utility inside the window be free under the tariff of 2025-07", () => {
    const choice = META_TARIFFS.find(({ id }) => id === "2025-07");
    assert.ok(choice);
    const groups = [{ ...group("DE", "utility", 10), inWindow: 3 }];
    const { lines } = estimateCost(NOW, { ...wish(groups), choice });
    assert.deepEqual(
      lines.map((line) => [line.leastMicros, line.mostMicros, line.freeCount, line.freeBecause]),
      [[7 * 55_000, 550_000, 3, "free-utility-in-window"]],
    );
  });

  it("prices a million people at once", () => {
    const { totals } = estimateCost(NOW, wish([group("IN", "utility", 1_000_000)]));
    assert.equal(totals[0]?.mostMinor, 140_000);
  });

  function check(
    name: string,
    groups: readonly EstimateGroup[],
    expected: readonly [number, number, number],
    counts: ReadonlyMap<string, number> = new Map(),
  ) {
    it(name, () => {
      const { lines } = estimateCost(NOW, { ...wish(groups), counts });
      const sum = (of: (line: (typeof lines)[number]) => number) =>
        lines.reduce((total, line) => total + of(line), 0);
      assert.deepEqual(
        [sum((it) => it.leastMicros), sum((it) => it.mostMicros), sum((it) => it.freeCount)],
        expected,
      );
    });
  }
});

function group(country: string, category: EstimateGroup["category"], count: number): EstimateGroup {
  return { country, category, count, inWindow: 0, inFreeEntry: 0 };
}

function wish(groups: readonly EstimateGroup[], leastDelivered = 1) {
  return {
    choice: "by-date" as const,
    account: { ...unknownAccount("account"), country: "DE" },
    numberId: "number",
    groups,
    counts: new Map<string, number>(),
    leastDelivered,
  };
}
