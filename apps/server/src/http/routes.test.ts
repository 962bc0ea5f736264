import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { refusalJson } from "@galka/contract/refusals";
import { ROUTES, type Route, type RouteName } from "@galka/contract/routes";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { HANDLERS } from "./routes.ts";
import { giveSecrets } from "./testing/give-secrets.ts";
import { SAMPLE_BODIES, idFor, queryFor } from "./testing/sample-calls.ts";
import { type Somebody, type World, startWorld } from "./testing/world.ts";

const NAMES = Object.keys(ROUTES) as RouteName[];

describe("the routes", () => {
  let world: World;
  let ana: Somebody;
  let stranger: Somebody;
  let ids: Seeded;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
    stranger = await world.somebody("Mallory");
    ids = await seedWorkspace(world.app.db, ana.workspaceId);
    await seedWorkspace(world.app.db, stranger.workspaceId);
    await giveSecrets(world, ana.workspaceId, ids);
  });
  after(() => world[Symbol.asyncDispose]());

  function call(name: RouteName, cookie?: string) {
    const route: Route = ROUTES[name];
    const url = route.path.replace(":id", () => idFor(name, route.path, ids));
    const body = SAMPLE_BODIES[name];
    return world.server.inject({
      method: route.method,
      url: `${url}${queryFor(name, ids)}`,
      headers: cookie ? { cookie } : {},
      ...(body ? { payload: body } : {}),
    });
  }

  it("are all those of the contract", () => {
    assert.deepEqual(Object.keys(HANDLERS).sort(), [...NAMES].sort());
  });

  for (const name of NAMES) {
    const route: Route = ROUTES[name];
    if (!route.open) {
      it(`${name} is nothing for somebody who is not signed in`, async () => {
        const answer = await call(name);
        assert.equal(answer.statusCode, 401, answer.body);
        assert.equal(refusalJson.parse(answer.json()).refused, "not-signed-in");
      });
    }
    if (route.params) {
      it(`${name} does not know the things of another workspace`, async () => {
        const answer = await call(name, stranger.cookie);
        assert.equal(answer.statusCode, 404, answer.body);
      });
    }
    if (route.method === "GET" && !route.upload) {
      it(`${name} answers as the contract says`, async () => {
        const answer = await call(name, ana.cookie);
        assert.equal(answer.statusCode, 200, answer.body);
        route.answer.parse(answer.json());
      });
    }
  }

  it("name the field of what they do not understand", async () => {
    const answer = await world.server.inject({
      url: "/api/v1/conversations?limit=1000",
      headers: { cookie: ana.cookie },
    });
    assert.equal(answer.statusCode, 422);
    const { refused, facts } = refusalJson.parse(answer.json());
    assert.equal(refused, "invalid-request");
    assert.match(JSON.stringify(facts), /"field":"limit"/);
  });

  it("refuse what another site's page sends", async () => {
    const answer = await world.server.inject({
      method: "POST",
      url: `/api/v1/conversations/${ids.conversationId}/read`,
      headers: { cookie: ana.cookie, origin: "https://evil.test", "sec-fetch-site": "cross-site" },
    });
    assert.equal(answer.statusCode, 404);
    assert.equal(answer.json().refused, "forbidden");
  });

  it("answer a cursor of somebody's own making with a refusal", async () => {
    const answer = await world.server.inject({
      url: "/api/v1/conversations?cursor=bm90IG9uZQ",
      headers: { cookie: ana.cookie },
    });
    assert.equal(answer.statusCode, 422);
  });
});
