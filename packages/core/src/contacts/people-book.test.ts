import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ContactId, idOf } from "../kernel/ids.ts";
import type { PersonSeen } from "../messages/incoming.ts";
import { type KnownIdentity, type PeopleBook, openPeopleBook } from "./people-book.ts";

const at = (second: number) => new Date(1_700_000_000_000 + second * 1000);
const seen = (facts: Partial<PersonSeen>): PersonSeen => ({
  phone: null,
  bsuid: null,
  username: null,
  name: null,
  ...facts,
});

describe("openPeopleBook", () => {
  it("meets the same person by any of the ids", () => {
    const book = open();
    const luz = book.meet(seen({ phone: "111", bsuid: "US.1", username: "luz" }), at(1));
    assert.equal(book.meet(seen({ bsuid: "US.1" }), at(2)), luz);
    assert.equal(book.meet(seen({ phone: "111" }), at(3)), luz);
    assert.equal(book.meet(seen({ username: "luz" }), at(4)), luz);
    assert.equal(book.changes().added.length, 1);
  });

  it("meets nobody by nothing", () => {
    assert.equal(open().meet(seen({ name: "Luz" }), at(1)), null);
  });

  it("knows the forms of one phone, and keeps the channel's", () => {
    const book = open([known("c1", "phone", "5511987654321", 1)]);
    assert.equal(book.meet(seen({ phone: "551187654321" }), at(2)), "c1");
    assert.deepEqual(book.changes().dropped, [{ kind: "phone", value: "5511987654321" }]);
    assert.deepEqual(
      book.changes().identities.map(({ value }) => value),
      ["551187654321"],
    );
  });

  it("merges who was known by number alone with who was known by user id, into the older one", () => {
    const book = open([known("c1", "phone", "111", 1), known("c2", "bsuid", "US.1", 1)]);
    book.meet(seen({ phone: "111", bsuid: "US.1" }), at(2));
    assert.deepEqual(book.changes().merged, [{ loser: "c2", winner: "c1" }]);
    assert.equal(book.currentOf(idOf("c2")), "c1");
  });

  it("gives a number to another person when it comes with another user id", () => {
    const book = open([known("c1", "phone", "111", 1), known("c1", "bsuid", "US.1", 1)]);
    const other = book.meet(seen({ phone: "111", bsuid: "US.2" }), at(2));
    assert.notEqual(other, "c1");
    assert.equal(book.meet(seen({ phone: "111" }), at(3)), other);
    assert.equal(book.meet(seen({ bsuid: "US.1" }), at(3)), "c1");
    assert.deepEqual(book.changes().merged, []);
  });

  it("does not give a number back for a message that comes late", () => {
    const book = open([known("c2", "phone", "111", 5), known("c1", "bsuid", "US.1", 1)]);
    const late = book.meet(seen({ phone: "111", bsuid: "US.1" }), at(2));
    // The number alone was c2's, so the user id says that both are one.
    assert.equal(late, "c1");
    assert.equal(book.currentOf(idOf("c2")), "c1");
  });

  it("follows a changed number, in whatever order it is told", () => {
    const before = seen({ phone: "111" });
    const after = seen({ phone: "222" });
    const steps: ((book: PeopleBook) => unknown)[] = [
      (book) => book.meet(before, at(1)),
      (book) => book.follow(before, after, at(2)),
      (book) => book.meet(after, at(3)),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const book = open();
      for (const step of order) steps[step]?.(book);
      const owners = new Set(book.changes().identities.map(({ contactId }) => contactId));
      assert.equal(owners.size, 1, order.join());
    }
  });

  it("has one user name a person, the latest", () => {
    const book = open();
    book.meet(seen({ bsuid: "US.1", username: "luz" }), at(1));
    book.meet(seen({ bsuid: "US.1", username: "luz.marina" }), at(2));
    const names = book.changes().identities.filter(({ kind }) => kind === "username");
    assert.deepEqual(
      names.map(({ value }) => value),
      ["luz.marina"],
    );
  });

  it("takes a name from the latest message, not from one that comes late", () => {
    const book = open([known("c1", "phone", "111", 5)]);
    book.meet(seen({ phone: "111", name: "Old" }), at(2));
    book.meet(seen({ phone: "111", name: "Fresh" }), at(6));
    book.meet(seen({ phone: "111", name: "Late" }), at(4));
    assert.deepEqual(book.changes().renamed, [{ contactId: "c1", profileName: "Fresh" }]);
  });

  it("ends with the name that was given last, whatever was told without one, in any order", () => {
    const steps: ((book: PeopleBook) => unknown)[] = [
      (book) => book.meet(seen({ phone: "111", name: "Zoe" }), at(1)),
      (book) => book.meet(seen({ bsuid: "US.1", name: "Luz" }), at(2)),
      (book) => book.meet(seen({ phone: "111", bsuid: "US.1" }), at(9)),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const book = open();
      for (const step of order) steps[step]?.(book);
      const { added, merged } = book.changes();
      const lost = new Set(merged.map(({ loser }) => loser));
      const names = added.filter(({ contactId }) => !lost.has(contactId));
      assert.deepEqual(
        names.map(({ profileName }) => profileName),
        ["Luz"],
        order.join(),
      );
    }
  });

  it("has the same one of two names of the same second, whichever is told first", () => {
    for (const told of [
      ["Ana", "Luz"],
      ["Luz", "Ana"],
    ]) {
      const book = open();
      for (const name of told) book.meet(seen({ phone: "111", name }), at(1));
      assert.equal(book.changes().added[0]?.profileName, "Luz");
    }
  });

  it("changes nothing the second time", () => {
    const first = open();
    first.meet(seen({ phone: "111", bsuid: "US.1", name: "Luz" }), at(1));
    const { identities, added } = first.changes();
    const again = openPeopleBook(added, identities, counter());
    again.meet(seen({ phone: "111", bsuid: "US.1", name: "Luz" }), at(1));
    const changes = again.changes();
    assert.deepEqual(Object.values(changes).flat(), []);
  });

  function open(identities: readonly KnownIdentity[] = []): PeopleBook {
    const ids = [...new Set(identities.map(({ contactId }) => contactId))];
    const people = ids.map((contactId) => ({ contactId, profileName: null }));
    return openPeopleBook(people, identities, counter());
  }
});

function known(contactId: string, kind: KnownIdentity["kind"], value: string, second: number) {
  return { contactId: idOf<"contact">(contactId), kind, value, seenAt: at(second), namedAt: null };
}

function counter(): () => ContactId {
  let n = 100;
  return () => idOf<"contact">(`c${++n}`);
}
