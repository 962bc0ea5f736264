import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "../kernel/ids.ts";
import type { Member } from "../workspaces/member.ts";
import { type Reach, mayChange, maySee } from "./reach.ts";

const ana = memberWith("member");
const sup = memberWith("supervisor");
const hers: Reach = { ownerId: "ana", teamId: null };
const somebodyElses: Reach = { ownerId: "ben", teamId: null };
const sales: Reach = { ownerId: null, teamId: "sales" };
const everyones: Reach = { ownerId: null, teamId: null };

describe("who sees something of the library", () => {
  it("shows what is private to its owner alone, whatever others may do", () => {
    assert.equal(maySee(ana, [], hers), true);
    assert.equal(maySee(sup, [], somebodyElses), false);
  });

  it("shows a team's things to the team and to whoever looks after the library", () => {
    assert.equal(maySee(ana, ["sales"], sales), true);
    assert.equal(maySee(ana, ["support"], sales), false);
    assert.equal(maySee(sup, [], sales), true);
  });

  it("lets a member change their own things and no shared ones", () => {
    assert.equal(mayChange(ana, hers), true);
    assert.equal(mayChange(ana, everyones), false);
    assert.equal(mayChange(sup, everyones), true);
    assert.equal(mayChange(sup, hers), false);
  });
});

function memberWith(role: "member" | "supervisor"): Member {
  return {
    workspaceId: idOf("w"),
    id: idOf(role === "member" ? "ana" : "sup"),
    name: "Ana",
    email: "ana@example.org",
    role,
  };
}
