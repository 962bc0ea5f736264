import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rememberAttempts } from "./attempts.ts";

describe("failed sign-ins", () => {
  function start() {
    let now = Date.parse("2026-11-22T12:00:00Z");
    const attempts = rememberAttempts({ now: () => new Date(now) });
    return {
      attempts,
      wait: (minutes: number) => {
        now += minutes * 60_000;
      },
      fail: (count: number, email: string, address: string) => {
        for (let n = 0; n < count; n++) attempts.failed(email, address);
      },
    };
  }

  it("let one try eight times, then make one wait a quarter of an hour", () => {
    const { attempts, wait, fail } = start();
    fail(7, "ana@example.org", "203.0.113.1");
    assert.equal(attempts.waitSeconds("ana@example.org", "203.0.113.1"), null);
    fail(1, "ana@example.org", "203.0.113.1");
    assert.equal(attempts.waitSeconds("ana@example.org", "203.0.113.1"), 900);
    wait(15);
    assert.equal(attempts.waitSeconds("ana@example.org", "203.0.113.1"), null);
  });

  it("do not lock the owner out of the account that a stranger guesses at", () => {
    const { attempts, fail } = start();
    fail(8, "ana@example.org", "203.0.113.1");
    assert.equal(attempts.waitSeconds("ana@example.org", "198.51.100.2"), null);
  });

  it("count for an account from many addresses together", () => {
    const { attempts, fail } = start();
    for (let n = 0; n < 40; n++) fail(1, "ana@example.org", `203.0.113.${n}`);
    assert.notEqual(attempts.waitSeconds("Ana@Example.org", "198.51.100.2"), null);
  });

  it("count for an address that tries many accounts", () => {
    const { attempts, fail } = start();
    for (let n = 0; n < 60; n++) fail(1, `ana${n}@example.org`, "203.0.113.1");
    assert.notEqual(attempts.waitSeconds("other@example.org", "203.0.113.1"), null);
  });

  it("are forgotten for the pair that got in", () => {
    const { attempts, fail } = start();
    fail(7, "ana@example.org", "203.0.113.1");
    attempts.succeeded("ana@example.org", "203.0.113.1");
    fail(7, "ana@example.org", "203.0.113.1");
    assert.equal(attempts.waitSeconds("ana@example.org", "203.0.113.1"), null);
  });
});
