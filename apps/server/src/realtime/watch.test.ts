import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EventJson, ServerMessage } from "@galka/contract/events";
import { idOf } from "@galka/core/kernel/ids";
import { type CloseReason, type Connection, MOST_WAITING_BYTES } from "./connection.ts";
import { watchFrom } from "./watch.ts";

describe("watching a workspace", () => {
  it("tells each event once and in order, however often it is woken", async () => {
    const log = fakeLog(0);
    const watch = watchFrom(0, log.readSince);
    const ana = fakeConnection();
    await watch.join(ana, 0);
    log.grow(5);
    await Promise.all([watch.pump(), watch.pump(), watch.pump()]);
    log.grow(2);
    await watch.pump();
    assert.deepEqual(ana.seqs(), [1, 2, 3, 4, 5, 6, 7]);
  });

  it("reads on until the end when there is more than one batch", async () => {
    const log = fakeLog(0);
    const watch = watchFrom(0, log.readSince);
    const ana = fakeConnection();
    await watch.join(ana, 0);
    log.grow(25);
    await watch.pump();
    assert.equal(ana.seqs().length, 25);
  });

  it("brings a connection to where the others are before it joins them", async () => {
    const log = fakeLog(30);
    const watch = watchFrom(30, log.readSince);
    const late = fakeConnection();
    await watch.join(late, 4);
    log.grow(1);
    await watch.pump();
    assert.deepEqual(
      late.seqs(),
      Array.from({ length: 27 }, (_, n) => n + 5),
    );
  });

  it("neither misses nor repeats an event that comes while somebody joins", async () => {
    const log = fakeLog(12);
    const watch = watchFrom(12, log.readSince);
    const ana = fakeConnection();
    const joining = watch.join(ana, 0);
    log.grow(3);
    await Promise.all([joining, watch.pump()]);
    await watch.pump();
    assert.deepEqual(
      ana.seqs(),
      Array.from({ length: 15 }, (_, n) => n + 1),
    );
  });

  it("reads what was missed once for all who come back at the same moment", async () => {
    const log = fakeLog(8);
    let reads = 0;
    const watch = watchFrom(8, (since) => {
      reads += 1;
      return log.readSince(since);
    });
    const crowd = Array.from({ length: 50 }, () => fakeConnection());
    await Promise.all(crowd.map((one) => watch.join(one, 3)));
    assert.equal(reads, 1);
    for (const one of crowd) assert.deepEqual(one.seqs(), [4, 5, 6, 7, 8]);
  });

  it("lets go of a connection that does not keep up", async () => {
    const log = fakeLog(0);
    const watch = watchFrom(0, log.readSince);
    const slow = fakeConnection();
    await watch.join(slow, 0);
    slow.waiting = MOST_WAITING_BYTES + 1;
    log.grow(1);
    await watch.pump();
    assert.deepEqual(slow.closed, ["too-slow"]);
    assert.equal(watch.connections.size, 0);
  });
});

/** A log that gives ten events at a time, and takes a moment for it. */
function fakeLog(length: number) {
  let last = length;
  return {
    grow(by: number) {
      last += by;
    },
    async readSince(since: number): Promise<EventJson[]> {
      await Promise.resolve();
      const count = Math.min(10, last - since);
      return Array.from({ length: count }, (_, n) => ({ kind: "passed", seq: since + n + 1 }));
    },
  };
}

function fakeConnection() {
  const sent: ServerMessage[] = [];
  const closed: CloseReason[] = [];
  const connection = {
    waiting: 0,
    closed,
    sessionId: "session",
    member: {
      workspaceId: idOf<"workspace">("w"),
      id: idOf<"member">("ana"),
      name: "Ana",
      email: "ana@example.org",
      role: "member" as const,
    },
    send: (message: ServerMessage) => void sent.push(message),
    waitingBytes: () => connection.waiting,
    close: (reason: CloseReason) => void closed.push(reason),
    seqs: () =>
      sent.flatMap((it) => (it.type === "events" ? it.events.map((event) => event.seq) : [])),
  };
  return connection satisfies Connection;
}
