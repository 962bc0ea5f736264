import assert from "node:assert/strict";
import type { MemberJson } from "@galka/contract/json/workspace";
import { describe, it } from "vitest";
import { assignable, givenToTeam } from "./assignable.ts";

describe("whom a conversation can be given to", () => {
  const members = [member("anna"), member("boris", false), member("clara"), member("david")];

  it("is nobody who does not come in any more", () => {
    assert.deepEqual(names(assignable(members, [], null)), ["anna", "clara", "david"]);
    assert.deepEqual(names(assignable(members, [], { memberIds: ["boris", "david"] })), [
      "david",
      "anna",
      "clara",
    ]);
  });
});

describe("a role", () => {
  const own = { id: "role-1", permissions: ["conversations.read" as const] };
  const answering = { id: "role-2", permissions: ["conversations.reply" as const] };
  const held = (roleId: string): MemberJson => ({ ...member("eva"), role: "custom", roleId });

  it("that may not answer takes no conversations", () => {
    const reader: MemberJson = { ...member("rita"), role: "read-only" };
    assert.deepEqual(assignable([reader, held("role-1")], [own, answering], null), []);
    assert.deepEqual(names(assignable([held("role-2")], [own, answering], null)), ["eva"]);
  });

  it("of which nothing is known yet takes none", () => {
    assert.deepEqual(assignable([held("role-2")], [], null), []);
  });
});

describe("a conversation given to a team", () => {
  const team = { id: "returns", memberIds: ["anna"] };

  it("stays with whoever has it when they are in the team", () => {
    assert.deepEqual(givenToTeam({ assigneeId: "anna" }, team), {
      assigneeId: "anna",
      teamId: "returns",
    });
  });

  it("waits for the team when somebody else has it", () => {
    assert.deepEqual(givenToTeam({ assigneeId: "clara" }, team), {
      assigneeId: null,
      teamId: "returns",
    });
  });

  it("stays with whoever has it when it is to be of no team", () => {
    assert.deepEqual(givenToTeam({ assigneeId: "clara" }, null), {
      assigneeId: "clara",
      teamId: null,
    });
  });
});

function member(id: string, active = true): MemberJson {
  return { id, name: id, email: `${id}@example.test`, role: "member", roleId: null, active };
}

function names(members: readonly MemberJson[]): readonly string[] {
  return members.map(({ name }) => name);
}
