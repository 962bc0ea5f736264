import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { ROUTES, type Route, type RouteName } from "@galka/contract/routes";
import { idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { onceByKey } from "../../operations/idempotency/once-by-key.ts";
import { takesKey } from "./idempotency.ts";
import { giveSecrets } from "../testing/give-secrets.ts";
import { SAMPLE_BODIES, UPLOAD, idFor, queryFor } from "../testing/sample-calls.ts";
import { type Somebody, type World, startWorld } from "../testing/world.ts";

const NAMES = (Object.keys(ROUTES) as RouteName[]).filter((name) => takesKey(name, ROUTES[name]));

describe("an idempotency key", () => {
  let world: World;
  let ana: Somebody;
  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
  });
  after(() => world[Symbol.asyncDispose]());

  for (const name of NAMES) {
    it(`has ${name} done once, and answered the same when it is asked again`, async () => {
      const ours = await seedWorkspace(world.app.db, ana.workspaceId);
      await giveSecrets(world, ana.workspaceId, ours);
      const key = randomUUID();
      const first = await call(name, ours, key);
      const then = await countRows();
      const second = await call(name, ours, key);
      assert.equal(second.statusCode, first.statusCode, second.body);
      if (first.statusCode !== 200) return;
      assert.deepEqual(second.json(), first.json());
      assert.equal(second.headers["idempotent-replayed"], "true");
      assert.deepEqual(await countRows(), then);
    });
  }

  it("makes one of what is asked for twice at the same moment", async () => {
    const ours = await seedWorkspace(world.app.db, ana.workspaceId);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        call("createCampaign", ours, key, { channelId: ours.channelId }),
      ),
    );
    assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
    assert.ok(
      answers.every(({ statusCode }) => statusCode === 200),
      answers[0]?.body,
    );
  });

  it("may not be used for something else", async () => {
    const ours = await seedWorkspace(world.app.db, ana.workspaceId);
    const key = randomUUID();
    await call("createCampaign", ours, key, { channelId: ours.channelId });
    const other = await call("createCampaign", ours, key, {
      channelId: ours.channelId,
      name: "Other",
    });
    assert.deepEqual([other.statusCode, other.json().refused], [422, "key-reused"]);
  });

  it("is free again after a refusal, for that has changed nothing", async () => {
    const ours = await seedWorkspace(world.app.db, ana.workspaceId);
    const key = randomUUID();
    const refused = await call("createCampaign", ours, key);
    assert.equal(refused.json().refused, "not-found");
    const made = await call("createCampaign", ours, key, { channelId: ours.channelId });
    assert.equal(made.statusCode, 200, made.body);
  });

  it("is each member's own", async () => {
    const { workspaceId } = ana;
    const wish = { key: "the same", request: "a request" };
    let made = 0;
    const work = async () => ({ made: (made += 1) });
    for (const id of [ana.memberId, randomUUID(), ana.memberId]) {
      await onceByKey(world.app, { workspaceId, id: idOf(id) }, wish, work);
    }
    assert.equal(made, 2);
  });

  it("is refused when it is empty or endless", async () => {
    const ours = await seedWorkspace(world.app.db, ana.workspaceId);
    for (const key of [" ", "k".repeat(201)]) {
      assert.equal((await call("createCampaign", ours, key)).json().refused, "invalid-request");
    }
  });

  function call(name: RouteName, ids: Seeded, key: string, more: object = {}) {
    const route: Route = ROUTES[name];
    const url = route.path.replace(":id", () => idFor(name, route.path, ids));
    const sample = SAMPLE_BODIES[name];
    const body = sample && { ...sample, ...more };
    return world.server.inject({
      method: route.method,
      url: `${url}${queryFor(name, ids)}`,
      headers: {
        cookie: ana.cookie,
        "idempotency-key": key,
        ...(route.upload ? UPLOAD.headers : {}),
      },
      ...(route.upload ? { payload: UPLOAD.payload } : body ? { payload: body } : {}),
    });
  }

  /** How many rows each table of the workspace has; sessions are looked at by every call. */
  async function countRows(): Promise<object> {
    return inWorkspace(world.app.db, ana.workspaceId, async (tx) => {
      const { rows: tables } = await sql<{ name: string }>`
        select c.relname as name from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`.execute(tx);
      const counts = tables.map(({ name }) => `select '${name}' as name, count(*) from "${name}"`);
      const { rows } = await sql.raw<object>(counts.join(" union all ")).execute(tx);
      return rows;
    });
  }
});
