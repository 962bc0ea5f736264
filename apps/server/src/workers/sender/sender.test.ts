import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { inWorkspace } from "@galka/postgres/database";
import { connect } from "@galka/postgres/connect";
import { noteStart } from "@galka/postgres/stores/installation";
import { endConnections } from "@galka/postgres/testing/end-connections";
import { sql } from "kysely";
import { forgetfulWitness } from "../../witness/witness.ts";
import { readAttemptTag } from "../../secrets/attempt-tag.ts";
import { accepted, rejected } from "./testing/fake-gateway.ts";
import { sealChannelSecrets } from "../../secrets/channel-secrets.ts";
import { sendingWorld } from "./testing/sending-world.ts";

describe("startSender", () => {
  it("sends a reply at once, and keeps under which id it was accepted", async () => {
    await using world = await sendingWorld();
    world.start({ pollMs: 60_000 });
    const id = await world.say("Hola");
    await world.until("it is accepted", () => is(world, id, "accepted"));
    assert.equal((await world.message(id)).wamid, "wamid.1");
    const [send] = await world.sends();
    assert.deepEqual([send?.state, send?.attempt_count], ["accepted", 1]);
    const tag = readAttemptTag(world.app.sealer, world.gateway.calls[0]?.tag ?? "");
    assert.deepEqual({ ...tag }, { sendId: send?.id, attemptId: send?.attempt_id });
  });

  it("has written that it dispatches before the first byte", async () => {
    await using world = await sendingWorld();
    const seen: unknown[] = [];
    world.gateway.answer = async () => {
      seen.push((await world.sends())[0]?.state);
      return accepted("wamid.a");
    };
    world.start();
    await world.say("Hola");
    await world.until("it was seen", () => seen.length > 0);
    assert.deepEqual(seen, ["dispatching"]);
  });

  it("sends to one person in order, one after the other", async () => {
    await using world = await sendingWorld();
    const texts = Array.from({ length: 8 }, (_, n) => `text ${n}`);
    for (const text of texts) await world.say(text);
    world.start();
    await world.until("all are out", () => world.gateway.calls.length === texts.length);
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      texts,
    );
  });

  it("sends each message once, however many senders look for it", async () => {
    await using world = await sendingWorld();
    const people = await Promise.all(Array.from({ length: 20 }, () => world.conversation()));
    world.start();
    world.start();
    await Promise.all(people.map((id, n) => world.say(`text ${n}`, id)));
    await world.until("all are accepted", async () =>
      (await world.sends()).every(({ state }) => state === "accepted"),
    );
    assert.equal(new Set(world.gateway.calls.map(({ text }) => text)).size, 20);
    assert.equal(world.gateway.calls.length, 20);
  });

  it("does not send for a paused number, and goes on when it is resumed", async () => {
    await using world = await sendingWorld();
    await setStatus(world, "paused");
    world.start();
    await world.say("Hola");
    await new Promise((done) => void setTimeout(done, 150));
    assert.equal(world.gateway.calls.length, 0);
    await setStatus(world, "connected");
    await world.until("it is out", () => world.gateway.calls.length === 1);
  });

  it("never sends again what got no answer", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () => ({ outcome: "ambiguous", reason: "reset" });
    world.start();
    const id = await world.say("Hola");
    await world.until("it is unknown", () => is(world, id, "unknown"));
    await new Promise((done) => void setTimeout(done, 150));
    assert.equal(world.gateway.calls.length, 1);
    assert.equal((await world.sends())[0]?.state, "ambiguous");
  });

  it("tries again under another attempt what was surely not sent", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () =>
      world.gateway.calls.length === 1
        ? { outcome: "not-sent", reason: "refused" }
        : accepted("wamid.b");
    world.start();
    const id = await world.say("Hola");
    await world.until("it is accepted", () => is(world, id, "accepted"));
    const [first, second] = world.gateway.calls;
    assert.notEqual(first?.tag, second?.tag);
    assert.equal((await world.sends())[0]?.attempt_count, 2);
  });

  it("fails what the channel refuses for good, and says why", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () => rejected({ kind: "give-up" }, 131_026);
    world.start();
    const id = await world.say("Hola");
    await world.until("it failed", () => is(world, id, "failed"));
    assert.deepEqual((await world.message(id)).failure, {
      code: 131_026,
      title: "Error 131026",
      explanation: { en: "It was refused.", ru: "Отказано." },
      advice: { en: "Do something else.", ru: "Сделайте иначе." },
      raw: { error: { code: 131_026 } },
    });
  });

  it("pauses the number when its token is refused, and keeps what waits", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () => rejected({ kind: "pause-everything" }, 190);
    world.start();
    const id = await world.say("Hola");
    await world.until("it is paused", async () => (await channel(world)).status === "paused");
    const { status_reason: why } = await channel(world);
    assert.deepEqual(why, { en: "It was refused.", ru: "Отказано." });
    assert.equal((await world.message(id)).status, "queued");
    world.gateway.answer = () => accepted("wamid.c");
    await setStatus(world, "connected");
    await world.until("it is accepted", () => is(world, id, "accepted"));
  });

  it("holds a person back whom the channel says to have got too much", async () => {
    await using world = await sendingWorld();
    const other = await world.conversation();
    world.gateway.answer = ({ text }) =>
      text === "first" ? rejected({ kind: "wait-for-pair" }, 131_056) : accepted(`wamid.${text}`);
    world.start();
    await world.say("first");
    await world.until("it was refused", async () => (await world.sends())[0]?.attempt_count === 1);
    await world.until("it waits", async () => (await world.sends())[0]?.state === "queued");
    await world.say("second");
    await world.say("elsewhere", other);
    await world.until("the other is out", () =>
      world.gateway.calls.some(({ text }) => text === "elsewhere"),
    );
    assert.equal(
      world.gateway.calls.some(({ text }) => text === "second"),
      false,
    );
  });

  it("uploads a file once and sends it twice", async () => {
    await using world = await sendingWorld();
    const stored = await world.app.files.put(pieces("fake bytes"), 1000);
    const fileId = world.app.ids.next<"file">();
    await world.in((tx) =>
      tx
        .insertInto("files")
        .values({
          workspace_id: world.workspaceId,
          id: fileId,
          sha256: stored.sha256,
          size_bytes: stored.sizeBytes,
          media_type: "application/pdf",
          name: "menu.pdf",
          state: "stored",
          created_at: new Date(),
        })
        .execute(),
    );
    world.start();
    await world.draft({ kind: "document", fileId, caption: "The menu" });
    await world.draft({ kind: "document", fileId });
    await world.until("both are out", () => world.gateway.calls.length === 2);
    assert.equal(world.gateway.uploads.length, 1);
    assert.equal(Buffer.from(world.gateway.uploads[0]?.bytes ?? []).toString(), "fake bytes");
    const remote = world.gateway.calls.map(({ outgoing }) =>
      outgoing.kind === "message" ? outgoing.remoteIds.get(fileId) : null,
    );
    assert.deepEqual(remote, ["remote-1", "remote-1"]);
  });

  it("keeps answers that come while the database is away", async () => {
    await using world = await sendingWorld();
    const answer = Promise.withResolvers<void>();
    world.gateway.answer = async () => {
      await answer.promise;
      return accepted("wamid.d");
    };
    world.start();
    const id = await world.say("Hola");
    await world.until("it is under way", () => world.gateway.calls.length === 1);
    await using elsewhere = await connectTo(world.url);
    await inWorkspace(elsewhere.db, world.workspaceId, async (tx) => {
      // Whoever writes the answer waits for this row, and then loses its connection.
      await sql`select id from sends for update`.execute(tx);
      answer.resolve();
      await world.until("the answer is being written", () => isWaiting(world.url));
      assert.ok((await endConnections(world.url)) > 1);
    }).catch(() => {});
    await world.until("it is accepted", () => is(world, id, "accepted").catch(() => false));
    assert.equal(world.gateway.calls.length, 1);
  });

  it("lets the number go at an orderly stop, so that the next owner need not wait", async () => {
    await using world = await sendingWorld();
    const first = world.start({ leaseMs: 600_000 });
    await world.say("one");
    await world.until("it is out", () => world.gateway.calls.length === 1);
    await first[Symbol.asyncDispose]();
    world.start();
    await world.say("two");
    await world.until("it is out", () => world.gateway.calls.length === 2);
  });

  it("doubts what a killed owner was dispatching, and sends what it had only in hand", async () => {
    await using world = await sendingWorld();
    const other = await world.conversation();
    const dispatched = await world.say("dispatched");
    const inHand = await world.say("in hand", other);
    await leftDispatching(world, dispatched);
    world.start();
    await world.until("the other is accepted", () => is(world, inHand, "accepted"));
    assert.equal((await world.message(dispatched)).status, "unknown");
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      ["in hand"],
    );
  });

  it("waits until the lease of a silent owner has run out", async () => {
    await using world = await sendingWorld();
    await world.in((tx) =>
      sql`insert into channel_leases (workspace_id, channel_id, owner, epoch, expires_at)
          values (${world.workspaceId}, ${world.channelId}, 'dead', 7, clock_timestamp() + interval '300 milliseconds')`.execute(
        tx,
      ),
    );
    const startedMs = performance.now();
    world.start();
    await world.say("Hola");
    await world.until("it is out", () => world.gateway.calls.length === 1);
    assert.ok(performance.now() - startedMs >= 280);
  });

  it("takes the answer of an owner that was taken for dead", async () => {
    await using world = await sendingWorld();
    const answer = Promise.withResolvers<void>();
    world.gateway.answer = async () => {
      await answer.promise;
      return accepted("wamid.late");
    };
    // This one never renews: it is stopped in the middle of a call, for longer than its lease.
    world.start({ leaseMs: 300, renewMs: 60_000 });
    const id = await world.say("Hola");
    await world.until("it is under way", () => world.gateway.calls.length === 1);
    world.start({ leaseMs: 5_000, pollMs: 20, handOverMs: 10 });
    await world.until("it is doubted", () => is(world, id, "unknown"));
    answer.resolve();
    await world.until("it is accepted", () => is(world, id, "accepted"));
    assert.equal(world.gateway.calls.length, 1);
  });

  it("leaves an answer that can never be stored unknown, and goes on with the others", async () => {
    await using world = await sendingWorld();
    const other = await world.conversation();
    // Longer than an index row of PostgreSQL can be, and of nothing that compresses.
    const poison = Array.from({ length: 900 }, (_, n) => (n * n * 7919 + 13).toString(36)).join("");
    world.gateway.answer = ({ text }) => accepted(text === "first" ? poison : `wamid.${text}`);
    world.start();
    const first = await world.say("first");
    const second = await world.say("second", other);
    await world.until("the other is accepted", () => is(world, second, "accepted"));
    await world.until("the first is unknown", () => is(world, first, "unknown"));
    assert.equal(world.gateway.calls.length, 2);
  });

  it("begins nothing while the secrets of the number cannot be opened", async () => {
    await using world = await sendingWorld();
    const { secrets } = await world.in((tx) =>
      tx.selectFrom("channels").select("secrets").executeTakeFirstOrThrow(),
    );
    await setSecrets(world, Buffer.from("not sealed by any key here"));
    world.start();
    const id = await world.say("Hola");
    await world.until("the number has an owner", () => isOwned(world));
    await new Promise((done) => void setTimeout(done, 200));
    assert.equal((await world.sends())[0]?.state, "queued");
    await setSecrets(world, secrets);
    await world.until("it is accepted", () => is(world, id, "accepted"));
  });

  it("writes no byte after its time, and the message goes out once by its heir", async () => {
    await using world = await sendingWorld();
    let shift = 0;
    world.start({
      nowMs: () => performance.now() + shift,
      renewMs: 60_000,
      idleMs: Infinity,
    });
    await world.say("one");
    await world.until("it is out", () => world.gateway.calls.length === 1);
    shift = 3_600_000;
    const id = await world.say("two");
    await new Promise((done) => void setTimeout(done, 100));
    assert.equal(world.gateway.calls.length, 1);
    world.start();
    await world.until("it is accepted", () => is(world, id, "accepted"));
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      ["one", "two"],
    );
  });

  it("doubts everything unfinished after the database was restored", async () => {
    await using world = await sendingWorld();
    const id = await world.say("Hola");
    await noteStart(world.app.db, "0.1.0");
    await restore(world);
    // Whatever starts first, with whichever role, does not make the sender forget to doubt.
    await noteStart(world.app.db, "0.1.0");
    world.start();
    await world.until("it is unknown", () => is(world, id, "unknown"));
    const after = await world.say("Later");
    await world.until("what came after it is out", () => is(world, after, "accepted"));
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      ["Later"],
    );
  });

  it("doubts what is unfinished when a standby takes over under a sender at work", async () => {
    await using world = await sendingWorld();
    await noteStart(world.app.db, "0.1.0");
    world.start();
    const id = await world.say("Hola");
    await world.until("it is accepted", () => is(world, id, "accepted"));
    await inWorkspace(world.app.db, world.workspaceId, async (tx) => {
      // The standby has not heard that it was sent.
      await sql`update installation set timeline = timeline + 7`.execute(tx);
      await sql`update sends set state = 'queued', attempt_id = null, wamid = null`.execute(tx);
      await sql`update messages set status = 'queued', wamid = null where id = ${id}`.execute(tx);
    });
    await world.until("it is unknown", () => is(world, id, "unknown"));
    assert.equal(world.gateway.calls.length, 1);
  });

  it("claims nothing from an older copy that has taken the database's place, before it has doubted it", async () => {
    await using world = await sendingWorld();
    await noteStart(world.app.db, "0.1.0");
    world.start({ pollMs: 2_000 }, { witness: forgetfulWitness() });
    const id = await world.say("Hola");
    await world.until("it is accepted", () => is(world, id, "accepted"));
    await inWorkspace(world.app.db, world.workspaceId, async (tx) => {
      // The same cluster as it was before its first mark: it does not know that it was sent.
      await sql`update installation set mark = 0`.execute(tx);
      await sql`update sends set state = 'queued', attempt_id = null, wamid = null`.execute(tx);
      await sql`update messages set status = 'queued', wamid = null where id = ${id}`.execute(tx);
    });
    world.app.wake.tell("sends", world.channelId);
    await world.until("it is unknown", () => is(world, id, "unknown"));
    assert.equal(world.gateway.calls.length, 1);
  });

  it("begins nothing for long when it cannot keep how far the database has come", async () => {
    await using world = await sendingWorld();
    await noteStart(world.app.db, "0.1.0");
    const witness = forgetfulWitness();
    let isFull = false;
    let laterMs = 0;
    world.start(
      { leaseMs: 120_000, nowMs: () => performance.now() + laterMs },
      {
        witness: {
          ...witness,
          keep: (mark) =>
            isFull ? Promise.reject(new Error("The disk is full.")) : witness.keep(mark),
        },
      },
    );
    const first = await world.say("Hola");
    await world.until("it is accepted", () => is(world, first, "accepted"));
    isFull = true;
    laterMs = 6_000;
    const second = await world.say("Sigue");
    await sleep(500);
    assert.equal(world.gateway.calls.length, 1);
    isFull = false;
    await world.until("it goes on", () => is(world, second, "accepted"));
  });

  it("lets nothing overtake what is tried again for the same person", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = ({ text }) =>
      text === "first" && world.gateway.calls.length === 1
        ? rejected({ kind: "retry-after", ms: 300 }, 131_000)
        : accepted(`wamid.${text}`);
    world.start();
    await world.say("first");
    await world.until("it waits", async () => {
      const [send] = await world.sends();
      return send?.state === "queued" && send.attempt_count === 1;
    });
    const second = await world.say("second");
    await world.until("both are out", () => is(world, second, "accepted"));
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      ["first", "first", "second"],
    );
  });

  it("gives back what it has in hand when the number is paused, and finishes what is on its way", async () => {
    await using world = await sendingWorld();
    const people = await Promise.all(Array.from({ length: 100 }, () => world.conversation()));
    await world.in((tx) => sql`update channels set throughput_per_second = 4`.execute(tx));
    const answers: (() => void)[] = [];
    world.gateway.answer = ({ text }) =>
      new Promise((done) => answers.push(() => done(accepted(`wamid.${text}`))));
    await Promise.all(people.map((person, n) => world.say(`${n}`, person)));
    world.start();
    await world.until("some are on their way", () => world.gateway.calls.length > 0);
    await setStatus(world, "paused");
    world.app.wake.tell("sends", world.channelId);
    await world.until("what was written down as begun is on its way or given back", async () => {
      const states = (await world.sends()).map(({ state }) => state);
      const open = states.filter((state) => state === "dispatching").length;
      return open === world.gateway.calls.length && states.includes("queued");
    });
    const begun = world.gateway.calls.length;
    for (const answer of answers) answer();
    await world.until("what was on its way is written down", async () => {
      const states = (await world.sends()).map(({ state }) => state);
      return states.filter((state) => state === "accepted").length === begun;
    });
    assert.equal(world.gateway.calls.length, begun);
    world.gateway.answer = ({ text }) => accepted(`wamid.again.${text}`);
    await setStatus(world, "connected");
    await world.in((tx) => sql`update channels set throughput_per_second = 1000`.execute(tx));
    await world.until("everything is out once", () => world.gateway.calls.length === 100);
  });

  it("keeps the order of what waited for a paused number", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () => rejected({ kind: "pause-everything" }, 190);
    await world.say("first");
    const second = await world.say("second");
    world.start();
    await world.until("it is paused", async () => (await channel(world)).status === "paused");
    world.gateway.answer = ({ text }) => accepted(`wamid.${text}`);
    await setStatus(world, "connected");
    await world.until("both are out", () => is(world, second, "accepted"));
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      ["first", "first", "second"],
    );
  });

  it("is not paused again by what was refused with a token that has been replaced meanwhile", async () => {
    await using world = await sendingWorld();
    const refused = Promise.withResolvers<void>();
    world.gateway.answer = async ({ text }) => {
      if (text !== "old token") return accepted(`wamid.${text}`);
      await refused.promise;
      return rejected({ kind: "pause-everything" }, 190);
    };
    world.start();
    await world.say("old token");
    await world.until("it is under way", () => world.gateway.calls.length === 1);
    const secrets = { accessToken: "fake-new", appSecret: "fake-secret", verifyToken: "fake" };
    const sealed = sealChannelSecrets(world.app.sealer, world.channelId, secrets);
    await setSecrets(world, Buffer.from(sealed));
    world.gateway.answer = ({ text }) => accepted(`wamid.${text}`);
    refused.resolve();
    const id = await world.say("new token", await world.conversation());
    await world.until("it is accepted", () => is(world, id, "accepted"));
    await world.until("the refused one is out", () => world.gateway.calls.length === 3);
    assert.equal((await channel(world)).status, "connected");
  });

  it("keeps an answer with characters that PostgreSQL cannot store, and those after it", async () => {
    await using world = await sendingWorld();
    const other = await world.conversation();
    const refusal = rejected({ kind: "give-up" }, 131_026);
    if (refusal.outcome !== "rejected") throw new Error("It is a refusal.");
    const raw = { error: { details: "a\u0000b \ud83d" } };
    const poison = { ...refusal, failure: { ...refusal.failure, raw, detail: "c\u0000 \ud83d" } };
    world.gateway.answer = ({ text }) => (text === "first" ? poison : accepted(`wamid.${text}`));
    world.start();
    const first = await world.say("first");
    await world.until("it failed", () => is(world, first, "failed"));
    const second = await world.say("second", other);
    await world.until("the other is accepted", () => is(world, second, "accepted"));
  });

  type World = Awaited<ReturnType<typeof sendingWorld>>;

  async function is(world: World, id: string, status: string): Promise<boolean> {
    return (await world.message(id)).status === status;
  }

  function setSecrets(world: World, secrets: Buffer) {
    return world.in((tx) => tx.updateTable("channels").set({ secrets }).execute());
  }

  function restore({ app }: World) {
    return app.db.updateTable("installation").set({ timeline: 99 }).execute();
  }

  async function connectTo(url: string) {
    const db = await connect({ url, name: "elsewhere", size: 1 });
    return { db, [Symbol.asyncDispose]: () => db.destroy() };
  }

  async function isWaiting(url: string): Promise<boolean> {
    await using looking = await connectTo(url);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_locks where not granted`.execute(looking.db);
    return (rows[0]?.n ?? 0) > 0;
  }

  function setStatus({ app, workspaceId, channelId }: World, status: "paused" | "connected") {
    return inWorkspace(app.db, workspaceId, (tx) =>
      tx.updateTable("channels").set({ status }).where("id", "=", channelId).execute(),
    );
  }

  function channel(world: World) {
    return world.in((tx) =>
      tx.selectFrom("channels").select(["status", "status_reason"]).executeTakeFirstOrThrow(),
    );
  }

  async function isOwned(world: World): Promise<boolean> {
    const leases = await world.in((tx) => tx.selectFrom("channel_leases").selectAll().execute());
    return leases.some(({ owner }) => owner !== "");
  }

  function leftDispatching(world: World, messageId: string) {
    return world.in(async (tx) => {
      await sql`
        insert into channel_leases (workspace_id, channel_id, owner, epoch, expires_at)
        values (${world.workspaceId}, ${world.channelId}, 'dead', 7, clock_timestamp())
        on conflict do nothing`.execute(tx);
      await sql`
        update sends set state = 'dispatching', epoch = 7, attempt_id = id, dispatched_at = now()
         where message_id = ${messageId}`.execute(tx);
      await sql`update messages set status = 'dispatching' where id = ${messageId}`.execute(tx);
    });
  }

  async function* pieces(text: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
});
