import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { ROUTES, type Route, type RouteName } from "@galka/contract/routes";
import { idOf } from "@galka/core/kernel/ids";
import { type RoleHeld, permissionsOf } from "@galka/core/workspaces/member";
import { BUILT_IN_ROLES, type BuiltInRole } from "@galka/core/workspaces/permissions";
import { inWorkspace } from "@galka/postgres/database";
import { insertRole } from "@galka/postgres/stores/team/roles";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { giveSecrets } from "./testing/give-secrets.ts";
import { NEEDED, type Needed, type Shared } from "./testing/expected-permissions.ts";
import { SAMPLE_BODIES, UPLOAD, idFor, queryFor } from "./testing/sample-calls.ts";
import { type Somebody, type World, startWorld } from "./testing/world.ts";

const BUILT_IN = Object.keys(BUILT_IN_ROLES) as BuiltInRole[];
const CUSTOM: RoleHeld = {
  role: "custom",
  roleId: idOf<"role">(randomUUID()),
  // Reads and answers nothing: what the roles of the house all may, this one may not.
  permissions: ["audit.read", "templates.manage"],
};
const ROLES: readonly RoleHeld[] = [...BUILT_IN.map((role) => ({ role })), CUSTOM];

/** How a call of one's own, and one with the id of another workspace, is answered. */
type Cell = { readonly own: "let in" | "forbidden"; readonly foreign: string | null };

describe("every route, for every role", () => {
  let world: World;
  let theirs: Seeded;
  let workspace: Somebody;
  const people = new Map<string, Somebody>();
  /** One of everything that nobody has changed yet; null once somebody was let in to. */
  let untouched: Seeded | null = null;

  before(async () => {
    world = await startWorld();
    workspace = await world.somebody("Ana");
    const { workspaceId } = workspace;
    await inWorkspace(world.app.db, workspaceId, (tx) =>
      insertRole(
        tx,
        workspaceId,
        { id: CUSTOM.roleId, name: "Desk", permissions: CUSTOM.permissions },
        new Date(),
      ),
    );
    for (const held of ROLES) {
      people.set(held.role, await world.somebody(held.role, { workspaceId, held }));
    }
    theirs = await seedWorkspace(world.app.db, (await world.somebody("Mallory")).workspaceId);
  });
  after(() => world[Symbol.asyncDispose]());

  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const needed: Needed = NEEDED[name];
    if (needed === "anybody") continue;
    it(`${name} is for ${wordsOf(needed)}`, async () => {
      const rows: Record<string, Cell> = {};
      const expected: Record<string, Cell> = {};
      for (const held of ROLES) {
        rows[held.role] = await cellOf(name, held.role);
        expected[held.role] = expectedCell(name, needed, held);
      }
      assert.deepEqual(rows, expected);
      assert.equal((await call(name, theirs, undefined)).statusCode, 401);
    });
  }

  it("says who anybody is, and nobody else may", () => {
    const open = Object.entries<Route>(ROUTES).flatMap(([name, route]) => (route.open ? name : []));
    const anybody = Object.entries<Needed>(NEEDED).flatMap(([name, it]) =>
      it === "anybody" ? name : [],
    );
    assert.deepEqual(anybody.toSorted(), open.toSorted());
  });

  it("show no conversation to whoever may not read them", async () => {
    await seedWorkspace(world.app.db, workspace.workspaceId);
    const custom = (await get("/api/v1/snapshot", "custom")).json();
    assert.deepEqual([custom.conversations, custom.unreadConversations], [[], 0]);
    const reading = (await get("/api/v1/snapshot", "read-only")).json();
    assert.ok(reading.conversations.length > 0);
  });

  it("serve the files of messages to whoever may read them", async () => {
    const stored = await call("uploadFile", theirs, cookieOf("owner"));
    const { id } = stored.json();
    assert.equal((await get(`/files/${id}`, "read-only")).statusCode, 200);
    assert.equal((await get(`/files/${id}`, "custom")).statusCode, 404);
  });

  it("serve the unread lines of an import to nobody who may not import", async () => {
    const ours = await seedWorkspace(world.app.db, workspace.workspaceId);
    const path = `/api/v1/imports/${ours.importId}/unread.csv`;
    assert.equal((await get(path, "member")).json().refused, "forbidden");
  });

  async function cellOf(name: RouteName, role: string): Promise<Cell> {
    const ours = (untouched ??= await seedOurs());
    const own = await call(name, ours, cookieOf(role));
    assert.ok(own.statusCode < 500, `${name} for ${role}: ${own.body}`);
    assert.notEqual(own.statusCode, 401, `${name} for ${role}: ${own.body}`);
    const isForbidden = refusedOf(own.json()) === "forbidden";
    if (ROUTES[name].method !== "GET" && !isForbidden) untouched = null;
    const foreign = ROUTES[name].path.includes(":")
      ? (await call(name, theirs, cookieOf(role))).json()
      : null;
    return {
      own: isForbidden ? "forbidden" : "let in",
      foreign: foreign && refusedOf(foreign),
    };
  }

  /** One of everything, with secrets that open: a channel that is examined needs them. */
  async function seedOurs(): Promise<Seeded> {
    const { workspaceId } = workspace;
    const ours = await seedWorkspace(world.app.db, workspaceId);
    await giveSecrets(world, workspaceId, ours);
    return ours;
  }

  function call(name: RouteName, ids: Seeded, cookie: string | undefined) {
    const route: Route = ROUTES[name];
    const url = route.path.replace(":id", () => idFor(name, route.path, ids));
    const body = SAMPLE_BODIES[name];
    return world.server.inject({
      method: route.method,
      url: `${url}${queryFor(name, ids)}`,
      headers: { ...(cookie ? { cookie } : {}), ...(route.upload ? UPLOAD.headers : {}) },
      ...(route.upload ? { payload: UPLOAD.payload } : body ? { payload: body } : {}),
    });
  }

  function get(url: string, role: string) {
    return world.server.inject({ url, headers: { cookie: cookieOf(role) } });
  }

  function cookieOf(role: string): string {
    return people.get(role)?.cookie ?? "";
  }
});

function expectedCell(name: RouteName, needed: Needed, held: RoleHeld): Cell {
  const has = isLetIn(needed, held);
  const takesId = ROUTES[name].path.includes(":");
  if (isShared(needed)) {
    const enters = isLetIn(needed.enter, held);
    return {
      own: enters && isLetIn(needed.change, held) ? "let in" : "forbidden",
      foreign: enters ? "not-found" : "forbidden",
    };
  }
  return {
    own: has ? "let in" : "forbidden",
    foreign: takesId ? (has ? "not-found" : "forbidden") : null,
  };
}

function isShared(needed: Needed): needed is Shared {
  return typeof needed === "object" && "enter" in needed;
}

function isLetIn(needed: Needed, held: RoleHeld): boolean {
  if (isShared(needed)) return isLetIn(needed.enter, held);
  if (needed === "anybody" || needed === "every-member") return true;
  if (needed === "owner") return held.role === "owner";
  const any = typeof needed === "string" ? [needed] : needed;
  return any.some((it) => permissionsOf(held).includes(it));
}

function wordsOf(needed: Needed): string {
  if (isShared(needed)) return `${needed.enter}, and ${needed.change} for what is shared`;
  return typeof needed === "string" ? needed : needed.join(" or ");
}

function refusedOf(body: unknown): string {
  const refused = body instanceof Object && "refused" in body ? body.refused : "";
  return typeof refused === "string" ? refused : "";
}
