import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { noteStart } from "@galka/postgres/stores/installation";
import { sql } from "kysely";
import pg from "pg";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { beginAttempts, claimNext } from "./claim-next.ts";
import { type Owned, leaveChannel, markDatabase, ownChannel } from "./own-channel.ts";

const ROOMS = [{ lane: "reply", count: 50 }] as const;
const WITNESS = { keep: async () => {}, recall: async () => null };

describe("what an owner has in hand", () => {
  it("waits in the database as if nobody had taken it, and is taken once while it is in hand", async () => {
    await using world = await sendingWorld();
    const owned = await own(world, "one");
    await world.say("Hola");
    const [send] = (await claim(world, owned)).sends;
    assert.ok(send);
    assert.deepEqual(await states(world), ["queued"]);
    const { sends } = await claim(world, owned, [send.recipient]);
    assert.deepEqual(sends, []);
  });

  it("is begun once, however often somebody begins it", async () => {
    await using world = await sendingWorld();
    const owned = await own(world, "one");
    await world.say("Hola");
    const attempts = await attemptsOf(world, owned);
    const begun = await Promise.all(
      [1, 2, 3].map(() => beginAttempts(world.app, owned, attempts, null)),
    );
    assert.equal(begun.filter(({ size }) => size === 1).length, 1);
    assert.deepEqual(await states(world), ["dispatching"]);
  });

  it("is not begun by a former owner, and is by the next", async () => {
    await using world = await sendingWorld();
    const { former, next, attempts } = await takenOver(world);
    assert.equal((await beginAttempts(world.app, former, attempts, null)).size, 0);
    assert.deepEqual((await claim(world, former)).sends, []);
    assert.equal((await beginAttempts(world.app, next, attempts, null)).size, 1);
  });

  it("is not begun by an owner that has let the number go", async () => {
    await using world = await sendingWorld();
    const owned = await own(world, "one");
    await world.say("Hola");
    const attempts = await attemptsOf(world, owned);
    await leaveChannel(world.app, owned);
    assert.equal((await beginAttempts(world.app, owned, attempts, null)).size, 0);
    assert.deepEqual(await states(world), ["queued"]);
  });

  it("is not begun in an older copy of the database than its owner has marked", async () => {
    await using world = await sendingWorld();
    await noteStart(world.app.db, "0.1.0");
    const owned = await own(world, "one");
    await world.say("Hola");
    const attempts = await attemptsOf(world, owned);
    const known = await markDatabase(world.app, WITNESS);
    await sql`update installation set mark = mark - 1`.execute(world.app.db);
    assert.equal((await beginAttempts(world.app, owned, attempts, known)).size, 0);
    await sql`update installation set mark = mark + 1`.execute(world.app.db);
    assert.equal((await beginAttempts(world.app, owned, attempts, known)).size, 1);
  });

  it("is not begun as it was when it was taken back and queued anew meanwhile", async () => {
    await using world = await sendingWorld();
    const owned = await own(world, "one");
    await world.say("Hola");
    const before = await attemptsOf(world, owned);
    await world.in((tx) =>
      sql`update sends set queued_at = queued_at + interval '1 millisecond'`.execute(tx),
    );
    assert.equal((await beginAttempts(world.app, owned, before, null)).size, 0);
    const after = await attemptsOf(world, owned);
    assert.equal((await beginAttempts(world.app, owned, after, null)).size, 1);
  });

  it("is begun under one attempt, though somebody begins it twice at a stroke", async () => {
    await using world = await sendingWorld();
    const owned = await own(world, "one");
    await world.say("Hola");
    const [first] = await attemptsOf(world, owned);
    assert.ok(first);
    const second = { ...first, attemptId: randomUUID() };
    const begun = await beginAttempts(world.app, owned, [first, second], null);
    const [send] = await world.sends();
    assert.deepEqual([...begun], [send?.attempt_id]);
  });

  it("leaves what its person does not want any more to whoever owns the number", async () => {
    await using world = await sendingWorld();
    const { former, next, attempts } = await takenOver(world);
    await makeUnwanted(world);
    assert.equal((await beginAttempts(world.app, former, attempts, null)).size, 0);
    assert.deepEqual(await states(world), ["queued"]);
    assert.equal((await beginAttempts(world.app, next, attempts, null)).size, 0);
    assert.deepEqual(await states(world), ["cancelled"]);
  });

  it("is not begun while the number is paused", async () => {
    await using world = await sendingWorld();
    const owned = await own(world, "one");
    await world.say("Hola");
    const attempts = await attemptsOf(world, owned);
    await world.in((tx) => sql`update channels set status = 'paused'`.execute(tx));
    assert.equal((await beginAttempts(world.app, owned, attempts, null)).size, 0);
    assert.deepEqual(await states(world), ["queued"]);
  });
});

/** Marketing to somebody who has never agreed, as an older copy of the database may hold it. */
async function makeUnwanted({ url }: SendingWorld): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("alter table sends drop constraint sends_marketing_consent");
  await client.query("update sends set purpose = 'marketing'");
  await client.end();
}

async function own(world: SendingWorld, owner: string, leaseMs = 60_000): Promise<Owned> {
  const { workspaceId, channelId } = world;
  const taken = await ownChannel(world.app, { workspaceId, channelId }, owner, leaseMs);
  assert.ok(taken);
  return taken.owned;
}

/** A number that changes hands while its former owner has one send in hand. */
async function takenOver(world: SendingWorld) {
  const former = await own(world, "one", 1);
  await world.say("Hola");
  const attempts = await attemptsOf(world, former);
  await new Promise((done) => void setTimeout(done, 10));
  return { former, attempts, next: await own(world, "two") };
}

function claim(world: SendingWorld, owned: Owned, busy: readonly string[] = []) {
  return claimNext(world.app, owned, { rooms: ROOMS, busy, known: null });
}

async function attemptsOf(world: SendingWorld, owned: Owned) {
  const { sends } = await claim(world, owned);
  assert.equal(sends.length, 1);
  return sends.map(({ id, queuedAt }) => ({ sendId: id, attemptId: randomUUID(), queuedAt }));
}

async function states(world: SendingWorld): Promise<string[]> {
  return (await world.sends()).map(({ state }) => state);
}
