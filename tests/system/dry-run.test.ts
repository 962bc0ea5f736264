import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import type { RuleDraftJson } from "@galka/contract/json/rule";
import { idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { sql } from "kysely";
import { connectLine } from "../support/payloads.ts";
import { until } from "../support/until.ts";
import { type World, startWorld } from "../support/world.ts";

const DAYS = 5;
const PEOPLE = 6;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const TEXTS = ["What is the price?", "Good morning", "Is it ready?", "The price again, please"];

const BASE = { isOn: true, restMinutes: 0, mostPerHour: 1000, isLast: false };
const send = (text: string) => [{ kind: "send-text", text }] as const;
const RULES: readonly RuleDraftJson[] = [
  {
    ...BASE,
    name: "Greeting",
    trigger: { kind: "greeting", afterDays: 2 },
    conditions: [],
    actions: [...send("Welcome")],
  },
  {
    ...BASE,
    name: "Price",
    trigger: { kind: "message" },
    conditions: [{ kind: "text", how: "word", phrases: ["price"] }],
    actions: [{ kind: "set-priority", priority: "high" }],
    restMinutes: 3_000,
  },
  {
    ...BASE,
    name: "Nobody answered",
    trigger: { kind: "member-silent", afterMinutes: 60 },
    conditions: [],
    actions: [{ kind: "remind" }],
  },
  {
    ...BASE,
    name: "Still there?",
    trigger: { kind: "contact-silent", afterMinutes: 90 },
    conditions: [],
    actions: [...send("Are you still there?")],
  },
];

describe("the dry run over a week that simulated phones have lived", () => {
  it("names exactly the messages about which each rule fired", async () => {
    await using world = await startWorld("empty");
    await connectLine(world);
    const ids: string[] = [];
    for (const rule of RULES) ids.push((await world.api("createRule", { body: rule })).id);
    await live(world);

    for (const [n, rule] of RULES.entries()) {
      const id = ids[n] ?? "";
      const foretold = await world.api("dryRunRule", { body: { id, rule, days: 7 } });
      const happened = await firingsOf(world, id);
      assert.equal(foretold.isCut, false);
      assert.ok(happened.length > 0, `${rule.name} never fired`);
      assert.equal(foretold.fired, happened.length, rule.name);
      const named = foretold.items.filter(({ outcome }) => outcome === "fired").map(whichOf);
      assert.deepEqual(named.toSorted(), happened.toSorted(), rule.name);
    }
  });
});

function whichOf(it: { readonly conversationId: string; readonly messageId: string }): string {
  return `${it.conversationId} ${it.messageId}`;
}

async function firingsOf(world: World, ruleId: string): Promise<string[]> {
  const query = { ruleId, outcome: "fired", limit: 100 } as const;
  const { items, next } = await world.api("listRuleFirings", { query });
  assert.equal(next, null);
  return items.map(whichOf);
}

/** A few days, always the same: in the morning some write, somebody answers some of them, and hours pass. */
async function live(world: World): Promise<void> {
  const dice = seeded(11);
  const phones: string[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    phones.push((await world.emulator.addPerson({ name: `Person ${n}` })).id);
  }
  await world.emulator.moveClock({ frozen: true });
  const begin = Date.parse((await world.emulator.clock()).now);
  let heard = 0;
  for (let day = 0; day < DAYS; day++) {
    const at = (minutes: number) => moveTo(world, begin + day * DAY_MS + minutes * MINUTE_MS);
    await at(1);
    for (const phone of phones) {
      if (dice() < 0.4) continue;
      const body = TEXTS[Math.floor(dice() * TEXTS.length)] ?? "";
      await world.emulator.write(phone, world.phoneNumberId, { kind: "text", body });
      heard += 1;
    }
    await settled(world, heard);
    await at(20);
    for (const { id } of await waiting(world)) if (dice() < 0.4) await answer(world, id);
    for (const minutes of [65, 115, 180]) {
      await at(minutes);
      await settled(world, heard);
    }
  }
}

/** The server looks at the emulator's clock once a second. */
async function moveTo(world: World, ms: number): Promise<void> {
  await world.emulator.moveClock({ now: new Date(ms).toISOString() });
  await until("the server's clock has followed", () => world.app.clock.now().getTime() === ms);
}

/** Everything that was written has been heard, and the rules have looked at all that is due. */
async function settled(world: World, heard: number): Promise<void> {
  const now = world.app.clock.now();
  await until("the rules have looked at everything", async () => {
    const [row] = await rows<{ heard: number; due: number }>(
      world,
      sql`select (select count(*)::int from messages where direction = 'in') as heard,
                 (select count(*)::int from rule_occurrences where due_at <= ${now}) as due`,
    );
    return row?.heard === heard && row.due === 0;
  });
}

/** Who wrote this morning and was not answered, always in the same order. */
async function waiting(world: World) {
  const morning = new Date(world.app.clock.now().getTime() - 60 * MINUTE_MS);
  return rows<{ id: string }>(
    world,
    sql`select c.id from conversations c join contacts ct on ct.id = c.contact_id
         where c.waiting_since is not null and c.last_inbound_at > ${morning}
         order by coalesce(ct.name, ct.profile_name)`,
  );
}

async function answer(world: World, id: string): Promise<void> {
  const draft = { kind: "text", text: "Let me look" } as const;
  const body = { clientId: randomUUID(), draft };
  await world.api("sendMessage", { params: { id }, body });
}

async function rows<Row>(world: World, question: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { workspace } = await world.api("getMe", {});
  return inWorkspace(world.app.db, idOf(workspace.id), async (tx) => {
    const found = await tx.executeQuery<Row>(question.$castTo<Row>().compile(tx));
    return found.rows;
  });
}

/** The same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
