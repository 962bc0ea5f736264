import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ROUTES, type Route, type RouteName } from "@galka/contract/routes";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { giveSecrets } from "./testing/give-secrets.ts";
import { SAMPLE_BODIES, SAMPLE_QUERIES, idFor, queryFor } from "./testing/sample-calls.ts";
import { type Somebody, type World, startWorld } from "./testing/world.ts";

/** What no field expects, among it what a database or a JSON column cannot hold. */
const ALWAYS: readonly unknown[] = ["\u0000", "\ud800", null, 1e308, {}];
/** One of these as well, in turn. */
const IN_TURN: readonly unknown[] = [
  "",
  "   ",
  "a\u0000b",
  "%",
  "'; drop table x; --",
  "x".repeat(10_001),
  -1,
  0.5,
  true,
  [],
  [[[]]],
  { constructor: { prototype: 1 } },
];
const WORDS = ["", "\u0000", "\ud800", "%", "'; drop table x; --", "x".repeat(10_001), "-1", "NaN"];
/** One member alone may not ask much more a minute, and is told nothing else then. */
const ASKED_AT_MOST = 1_000;

describe("bad input", () => {
  let world: World;
  let owner: Somebody;
  let ours: Seeded;
  let asking: Somebody;
  let asked = 0;

  before(async () => {
    world = await startWorld();
    owner = await world.somebody("Ana");
    ours = await seedWorkspace(world.app.db, owner.workspaceId);
    await giveSecrets(world, owner.workspaceId, ours);
  });
  after(() => world[Symbol.asyncDispose]());

  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name];
    // What ends the session would leave nobody to ask as.
    if (route.upload || name === "signOut") continue;
    it(`is told apart from a fault by ${name}`, async () => {
      const faults: string[] = [];
      for (const payload of bodiesOf(name)) {
        const answer = await ask(name, { payload });
        if (!isClear(answer)) faults.push(`${answer.statusCode} for ${shown(payload)}`);
      }
      for (const query of queriesOf(name)) {
        const answer = await ask(name, { query });
        if (!isClear(answer)) faults.push(`${answer.statusCode} for ${shown(query)}`);
      }
      for (const id of route.path.includes(":") ? WORDS : []) {
        const answer = await ask(name, { id });
        if (!isClear(answer)) faults.push(`${answer.statusCode} for the id ${shown(id)}`);
      }
      assert.deepEqual(faults, []);
    });
  }

  async function ask(
    name: RouteName,
    odd: { readonly payload?: string; readonly query?: string; readonly id?: string },
  ) {
    if (asked++ % ASKED_AT_MOST === 0) {
      const { workspaceId } = owner;
      asking = await world.somebody(`Owner ${asked}`, { workspaceId, held: { role: "owner" } });
    }
    const route: Route = ROUTES[name];
    const body = odd.payload ?? (SAMPLE_BODIES[name] && JSON.stringify(SAMPLE_BODIES[name]));
    const path = route.path.replace(":id", () =>
      odd.id === undefined ? idFor(name, route.path, ours) : encode(odd.id),
    );
    return world.server.inject({
      method: route.method,
      url: `${path}${odd.query ?? queryFor(name, ours)}`,
      headers: { cookie: asking.cookie, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { payload: body } : {}),
    });
  }
});

/** Either it is taken, or it is said in words what is wrong with it. */
function isClear({ statusCode, body }: { readonly statusCode: number; readonly body: string }) {
  if (statusCode < 400) return true;
  if (statusCode >= 500 || statusCode === 429) return false;
  const told: unknown = JSON.parse(body);
  return (
    told instanceof Object &&
    "message" in told &&
    typeof told.message === "string" &&
    told.message !== ""
  );
}

/** The sample with one thing after the other replaced by every oddity, and what is no object at all. */
function bodiesOf(name: RouteName): readonly string[] {
  const sample = SAMPLE_BODIES[name];
  if (sample === undefined) return [];
  return [
    "",
    "{",
    "[]",
    "null",
    '"text"',
    "{}",
    ...placesIn(sample).flatMap((place, at) =>
      [...ALWAYS, IN_TURN[at % IN_TURN.length]].map((odd) =>
        JSON.stringify(replaced(sample, place, odd)),
      ),
    ),
  ];
}

function queriesOf(name: RouteName): readonly string[] {
  const { query }: Route = ROUTES[name];
  const keys = query === undefined ? [] : Object.keys(query.shape);
  const usual = new URLSearchParams(SAMPLE_QUERIES[name] ?? "");
  return keys.flatMap((key) =>
    WORDS.map((odd) => {
      const rest = [...usual].filter(([known]) => known !== key);
      const parts = rest.map(([known, value]) => `${known}=${encode(value)}`);
      return `?${[...parts, `${key}=${encode(odd)}`].join("&")}`;
    }),
  );
}

type Path = readonly string[];

/** Every place of a value, the nested ones too. */
function placesIn(value: unknown, at: Path = []): readonly Path[] {
  if (!(value instanceof Object)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...at, key];
    return [here, ...placesIn(inner, here)];
  });
}

function replaced(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  if (Array.isArray(value)) {
    return value.map((it, at) => (String(at) === key ? replaced(it, rest, odd) : it));
  }
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([known, inner]) => [
      known,
      known === key ? replaced(inner, rest, odd) : inner,
    ]),
  );
}

/** Half a pair of UTF-16 cannot be written into an address; everything else is. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function shown(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
