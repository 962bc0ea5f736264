import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "../kernel/ids.ts";
import { completed, holdsAll, mayGrant } from "./grant.ts";
import { type Member, type RoleHeld, may, permissionsOf } from "./member.ts";
import { BUILT_IN_ROLES, PERMISSIONS } from "./permissions.ts";

const custom = (
  ...permissions: Extract<RoleHeld, { role: "custom" }>["permissions"]
): RoleHeld => ({
  role: "custom",
  roleId: idOf("desk"),
  permissions,
});

describe("a role", () => {
  it("of the workspace's own allows what stands in it and nothing else", () => {
    const desk = custom("conversations.read");
    assert.equal(may(desk, "conversations.read"), true);
    assert.equal(may(desk, "conversations.reply"), false);
  });

  it("of the house allows what the house says", () => {
    assert.deepEqual(permissionsOf({ role: "owner" }), PERMISSIONS);
    assert.equal(may({ role: "read-only" }, "conversations.reply"), false);
  });
});

describe("mayGrant", () => {
  check("lets an owner make an owner", { role: "owner" }, { role: "owner" }, true);
  check("lets no administrator make an owner", { role: "administrator" }, { role: "owner" }, false);
  check("lets an administrator make others", { role: "administrator" }, { role: "marketer" }, true);
  check(
    "lets nobody give what they do not have",
    custom("members.manage", "conversations.read"),
    { role: "member" },
    false,
  );
  check(
    "lets a role of the workspace's own give a part of itself",
    custom("members.manage", "conversations.read", "contacts.read"),
    custom("conversations.read"),
    true,
  );

  function check(name: string, by: RoleHeld, role: RoleHeld, expected: boolean) {
    it(name, () => assert.equal(mayGrant(somebody(by), role), expected));
  }
});

describe("completed", () => {
  it("adds what a permission is of no use without", () => {
    assert.deepEqual(completed(["conversations.assign", "audit.read"]), [
      "conversations.read",
      "conversations.organize",
      "conversations.assign",
      "audit.read",
    ]);
  });

  it("adds nothing to the roles of the house", () => {
    for (const [role, permissions] of Object.entries(BUILT_IN_ROLES)) {
      assert.deepEqual(completed(permissions).toSorted(), [...permissions].toSorted(), role);
    }
  });

  it("stays within what a member holds if they hold the whole", () => {
    assert.equal(holdsAll(somebody({ role: "supervisor" }), completed(["contacts.export"])), true);
  });
});

function somebody(held: RoleHeld): Member {
  return { workspaceId: idOf("w"), id: idOf("m"), name: "Ana", email: "ana@example.org", ...held };
}
