import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, it } from "node:test";
import type { RouteName } from "@galka/contract/routes";
import { ROUTES, type Route } from "@galka/contract/routes";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { listAuditEntries } from "@galka/postgres/stores/team/audit-list";
import { seedWorkspace } from "@galka/postgres/testing/seed";
import { PASSWORD, type World, startWorld } from "./testing/world.ts";

const LUZ = { name: "Luz", password: "a new horse 3" };

describe("an invitation", () => {
  it("makes a member with the role that was meant, once", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const invited = await call(world, ana.cookie, "inviteMember", {
      body: { email: "Luz@Example.org", role: "read-only" },
    });
    assert.equal(invited.status, 200);
    assert.equal(invited.body.mail, "sent");
    assert.equal(world.letters[0]?.to, "luz@example.org");
    const { token, link } = tokenOf(invited.body.link);
    assert.ok(world.letters[0]?.text.includes(link));

    const seen = await call(world, "", "readInvitation", { body: { token } });
    assert.deepEqual(seen.body, {
      workspace: "Ana's",
      email: "luz@example.org",
      invitedBy: "Ana",
      hasAccount: false,
    });
    const accepted = await call(world, "", "acceptInvitation", { body: { token, ...LUZ } });
    assert.deepEqual(accepted.body, { done: true });
    const me = await call(world, accepted.cookie, "getMe", {});
    assert.equal(me.body.member.role, "read-only");
    assert.deepEqual(me.body.permissions, [
      "conversations.read",
      "contacts.read",
      "statistics.read",
    ]);
    const again = await call(world, "", "acceptInvitation", { body: { token, ...LUZ } });
    assert.equal(again.status, 410);
    assert.deepEqual((await call(world, ana.cookie, "listInvitations", {})).body.items, []);
    assert.deepEqual(await actions(world, ana.workspaceId), ["member-joined", "member-invited"]);
  });

  it("is accepted by one of two who accept at once", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const token = await invite(world, ana.cookie, "luz@example.org");
    const answers = await Promise.all(
      [1, 2].map(() => call(world, "", "acceptInvitation", { body: { token, ...LUZ } })),
    );
    const { items } = (await call(world, ana.cookie, "listMembers", {})).body;
    assert.equal(items.length, 2);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it("is worth nothing once it was taken back, replaced, or is seven days old", async () => {
    let now = new Date("2026-11-22T12:00:00Z");
    await using world = await startWorld({ now: () => now });
    const ana = await world.somebody("Ana");
    const replaced = await invite(world, ana.cookie, "luz@example.org");
    const revoked = await invite(world, ana.cookie, "luz@example.org");
    const [open, ...more] = (await call(world, ana.cookie, "listInvitations", {})).body.items;
    assert.deepEqual(more, []);
    await call(world, ana.cookie, "revokeInvitation", { id: open.id });
    const old = await invite(world, ana.cookie, "mia@example.org");
    now = new Date("2026-11-29T12:00:00Z");
    for (const token of [replaced, revoked, old, "never-given-out-to-anybody"]) {
      const seen = await call(world, "", "readInvitation", { body: { token } });
      assert.deepEqual([seen.status, seen.body.refused], [410, "invitation-invalid"]);
      const accepted = await call(world, "", "acceptInvitation", { body: { token, ...LUZ } });
      assert.equal(accepted.status, 410);
    }
    const [expired] = (await call(world, ana.cookie, "listInvitations", {})).body.items;
    assert.equal(expired.isExpired, true);
  });

  it("takes over no account that is there", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const mallory = await world.somebody("Mallory");
    const token = await invite(world, mallory.cookie, ana.email);
    const wrong = await call(world, "", "acceptInvitation", { body: { token, ...LUZ } });
    assert.equal(wrong.body.refused, "wrong-password");
    const body = { token, name: "Ana", password: PASSWORD };
    const right = await call(world, "", "acceptInvitation", { body });
    assert.equal(right.body.refused, "member-elsewhere");
    assert.ok(await world.signIn.withPassword(ana.email, PASSWORD, new Headers()));
  });

  it("is for nobody who is a member, and by nobody to more than they have", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const adam = await world.somebody("Adam", { workspaceId, held: { role: "administrator" } });
    const again = await call(world, ana.cookie, "inviteMember", {
      body: { email: adam.email, role: "member" },
    });
    assert.equal(again.body.refused, "already-member");
    const owner = await call(world, adam.cookie, "inviteMember", {
      body: { email: "eve@example.org", role: "owner" },
    });
    assert.equal(owner.body.refused, "forbidden");
  });
});

describe("a member", () => {
  it("who is deactivated is out at once, and what they had is free", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const luz = await world.somebody("Luz", { workspaceId, held: { role: "member" } });
    const ids = await seedWorkspace(world.app.db, workspaceId);
    await inWorkspace(world.app.db, workspaceId, (tx) =>
      tx
        .updateTable("conversations")
        .set({ assignee_id: luz.memberId })
        .where("id", "=", ids.conversationId)
        .execute(),
    );
    const socket = await openSocket(world, luz.cookie);
    const closed = once(socket, "close");
    const done = await call(world, ana.cookie, "deactivateMember", { id: luz.memberId });
    assert.deepEqual(done.body, { done: true });
    assert.equal((await closed)[0], 4401);
    assert.equal((await call(world, luz.cookie, "getMe", {})).status, 401);
    assert.equal(await world.signIn.withPassword(luz.email, PASSWORD, new Headers()), null);
    const { conversation } = (
      await call(world, ana.cookie, "getConversation", { id: ids.conversationId })
    ).body;
    assert.equal(conversation.assigneeId, null);

    await call(world, ana.cookie, "reactivateMember", { id: luz.memberId });
    assert.ok(await world.signIn.withPassword(luz.email, PASSWORD, new Headers()));
  });

  it("who gets another role works by it at once, on open pages too", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const luz = await world.somebody("Luz", { workspaceId, held: { role: "administrator" } });
    const socket = await openSocket(world, luz.cookie);
    const closed = once(socket, "close");
    const body = { role: "read-only" };
    await call(world, ana.cookie, "updateMember", { id: luz.memberId, body });
    assert.equal((await closed)[0], 4403);
    assert.equal((await call(world, luz.cookie, "listMembers", {})).body.refused, "forbidden");
    const [entry] = await entries(world, workspaceId);
    assert.deepEqual(
      [entry?.action, entry?.before, entry?.after],
      ["member-role-changed", { role: "administrator" }, { role: "read-only" }],
    );
  });

  it("who is the last owner stays one, even when two demote each other at once", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const luz = await world.somebody("Luz", { workspaceId, held: { role: "owner" } });
    const body = { role: "member" };
    const answers = await Promise.all([
      call(world, ana.cookie, "updateMember", { id: luz.memberId, body }),
      call(world, luz.cookie, "updateMember", { id: ana.memberId, body }),
    ]);
    const { members } = (await call(world, ana.cookie, "getSnapshot", {})).body;
    const owners = members.filter((it: { role: string }) => it.role === "owner");
    assert.ok(owners.length >= 1, JSON.stringify(answers.map((it) => it.body)));
    const last = owners[0];
    const cookie = last.id === ana.memberId ? ana.cookie : luz.cookie;
    if (owners.length === 1) {
      for (const [name, given] of [
        ["updateMember", { body }],
        ["deactivateMember", {}],
      ] as const) {
        const refused = await call(world, cookie, name, { id: last.id, ...given });
        assert.equal(refused.body.refused, "last-owner");
      }
    }
  });

  it("who is no owner does nothing to owners", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const adam = await world.somebody("Adam", { workspaceId, held: { role: "administrator" } });
    for (const name of ["deactivateMember", "removeMemberTwoFactor"] as const) {
      const answer = await call(world, adam.cookie, name, { id: ana.memberId });
      assert.equal(answer.body.refused, "forbidden");
    }
  });
});

describe("a role of the workspace's own", () => {
  it("allows what stands in it, changes at once, and stays while somebody holds it", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const luz = await world.somebody("Luz", { workspaceId, held: { role: "read-only" } });
    const role = (
      await call(world, ana.cookie, "createRole", {
        body: { name: "Desk", permissions: ["conversations.reply"] },
      })
    ).body;
    assert.deepEqual(role.permissions, ["conversations.read", "conversations.reply"]);
    const body = { role: "custom", roleId: role.id };
    await call(world, ana.cookie, "updateMember", { id: luz.memberId, body });
    const permissions = async () => (await call(world, luz.cookie, "getMe", {})).body.permissions;
    assert.deepEqual(await permissions(), ["conversations.read", "conversations.reply"]);

    await call(world, ana.cookie, "updateRole", {
      id: role.id,
      body: { name: "Desk", permissions: ["audit.read"] },
    });
    assert.deepEqual(await permissions(), ["audit.read"]);
    const used = await call(world, ana.cookie, "deleteRole", { id: role.id });
    assert.equal(used.body.refused, "role-in-use");
    const named = await call(world, ana.cookie, "createRole", {
      body: { name: "DESK", permissions: [] },
    });
    assert.equal(named.body.refused, "name-taken");
    await call(world, ana.cookie, "updateMember", { id: luz.memberId, body: { role: "member" } });
    assert.deepEqual((await call(world, ana.cookie, "deleteRole", { id: role.id })).body, {
      done: true,
    });
  });

  it("is given nothing by somebody who does not have it", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const made = await call(world, ana.cookie, "createRole", {
      body: { name: "People", permissions: ["members.manage"] },
    });
    const luz = await world.somebody("Luz", { workspaceId, held: { role: "read-only" } });
    const body = { role: "custom", roleId: made.body.id };
    await call(world, ana.cookie, "updateMember", { id: luz.memberId, body });
    const more = { name: "More", permissions: ["members.manage", "channels.manage"] };
    const create = await call(world, luz.cookie, "createRole", { body: more });
    const change = await call(world, luz.cookie, "updateRole", { id: made.body.id, body: more });
    assert.deepEqual([create.body.refused, change.body.refused], ["forbidden", "forbidden"]);
  });
});

describe("a team", () => {
  it("is made, renamed, filled and deleted, and every change is remembered", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const stranger = await world.somebody("Mallory");
    const body = { name: "Night", memberIds: [ana.memberId] };
    const made = await call(world, ana.cookie, "createTeam", { body });
    const { id } = made.body;
    const alien = { name: "Day", memberIds: [stranger.memberId] };
    const refused = await call(world, ana.cookie, "updateTeam", { id, body: alien });
    assert.equal(refused.body.refused, "not-found");
    await call(world, ana.cookie, "updateTeam", { id, body: { name: "Day", memberIds: [] } });
    const { items } = (await call(world, ana.cookie, "listTeams", {})).body;
    assert.deepEqual(items, [{ id, name: "Day", memberIds: [] }]);
    const taken = await call(world, ana.cookie, "createTeam", {
      body: { name: "day", memberIds: [] },
    });
    assert.equal(taken.body.refused, "name-taken");
    await call(world, ana.cookie, "deleteTeam", { id });
    assert.deepEqual(await actions(world, ana.workspaceId), [
      "team-deleted",
      "team-changed",
      "team-created",
    ]);
  });
});

describe("the audit", () => {
  it("is paged, and narrowed by who, what and when", async () => {
    let now = new Date("2026-11-22T12:00:00Z");
    await using world = await startWorld({ now: () => now });
    const ana = await world.somebody("Ana");
    for (const name of ["One", "Two", "Three"]) {
      await call(world, ana.cookie, "createTeam", { body: { name, memberIds: [] } });
      now = new Date(now.getTime() + 60_000);
    }
    await call(world, ana.cookie, "createRole", { body: { name: "Desk", permissions: [] } });
    const read = async (query: string) =>
      (await world.server.inject({ url: `/api/v1/audit${query}`, headers: ana })).json();
    const first = await read("?limit=3");
    const second = await read(`?limit=3&cursor=${first.next}`);
    const names = [...first.items, ...second.items].map(
      (it: { after: { name: string } }) => it.after.name,
    );
    assert.deepEqual(names, ["Desk", "Three", "Two", "One"]);
    assert.equal(second.next, null);
    assert.equal((await read("?action=role-created")).items.length, 1);
    assert.equal((await read(`?actorId=${ana.memberId}`)).items.length, 4);
    assert.equal(
      (await read("?since=2026-11-22T12:01:00Z&until=2026-11-22T12:02:00Z")).items.length,
      1,
    );
    const kinds = await call(world, ana.cookie, "listAuditActions", {});
    assert.deepEqual(kinds.body.items, ["role-created", "team-created"]);
  });
});

type Given = { readonly id?: string; readonly body?: object };

async function call(world: World, cookie: string, name: RouteName, { id, body }: Given) {
  const route: Route = ROUTES[name];
  const answer = await world.server.inject({
    method: route.method,
    url: route.path.replace(":id", id ?? ""),
    headers: cookie ? { cookie } : {},
    ...(body ? { payload: body } : {}),
  });
  const given = answer.cookies.map((it) => `${it.name}=${it.value}`).join("; ");
  return { status: answer.statusCode, body: answer.json(), cookie: given };
}

async function invite(world: World, cookie: string, email: string): Promise<string> {
  const body = { email, role: "member" };
  const invited = await call(world, cookie, "inviteMember", { body });
  assert.equal(invited.status, 200, JSON.stringify(invited.body));
  return tokenOf(invited.body.link).token;
}

function tokenOf(link: string): { readonly link: string; readonly token: string } {
  const url = new URL(link);
  assert.equal(url.origin + url.pathname, "https://galka.test/invitation");
  return { link, token: url.hash.slice(1) };
}

async function entries(world: World, workspaceId: WorkspaceId) {
  const page = await inWorkspace(world.app.db, workspaceId, (tx) =>
    listAuditEntries(tx, workspaceId, { limit: 50 }),
  );
  return page.items;
}

async function actions(world: World, workspaceId: WorkspaceId): Promise<string[]> {
  return (await entries(world, workspaceId)).map(({ action }) => action);
}

async function openSocket(world: World, cookie: string) {
  const socket = await world.server.injectWS("/api/v1/realtime", { headers: { cookie } });
  const welcomed = once(socket, "message");
  socket.send(JSON.stringify({ type: "hello", since: null }));
  await welcomed;
  return socket;
}
