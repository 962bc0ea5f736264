import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import type { PresenceJson } from "@galka/contract/events";
import { localWake } from "../local-wake.ts";
import { keepElsewhere, together } from "./elsewhere.ts";

const W = "workspace";
const ana = person("ana");
const ben = person("ben");

describe("who is elsewhere", () => {
  it("is told of what they do, and that they went", () => {
    using desks = twoProcesses();
    desks.one.is(ana, { ...ben, viewing: "c1", typing: "c1" });
    assert.deepEqual(desks.two.sees(), [ana, { ...ben, viewing: "c1", typing: "c1" }]);
    assert.deepEqual(desks.one.sees(), []);
    desks.one.is(ben);
    assert.deepEqual(desks.two.sees(), [ben]);
    assert.equal(desks.two.changes(), 4);
  });

  it("is known to a process that came later, which asks", () => {
    using desks = twoProcesses();
    desks.one.is(ana);
    const late = desks.process("three");
    assert.deepEqual(late.sees(), []);
    late.elsewhere.ask(W);
    desks.pass(100);
    assert.deepEqual(late.sees(), [ana]);
  });

  it("is gone when their process has said nothing for a while, and not before", () => {
    using desks = twoProcesses();
    desks.one.is(ana);
    desks.pass(300_000);
    assert.deepEqual(desks.two.sees(), [ana]);
    desks.one.dies();
    desks.pass(40_000);
    assert.deepEqual(desks.two.sees(), [ana]);
    desks.pass(60_000);
    assert.deepEqual(desks.two.sees(), []);
  });

  it("is left alone by what is no hint of ours", () => {
    using desks = twoProcesses();
    for (const text of ["", "{", "{}", '{"w":"workspace","p":"x","m":1}']) {
      desks.wake.tell("presence", text);
    }
    assert.deepEqual(desks.two.sees(), []);
  });

  it("is one person with whom they are here", () => {
    const here = [{ ...ana, viewing: "c1" }];
    const there = [{ ...ana, typing: "c2" }, ben];
    assert.deepEqual(together(here, there), [{ ...ana, viewing: "c1", typing: "c2" }, ben]);
  });
});

function person(memberId: string): PresenceJson {
  return { memberId, name: memberId, viewing: null, typing: null };
}

/** Two processes that hear each other at once; the time is moved. */
function twoProcesses() {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const wake = localWake();
  let now = 0;
  const process = (self: string) => {
    let here: readonly PresenceJson[] = [];
    let changes = 0;
    const elsewhere = keepElsewhere({
      wake,
      self,
      workspaces: () => (here.length > 0 ? [W] : []),
      here: () => here,
      onChanged: () => void (changes += 1),
      nowMs: () => now,
    });
    return {
      elsewhere,
      sees: () => elsewhere.of(W),
      changes: () => changes,
      is(...people: readonly PresenceJson[]) {
        const all = new Set([...here, ...people].map(({ memberId }) => memberId));
        here = people;
        for (const id of all) elsewhere.note(W, id);
        pass(100);
      },
      dies() {
        here = [];
      },
    };
  };
  const [one, two] = [process("one"), process("two")];
  return {
    wake,
    one,
    two,
    process,
    pass,
    [Symbol.dispose]: () => mock.timers.reset(),
  };

  /** In steps, so that what is due in between is done at its time. */
  function pass(ms: number): void {
    for (let left = ms; left > 0; left -= 100) {
      now += Math.min(100, left);
      mock.timers.tick(Math.min(100, left));
    }
  }
}
