import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { PRIORITIES } from "../conversations/work.ts";
import { type Desk, type Waiting, distribute, nextFor } from "./distribute.ts";
import { type DistributionPolicy, USUAL_POLICY } from "./policy.ts";

const NOON = Date.UTC(2026, 10, 22, 12);

describe("nextFor", () => {
  it("gives nothing where members take for themselves", () => {
    assert.equal(nextFor(waiting({ policy: USUAL_POLICY }), [desk("ana")]), null);
  });

  it("goes around", () => {
    const given = distribute(
      [waiting({ id: "1" }), waiting({ id: "2" }), waiting({ id: "3" })],
      [desk("ana"), desk("ben")],
    );
    assert.deepEqual(
      given.map(({ memberId }) => memberId),
      ["ana", "ben", "ana"],
    );
  });

  it("gives to the one with most room when it goes by load", () => {
    const policy = turns({ method: "least-busy" });
    const desks = [desk("ana", { load: 3, capacity: 4 }), desk("ben", { load: 4, capacity: 10 })];
    assert.equal(nextFor(waiting({ policy }), desks)?.memberId, "ben");
  });

  it("passes over who is away and who is full", () => {
    const desks = [desk("ana", { isFree: false }), desk("ben", { load: 2, capacity: 2 })];
    assert.equal(nextFor(waiting({}), desks), null);
  });

  it("keeps a conversation of a team in the team", () => {
    const desks = [desk("ana"), desk("ben", { teamIds: ["sales"], turn: 9 })];
    assert.equal(nextFor(waiting({ teamId: "sales" }), desks)?.memberId, "ben");
  });

  it("waits for the one with the skill, and for nobody when nobody has it", () => {
    const policy = turns({ skills: ["refunds"] });
    const skilled = desk("ana", { skills: ["refunds"], isFree: false });
    assert.equal(nextFor(waiting({ policy }), [skilled, desk("ben")]), null);
    assert.equal(nextFor(waiting({ policy }), [desk("ben")])?.memberId, "ben");
  });

  it("gives a contact to somebody who speaks their language", () => {
    const desks = [desk("ana"), desk("ben", { languages: ["es"], turn: 9 })];
    const policy = turns({ byLanguage: true });
    assert.equal(nextFor(waiting({ policy, language: "es" }), desks)?.memberId, "ben");
    assert.equal(nextFor(waiting({ policy }), desks)?.memberId, "ana");
  });

  it("gives a label to whoever looks after it", () => {
    const desks = [desk("ana"), desk("ben", { labelIds: ["vip"], turn: 9 })];
    const policy = turns({ byLabel: true });
    assert.equal(nextFor(waiting({ policy, labelIds: ["vip"] }), desks)?.memberId, "ben");
  });

  it("goes back to who answered last, or to who is responsible, when they have room", () => {
    const desks = [desk("ana"), desk("ben", { turn: 9 })];
    const last = waiting({ policy: turns({ sticky: "last" }), lastMemberId: "ben" });
    const responsible = waiting({ policy: turns({ sticky: "responsible" }), responsibleId: "ben" });
    assert.equal(nextFor(last, desks)?.memberId, "ben");
    assert.equal(nextFor(responsible, desks)?.memberId, "ben");
    assert.equal(nextFor(last, [desk("ana"), desk("ben", { isFree: false })])?.memberId, "ana");
  });

  it("does not give it back to who let it wait while there is anybody else", () => {
    const it = waiting({
      policy: turns({ sticky: "last" }),
      passedById: "ana",
      lastMemberId: "ana",
    });
    assert.equal(nextFor(it, [desk("ana"), desk("ben", { turn: 9 })])?.memberId, "ben");
    assert.equal(nextFor(it, [desk("ana")])?.memberId, "ana");
  });
});

describe("distribute", () => {
  it("gives the oldest first, or the most urgent", () => {
    const two = [
      waiting({ id: "late", priority: "urgent", waitingSince: new Date(NOON + 1) }),
      waiting({ id: "early" }),
    ];
    const one = [desk("ana", { capacity: 1 })];
    assert.equal(distribute(two, one)[0]?.conversationId, "early");
    const urgent = two.map((it) => ({ ...it, policy: turns({ order: "urgent" }) }));
    assert.equal(distribute(urgent, one)[0]?.conversationId, "late");
  });

  it("gives each once, to somebody free, and nobody more than they can do", () => {
    fc.assert(
      fc.property(queue(), staff(), (conversations, desks) => {
        const given = distribute(conversations, desks);
        assert.equal(new Set(given.map((it) => it.conversationId)).size, given.length);
        for (const it of desks) {
          const more = given.filter(({ memberId }) => memberId === it.memberId).length;
          assert.ok(more === 0 || (it.isFree && it.load + more <= it.capacity));
        }
      }),
    );
  });

  it("leaves nothing waiting that somebody could take", () => {
    fc.assert(
      fc.property(queue(), staff(), (conversations, desks) => {
        const given = distribute(conversations, desks);
        const after = desks.map((it) => {
          const more = given.filter(({ memberId }) => memberId === it.memberId).length;
          return { ...it, load: it.load + more };
        });
        const left = conversations.filter(
          (it) => !given.some((one) => one.conversationId === it.id),
        );
        for (const it of left) assert.equal(nextFor(it, after), null);
      }),
    );
  });

  it("never lets a later one pass an earlier one that is like it", () => {
    fc.assert(
      fc.property(queue(), staff(), (conversations, desks) => {
        const alike = conversations.map((it) => ({
          ...waiting({}),
          id: it.id,
          priority: it.priority,
          waitingSince: it.waitingSince,
        }));
        const given = distribute(alike, desks);
        const isGiven = ({ id }: Waiting) => given.some((it) => it.conversationId === id);
        for (const one of alike.filter((it) => !isGiven(it))) {
          assert.ok(alike.filter(isGiven).every((it) => it.waitingSince <= one.waitingSince));
        }
      }),
    );
  });

  it("differs by one at most between those who can all do everything", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (count, members) => {
          const desks = Array.from({ length: members }, (_, n) => desk(`m${n}`, { capacity: 100 }));
          const all = Array.from({ length: count }, (_, n) => waiting({ id: `c${n}` }));
          const given = distribute(all, desks);
          const counts = desks.map(
            (it) => given.filter((one) => one.memberId === it.memberId).length,
          );
          assert.ok(Math.max(...counts) - Math.min(...counts) <= 1);
        },
      ),
    );
  });

  it("does not depend on the order in which it is told", () => {
    fc.assert(
      fc.property(queue(), staff(), (conversations, desks) => {
        const backwards = distribute(conversations.toReversed(), desks.toReversed());
        assert.deepEqual(backwards, distribute(conversations, desks));
      }),
    );
  });
});

function turns(given: Partial<DistributionPolicy>): DistributionPolicy {
  return { ...USUAL_POLICY, method: "round-robin", ...given };
}

function desk(memberId: string, given: Partial<Desk> = {}): Desk {
  const nothing = { teamIds: [], skills: [], languages: [], labelIds: [] };
  return { memberId, isFree: true, capacity: 5, load: 0, turn: 0, ...nothing, ...given };
}

function waiting(given: Partial<Waiting>): Waiting {
  return {
    id: "one",
    teamId: null,
    priority: "normal",
    waitingSince: new Date(NOON),
    labelIds: [],
    language: null,
    lastMemberId: null,
    responsibleId: null,
    passedById: null,
    policy: turns({}),
    ...given,
  };
}

function some(...words: string[]) {
  return fc.subarray(words);
}

function staff(): fc.Arbitrary<Desk[]> {
  const one = fc.record({
    teamIds: some("sales", "help"),
    isFree: fc.boolean(),
    capacity: fc.integer({ min: 0, max: 6 }),
    load: fc.integer({ min: 0, max: 6 }),
    turn: fc.integer({ min: 0, max: 9 }),
    skills: some("refunds", "tours"),
    languages: some("es", "ru"),
    labelIds: some("vip"),
  });
  return fc
    .array(one, { maxLength: 6 })
    .map((all) => all.map((it, n) => ({ ...it, memberId: `m${n}` })));
}

function queue(): fc.Arbitrary<Waiting[]> {
  const member = fc.constantFrom(null, "m0", "m1", "m2");
  const policy = fc.record<Partial<DistributionPolicy>>({
    method: fc.constantFrom("round-robin", "least-busy", "manual"),
    teamId: fc.constantFrom(null, "sales"),
    skills: some("refunds"),
    byLanguage: fc.boolean(),
    byLabel: fc.boolean(),
    sticky: fc.constantFrom("none", "last", "responsible"),
    order: fc.constantFrom("oldest", "urgent"),
  });
  const one = fc.record({
    teamId: fc.constantFrom(null, "sales", "help"),
    priority: fc.constantFrom(...PRIORITIES),
    waitingSince: fc.integer({ min: 0, max: 20 }).map((n) => new Date(NOON + n)),
    labelIds: some("vip", "spam"),
    language: fc.constantFrom(null, "es", "fr"),
    lastMemberId: member,
    responsibleId: member,
    passedById: member,
    policy,
  });
  return fc
    .array(one, { maxLength: 12 })
    .map((all) =>
      all.map((it, n) => ({ ...it, id: `c${n}`, policy: { ...USUAL_POLICY, ...it.policy } })),
    );
}
